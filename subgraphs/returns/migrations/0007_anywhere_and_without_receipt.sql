-- What arrives beside what was announced, goods that come back without a receipt, and who owns the stock afterwards.

create table receipt_extras (
  id text primary key,
  return_id text not null references returns,
  receipt_id bigint not null references receipts,
  -- MORE: of a SKU of the return; OTHER: of another one.
  kind text not null check (kind in ('MORE', 'OTHER')),
  sku text not null,
  quantity integer not null check (quantity > 0),
  note text,
  -- HELD until somebody decides.
  outcome text not null default 'HELD' check (outcome in ('HELD', 'TAKEN_IN', 'SENT_BACK', 'DISPOSED')),
  -- The line that took the units in.
  return_line_id text references return_lines,
  decided_by text,
  decided_at timestamptz,
  check ((outcome = 'TAKEN_IN') = (return_line_id is not null)),
  check ((outcome = 'HELD') = (decided_at is null))
);
create index receipt_extras_by_return on receipt_extras (return_id, id);

alter table returns
  -- NO_RECEIPT: nobody knows the order; `order_id` then names facts that stand for it, made with the return.
  add column origin text not null default 'ORDER' check (origin in ('ORDER', 'NO_RECEIPT')),
  -- Who gives the goods in without a receipt: a number that stands for one person, never the person's papers.
  add column person_reference text,
  -- Whose stock the goods become: of the location that takes them, or of the seller, to whom they are sent on.
  add column stock_owner text not null default 'RECEIVER' check (stock_owner in ('RECEIVER', 'SELLER')),
  -- The carrier's number of the point where the parcel is handed in.
  add column drop_off_point text,
  add constraint returns_person check ((origin = 'NO_RECEIPT') = (person_reference is not null));
create index returns_by_person on returns (person_reference, requested_at) where person_reference is not null;

alter table refunds
  drop constraint refunds_method_check,
  add constraint refunds_method_check check (method in ('ORIGINAL_PAYMENT', 'STORE_CREDIT', 'GIFT_CARD', 'CASH')),
  -- Number of the gift card, or of the credit, that took the money.
  add column target text,
  add check (method <> 'GIFT_CARD' or target is not null);
