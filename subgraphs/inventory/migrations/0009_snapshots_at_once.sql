-- A snapshot writes a whole location at once. A foreign key would look up the item and the location of each new level, one
-- by one, which takes longer than writing it; all who make levels join `items` and `locations` to do so, and an invariant
-- looks for levels of neither. Half-empty pages let every level of a location be rewritten where it lies, without a new
-- entry in any index.
alter table stock_levels drop constraint stock_levels_item_no_fkey, drop constraint stock_levels_location_no_fkey;
alter table stock_levels set (fillfactor = 50);
