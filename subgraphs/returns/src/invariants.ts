/** What must hold in this subgraph's tables at any moment. Each statement lists the rows that break its rule. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'no more units of an order line come back than were fulfilled when they were asked for',
    sql: `
      select order_line_id, sum(requested_quantity) as requested, max(fulfilled_quantity) as fulfilled
      from return_lines join returns on returns.id = return_lines.return_id
      where returns.status not in ('DECLINED', 'CANCELLED')
      group by order_line_id having sum(requested_quantity) > max(fulfilled_quantity)`,
  },
  {
    name: 'no more units are received than were asked for, nor more judged than received',
    sql: `
      select id from return_lines
      where received_quantity > requested_quantity or accepted_quantity + refused_quantity > received_quantity`,
  },
  {
    name: 'received units are the sum of the receipts',
    sql: `
      select line.id from return_lines as line
      left join (select return_line_id, sum(quantity) as quantity from receipt_lines group by return_line_id) as arrived
        on arrived.return_line_id = line.id
      where line.received_quantity <> coalesce(arrived.quantity, 0)`,
  },
  {
    name: 'units taken in unannounced are a line whose units all came with that receipt',
    sql: `
      select extra.id from receipt_extras as extra
      left join return_lines as line on line.id = extra.return_line_id and line.return_id = extra.return_id
      where outcome = 'TAKEN_IN' and (line.id is null or line.sku <> extra.sku or line.requested_quantity <> extra.quantity)`,
  },
  {
    name: 'judged units are the sum of the inspections',
    sql: `
      select line.id from return_lines as line
      left join (
        select return_line_id, sum(quantity) filter (where disposition <> 'SEND_BACK') as accepted,
          sum(quantity) filter (where disposition = 'SEND_BACK') as refused
        from inspection_lines join inspections on inspections.id = inspection_id
        where inspections.status = 'CONFIRMED' group by return_line_id) as found on found.return_line_id = line.id
      where line.accepted_quantity <> coalesce(found.accepted, 0) or line.refused_quantity <> coalesce(found.refused, 0)`,
  },
  {
    name: 'the units of each inspection are in stock, or a job is there to bring them',
    sql: `
      select id from inspections
      where needs_restock and restocked_at is null and inspections.status = 'CONFIRMED'
        and not exists (select from returns_jobs.jobs where key = 'restock:' || inspections.id)`,
  },
  {
    name: 'units and money that returns count as refunded are those of refunds that did not fail',
    sql: `
      select line.id from return_lines as line
      left join (
        select return_line_id, sum(quantity) as quantity, sum(refund_lines.amount_minor) as minor
        from refund_lines join refunds on refunds.id = refund_id
        where status <> 'FAILED' group by return_line_id) as paid on paid.return_line_id = line.id
      where line.refunded_quantity <> coalesce(paid.quantity, 0) or line.refunded_minor <> coalesce(paid.minor, 0)
      union all
      select returns.id from returns
      where refunded_minor <> (
        select coalesce(sum(amount_minor), 0) from refunds where return_id = returns.id and status <> 'FAILED')`,
  },
  {
    name: 'no money and no new goods were given for a return that was declined or withdrawn',
    sql: `
      select returns.id from returns join return_lines as line on line.return_id = returns.id
      where status in ('DECLINED', 'CANCELLED') and returns.refunded_minor + line.exchanged_quantity > 0`,
  },
  {
    name: 'units that returns count as exchanged are those of exchanges that neither failed nor were undone',
    sql: `
      select line.id from return_lines as line
      left join (
        select return_line_id, sum(quantity) filter (where status <> 'CANCELLED') as quantity,
          sum(case when status = 'CANCELLED' then kept_minor else exchange_lines.credit_minor end) as minor
        from exchange_lines join exchanges on exchanges.id = exchange_id
        where status <> 'FAILED' group by return_line_id) as given on given.return_line_id = line.id
      where line.exchanged_quantity <> coalesce(given.quantity, 0) or line.exchanged_minor <> coalesce(given.minor, 0)`,
  },
  {
    name: 'each exchange on its way has a job that brings it to its end',
    sql: `
      select id from exchanges
      where status in ('PENDING', 'CANCELLING')
        and not exists (select from returns_jobs.jobs where key = 'exchange:' || exchanges.id)`,
  },
  {
    name: 'each refund on its way has a job that brings it to its end',
    sql: `
      select id from refunds
      where status = 'PENDING' and not exists (select from returns_jobs.jobs where key = 'refund:' || refunds.id)`,
  },
  {
    name: 'units sent on are those the inspections sent on, and those that arrived are in stock, or a job is there',
    sql: `
      select inspection_lines.inspection_id from inspection_lines
      join inspections on inspections.id = inspection_lines.inspection_id and inspections.status = 'CONFIRMED'
      left join return_transfers using (inspection_id)
      where disposition = 'TRANSFER' and return_transfers.id is null
      union all
      select id from return_transfers
      where inspection_id is not null and arrived_at is not null and stocked_at is null
        and not exists (select from returns_jobs.jobs where key = 'restock:' || return_transfers.id)`,
  },
  {
    name: 'units in transit are those that drop-off points sent on and that have not arrived',
    sql: `
      select line.id from return_lines as line
      left join (
        select return_line_id, sum(quantity) as quantity from return_transfers
        where return_line_id is not null and arrived_at is null group by return_line_id) as sent
        on sent.return_line_id = line.id
      where line.in_transit_quantity <> coalesce(sent.quantity, 0)`,
  },
  {
    name: 'no two versions of policies for the same are in force at one moment',
    sql: `
      select one.policy_id from return_policy_versions as one
      join return_policy_versions as other on other.policy_id = one.policy_id and other.version > one.version
      where one.valid_to is null or other.valid_from is null or other.valid_from < one.valid_to`,
  },
  {
    name: 'each version of a return is one transition, and the last is the state it is in',
    sql: `
      select returns.id from returns
      left join return_transitions as last on last.return_id = returns.id and last.version = returns.version
      where last.status is distinct from returns.status
        or returns.version <> (select count(*) from return_transitions where return_id = returns.id)`,
  },
];
