-- GS1 Global Location Number: 13 digits, the last one a check digit.
alter table locations add column gln text unique check (gln ~ '^[0-9]{13}$');

-- A location is planned before it opens for the first time.
alter table locations
  drop constraint locations_status_check,
  add constraint locations_status_check check (status in ('PLANNED', 'ACTIVE', 'INACTIVE', 'RETIRED')),
  alter column status set default 'PLANNED';
