-- Exchanges that were undone: the order that brought the new goods is cancelled, and the units may be paid for again.

alter table exchanges
  drop constraint exchanges_status_check,
  drop constraint exchanges_check,
  -- CANCELLING until orders has cancelled the new order, or refused to, which leaves it PLACED.
  add constraint exchanges_status_check check (status in ('PENDING', 'PLACED', 'FAILED', 'CANCELLING', 'CANCELLED')),
  add constraint exchanges_order check ((status in ('PLACED', 'CANCELLING', 'CANCELLED')) = (order_id is not null)),
  -- Asked by a shopper: goods that a location holds in its hands stay with the order.
  add column is_untouched_only boolean not null default false,
  add column cancelled_at timestamptz,
  add constraint exchanges_cancelled check ((status = 'CANCELLED') = (cancelled_at is not null));
-- Of the credit of an exchange that was undone, what had been given back in money: it stays off the line's value.
alter table exchange_lines
  add column kept_minor bigint not null default 0 check (kept_minor between 0 and credit_minor);
