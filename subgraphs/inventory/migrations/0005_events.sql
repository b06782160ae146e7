-- Gaps are looked for among the days that have one only.
create index till_days_with_gaps on till_days (location_no)
  where int8multirange(range_merge(seen)) <> seen;
