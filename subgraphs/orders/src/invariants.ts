/** What must hold at any moment; each query answers the rows that break it. */
export const invariants = [
  {
    name: 'every finished placement has its order, and every order one finished placement',
    sql: `select placements.order_id, orders.id from placements full join orders on orders.id = placements.order_id
      where (placements.state = 'DONE') is distinct from (orders.id is not null)`,
  },
  {
    name: 'each client and key has placed one order at most',
    sql: `select client, key from placements group by client, key having count(*) > 1`,
  },
  {
    name: 'fulfilled and cancelled units of a line are at most those ordered, delivered ones at most those fulfilled',
    sql: `select id from order_lines
      where fulfilled_quantity + cancelled_quantity > ordered_quantity or delivered_quantity > fulfilled_quantity`,
  },
  {
    name: 'every unit of a line is cancelled, waits for a location, or belongs to one',
    sql: `select order_lines.id, ordered_quantity, order_lines.cancelled_quantity, backorder.backordered_quantity, held.units
      from order_lines
      join lateral (select order_lines.backordered_quantity) as backorder on true
      join lateral (
        select coalesce(sum(part.quantity - part.cancelled_quantity - part.rerouted_quantity - part.passed_on_quantity), 0) as units
        from fulfillment_order_lines as part join fulfillment_orders as work on work.id = part.fulfillment_order_id
        where part.order_line_id = order_lines.id and work.status not in ('REJECTED', 'CANCELLED')
      ) as held on true
      where ordered_quantity <> order_lines.cancelled_quantity + backorder.backordered_quantity + held.units`,
  },
  {
    name: 'what locations handed on of a line, and nobody else took over or lost, is what the line counts as fulfilled',
    sql: `select order_lines.id from order_lines
      where fulfilled_quantity <> (select coalesce(sum(part.fulfilled_quantity - part.passed_on_quantity), 0)
        from fulfillment_order_lines as part where part.order_line_id = order_lines.id)`,
  },
  {
    name: 'units in shipments are units handed on by work that ships',
    sql: `select part.id from fulfillment_order_lines as part
      join fulfillment_orders as work on work.id = part.fulfillment_order_id
      where work.type <> 'CLICK_AND_COLLECT' and part.fulfilled_quantity <> (
        select coalesce(sum(quantity), 0) from shipment_lines where fulfillment_order_line_id = part.id)`,
  },
  {
    name: 'what a payment says is captured and refunded is what its movements come to',
    sql: `select payment_id from payments join (
        select payment_id,
          coalesce(sum(amount_minor) filter (where kind = 'CAPTURE' and state = 'SUCCEEDED'), 0) as captured,
          coalesce(sum(amount_minor) filter (where kind = 'REFUND' and state = 'SUCCEEDED'), 0) as refunded
        from payment_operations group by payment_id
      ) as moved on payment_id = payments.id
      where captured_minor <> captured or refunded_minor <> refunded`,
  },
  {
    name: 'of no capture is more given back, or being given back, than it took',
    sql: `select capture.id from payment_operations as capture where kind = 'CAPTURE' and amount_minor <
      (select coalesce(sum(amount_minor), 0) from payment_operations
        where capture_id = capture.id and state <> 'FAILED')`,
  },
  {
    name: 'what the demo payment service took and gave is what its payments say, unless something is under way',
    // An exchange's credit is money of a payment before it, which gives it back.
    sql: `with recursive came_from (id, origin_id) as (
        select id, id from payments where provider = 'demo'
        union select later.id, origin_id from came_from
          join payment_operations credit on credit.payment_id = came_from.id and credit.kind = 'REFUND'
            and credit.state = 'SUCCEEDED'
          join payments later on later.provider = 'exchange' and credit.refund_reference = 'exchange:' || later.reference
      )
      select payments.id from payments join demo_ledger on payment_id = payments.id
      where not exists (select from payment_operations join came_from on came_from.id = payment_operations.payment_id
          where origin_id = payments.id and state = 'REQUESTED')
        and (payments.captured_minor <> demo_ledger.captured_minor or demo_ledger.refunded_minor <>
          (select coalesce(sum(amount_minor), 0) from payment_operations
            join came_from on came_from.id = payment_operations.payment_id
            where origin_id = payments.id and kind = 'REFUND' and state = 'SUCCEEDED' and is_at_provider))`,
  },
  {
    name: 'captured is at most authorized, refunded at most captured',
    sql: `select id from payments where captured_minor > authorized_minor or refunded_minor > captured_minor`,
  },
  {
    name: 'an order is delivered or cancelled when its status says so, and only then',
    sql: `select id from orders
      where (status = 'COMPLETED') <> (delivered_at is not null) or (status = 'CANCELLED') <> (cancelled_at is not null)`,
  },
  {
    name: 'every group, line, payment, piece of work and moment of an order belongs to one that exists',
    sql: `select id from delivery_groups where order_id not in (select id from orders)
      union all select lines.id from order_lines as lines
        left join delivery_groups on delivery_groups.id = delivery_group_id and delivery_groups.order_id = lines.order_id
        where delivery_groups.id is null
      union all select id from payments where order_id not in (select id from orders)
      union all select work.id from fulfillment_orders as work
        left join delivery_groups on delivery_groups.id = delivery_group_id and delivery_groups.order_id = work.order_id
        where delivery_groups.id is null
      union all select part.id from fulfillment_order_lines as part
        left join fulfillment_orders as work on work.id = fulfillment_order_id
        left join order_lines on order_lines.id = order_line_id and order_lines.order_id = work.order_id
        where order_lines.id is null
      union all select id from order_events where order_id not in (select id from orders)`,
  },
] as const;
