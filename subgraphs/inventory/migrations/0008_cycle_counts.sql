-- Cycle counts: which SKUs a location counts, what was found, and what that means against what was expected.

create table count_tasks (
  id text primary key,
  location_no integer not null references locations,
  name text not null,
  -- TO_APPROVE: submitted, and some lines differ by more than the task lets pass unseen.
  status text not null default 'OPEN' check (status in ('OPEN', 'TO_APPROVE', 'POSTED', 'CANCELLED')),
  -- A difference of more than this many units, or of more than this percentage of what was expected, waits for approval.
  approval_units integer check (approval_units >= 0),
  approval_percent integer check (approval_percent between 0 and 1000),
  created_by text not null,
  created_at timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  closed_by text,
  closed_at timestamptz
);
create index count_tasks_by_location on count_tasks (location_no, id);

create table count_lines (
  task_id text not null references count_tasks on delete cascade,
  line_no integer not null,
  item_no integer not null references items,
  status text not null default 'TO_COUNT'
    check (status in ('TO_COUNT', 'COUNTED', 'TO_APPROVE', 'POSTED', 'REJECTED', 'SUPERSEDED')),
  counted_quantity integer check (counted_quantity >= 0),
  counted_at timestamptz,
  counted_by text,
  -- On hand at `counted_at`, by what was known when the line was written last.
  expected_quantity integer,
  primary key (task_id, line_no),
  unique (task_id, item_no),
  check ((counted_at is null) = (status = 'TO_COUNT'))
);
