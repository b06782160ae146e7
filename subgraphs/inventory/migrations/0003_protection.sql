-- Two buffers, what is held back while a till is silent, and what rules said before they were changed.

alter table protection_rules
  add column guards text not null default 'BOTH' check (guards in ('PUBLISHING', 'ROUTING', 'BOTH')),
  add column widen_after_minutes integer check (widen_after_minutes between 0 and 525600),
  add column widen_percent_per_hour integer check (widen_percent_per_hour between 1 and 10000),
  -- SKU over category over location over kind of location over channel, as `domain/protection.ts` weighs them.
  add column specificity smallint not null generated always as (
    (case when skus = '{}' then 0 else 16 end) + (case when categories = '{}' then 0 else 8 end)
    + (case when location_ids = '{}' then 0 else 4 end) + (case when location_types = '{}' then 0 else 2 end)
    + (case when channel_ids = '{}' then 0 else 1 end)) stored,
  -- When this version was recorded. Rules that nobody recorded have always been there.
  add column known_from timestamptz not null default '-infinity',
  add constraint protection_rules_widening check ((widen_after_minutes is null) = (widen_percent_per_hour is null));

create index protection_rules_in_order on protection_rules ((-priority), (-specificity), (id collate "C"));

-- Versions that were replaced, so that an old answer can be explained with the rules of its time.
create table protection_rule_versions (
  id text not null references protection_rules,
  version integer not null,
  -- The row of `protection_rules` as it was.
  rule jsonb not null,
  known_from timestamptz not null,
  known_until timestamptz not null,
  primary key (id, version)
);
