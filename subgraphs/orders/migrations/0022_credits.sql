-- Credit given back instead of money: loaded onto gift cards, or issued anew, by whoever keeps the credit of shoppers.

alter table refund_requests
  drop constraint refund_requests_method_check,
  add constraint refund_requests_method_check
    check (method in ('ORIGINAL_PAYMENT', 'STORE_CREDIT', 'GIFT_CARD', 'CASH')),
  -- Number of the gift card, or of the credit, that takes the money; null for a new credit.
  add column target text,
  add check (method <> 'GIFT_CARD' or target is not null);

-- Ledger of the credit service `demo`, which lives in this database so that it stays truthful over restarts.
create table demo_credits (
  number text primary key,
  currency text not null,
  balance_minor bigint not null default 0 check (balance_minor >= 0)
);
-- What it was asked and answered, once for each key.
create table demo_credit_loads (
  key text primary key,
  number text not null references demo_credits,
  amount_minor bigint not null check (amount_minor > 0),
  -- Null when it was loaded.
  decline_code text,
  asked_at timestamptz not null
);
create index demo_credit_loads_of_number on demo_credit_loads (number);
