-- Policies by channel, country, customer group and category, in versions: the one in force at purchase applies.

create table return_policy_versions (
  policy_id text not null,
  version integer not null,
  -- Orders placed from, and before, these moments; null without limit.
  valid_from timestamptz,
  valid_to timestamptz,
  -- What `domain/policy.ts` calls terms; never changed once written.
  terms jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (policy_id, version),
  check (valid_from <= valid_to)
);

insert into return_policy_versions (policy_id, version, terms, changed_by, changed_at)
select 'rpo_' || lpad(id::text, 22, '0'), 1,
  jsonb_build_object(
    'isAllowed', is_allowed, 'isFinalSale', false, 'windowDays', window_days, 'seasons', '[]'::jsonb,
    'methods', methods, 'carrier', carrier, 'carrierDestinationId', carrier_destination_id,
    'restockingFeeBasisPoints', 0, 'labelFees', '[]'::jsonb,
    'faultReasons', array['NOT_AS_DESCRIBED', 'DEFECTIVE', 'DAMAGED_IN_TRANSIT', 'WRONG_ITEM'],
    'deliveryRefund', 'FULL_RETURN', 'refundTiming', 'AFTER_INSPECTION', 'reviewAboveUnits', review_above_units,
    'reviewAboveValues', '[]'::jsonb, 'reviewReasons', review_reasons, 'expiresAfterDays', null,
    'twoPersonsAboveValues', '[]'::jsonb),
  'migration', '2026-01-01T00:00:00Z'
from return_policies;

alter table return_policies alter column id drop identity;
alter table return_policies
  alter column id type text using 'rpo_' || lpad(id::text, 22, '0'),
  drop constraint return_policies_channel_id_key,
  drop column is_allowed,
  drop column window_days,
  drop column methods,
  drop column carrier,
  drop column carrier_destination_id,
  drop column review_above_units,
  drop column review_reasons,
  add column name text not null default 'Everything else',
  add column country_code text,
  add column customer_group text,
  add column category text,
  add column version integer not null default 1,
  add column archived_at timestamptz;
alter table return_policies alter column name drop default, alter column version drop default;
create unique index return_policies_scope on return_policies (channel_id, country_code, customer_group, category)
  nulls not distinct where archived_at is null;
alter table return_policy_versions add foreign key (policy_id) references return_policies;

-- What the retailer's customer system says a customer is to return policies.
create table customer_groups (
  customer_id text primary key,
  customer_group text not null,
  updated_at timestamptz not null
);

alter table order_facts
  -- Null for orders told of before.
  add column placed_at timestamptz,
  add column country_code text,
  add column delivery_minor bigint not null default 0 check (delivery_minor >= 0);
alter table order_line_facts
  add column category text,
  add column tax_minor bigint not null default 0 check (tax_minor >= 0);

-- What the policy decided, kept as it was at that moment.
alter table returns
  add column review_reasons text[] not null default '{}',
  add column label_fee_minor bigint not null default 0 check (label_fee_minor >= 0),
  -- Delivery charges that come back with these goods.
  add column delivery_minor bigint not null default 0 check (delivery_minor >= 0),
  -- Cancelled when nothing arrived by then; null when it may take for ever.
  add column expires_at timestamptz;
alter table return_lines
  add column policy_id text references return_policies,
  add column policy_version integer,
  add column returnable_until timestamptz,
  -- Of the requested units, within `refundable_minor`.
  add column tax_minor bigint not null default 0 check (tax_minor >= 0),
  add column restocking_fee_minor bigint not null default 0 check (restocking_fee_minor >= 0),
  add column refund_timing text not null default 'AFTER_INSPECTION'
    check (refund_timing in ('AFTER_INSPECTION', 'ON_RECEIPT', 'ON_APPROVAL'));
