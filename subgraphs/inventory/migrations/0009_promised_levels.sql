-- Levels of which more units were promised than are there, against goods on their way: whoever promised is told when
-- goods arrive.
create table promised_levels (
  item_no integer not null references items,
  location_no integer not null references locations,
  promised_at timestamptz not null,
  primary key (item_no, location_no)
);
