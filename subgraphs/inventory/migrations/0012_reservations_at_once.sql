-- Hundreds of reservations are written at once. Each foreign key is looked up row by row, and locks the item and the
-- location of the row for all who do the same: half and more of what writing a hundred holds took. Reservations and their lines are
-- written by one statement, from levels that are locked; an invariant looks for lines of nothing.
alter table reservation_lines
  drop constraint reservation_lines_reservation_id_fkey,
  drop constraint reservation_lines_item_no_fkey,
  drop constraint reservation_lines_location_no_fkey,
  drop constraint reservation_lines_pool_no_fkey;
alter table reservations drop constraint reservations_location_no_fkey;
