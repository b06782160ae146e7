-- How locations are chosen, as data: one strategy a channel is active; '' stands for every channel without its own.
create table sourcing_strategies (
  id text primary key,
  channel_id text not null default '',
  name text not null,
  -- Counts the strategies of the channel.
  version integer not null,
  status text not null check (status in ('DRAFT', 'ACTIVE', 'ARCHIVED')),
  rules jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  activated_at timestamptz,
  archived_at timestamptz,
  unique (channel_id, version)
);
create unique index sourcing_strategies_one_active on sourcing_strategies (channel_id) where status = 'ACTIVE';
create index sourcing_strategies_newest on sourcing_strategies (created_at desc, id desc);
