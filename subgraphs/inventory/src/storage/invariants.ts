/** What must hold whatever happens: each statement finds the rows at fault, none when all is well. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'reserved is what open reservations hold',
    sql: `
      select item_no, location_no, coalesce(level.reserved, 0) as reserved, coalesce(held.units, 0) as held
      from (select item_no, location_no, reserved from stock_levels where reserved <> 0) as level
      full join (
        select item_no, line.location_no, sum(quantity - issued_quantity - released_quantity) as units
        from reservation_lines as line join reservations on reservations.id = line.reservation_id
        where status in ('HELD', 'ALLOCATED') and quantity > issued_quantity + released_quantity
        group by item_no, line.location_no
      ) as held using (item_no, location_no)
      where coalesce(level.reserved, 0) <> coalesce(held.units, 0)`,
  },
  {
    name: 'an ended reservation holds nothing',
    sql: `
      select reservations.id, status from reservations join reservation_lines as line on reservation_id = reservations.id
      where status in ('ISSUED', 'RELEASED', 'EXPIRED') and quantity > issued_quantity + released_quantity`,
  },
  {
    name: 'the sum of the ledger is the level',
    sql: `
      select item_no, location_no, level.on_hand, entered.units, level.blocked, entered.blocked_units
      from stock_levels as level
      full join (
        select item_no, location_no, sum(applied_quantity) as units, sum(applied_blocked_quantity) as blocked_units
        from stock_movements group by item_no, location_no
      ) as entered using (item_no, location_no)
      where coalesce(level.on_hand, 0) <> coalesce(entered.units, 0)
        or coalesce(level.blocked, 0) <> coalesce(entered.blocked_units, 0)`,
  },
  {
    name: 'reserved is never below zero',
    sql: 'select item_no, location_no, reserved from stock_levels where reserved < 0',
  },
  {
    name: 'a shipment or pick-up issues what the ledger says',
    sql: `
      select order_id, issued.units, entered.units as entered
      from (select order_id, sum(units) as units from stock_issues group by order_id) as issued
      full join (
        select reference as order_id, -sum(quantity) as units
        from stock_movements where source = 'passerelle:issue' group by reference
      ) as entered using (order_id)
      where issued.units is distinct from entered.units`,
  },
];
