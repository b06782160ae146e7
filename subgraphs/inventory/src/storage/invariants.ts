/** What must hold whatever happens: each statement finds the rows at fault, none when all is well. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'reserved is what open reservations and transfers hold',
    sql: `
      select item_no, location_no, coalesce(level.reserved, 0) as reserved, coalesce(held.units, 0) as held
      from (select item_no, location_no, reserved from stock_levels where reserved <> 0) as level
      full join (
      select item_no, location_no, sum(units) as units from (
        select item_no, line.location_no, sum(quantity - issued_quantity - released_quantity) as units
        from reservation_lines as line join reservations on reservations.id = line.reservation_id
        where status in ('HELD', 'ALLOCATED') and quantity > issued_quantity + released_quantity
        group by item_no, line.location_no
        union all
        select item_no, from_location_no, sum(at_sender)
        from transfer_lines join transfer_orders on transfer_orders.id = transfer_id
        where status in ('REQUESTED', 'PICKING') and at_sender > 0
        group by item_no, from_location_no
      ) as part group by item_no, location_no
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
    name: 'a pool has reserved what open reservations hold of it',
    sql: `
      select item_no, location_no, pool_no, stock.reserved, held.units
      from (select * from pool_stock where reserved <> 0) as stock
      full join (
        select item_no, line.location_no, pool_no, sum(quantity - issued_quantity - released_quantity) as units
        from reservation_lines as line join reservations on reservations.id = line.reservation_id
        where status in ('HELD', 'ALLOCATED') and pool_no is not null
          and quantity > issued_quantity + released_quantity
        group by item_no, line.location_no, pool_no
      ) as held using (item_no, location_no, pool_no)
      where coalesce(stock.reserved, 0) <> coalesce(held.units, 0)`,
  },
  {
    name: 'a pool has what its ledger says, and no more reserved than that',
    sql: `
      select item_no, location_no, pool_no, stock.allocated, stock.reserved, entered.units
      from pool_stock as stock
      full join (
        select item_no, location_no, pool_no, sum(quantity) as units
        from pool_movements group by item_no, location_no, pool_no
      ) as entered using (item_no, location_no, pool_no)
      where coalesce(allocated, 0) <> coalesce(entered.units, 0) or reserved > allocated or reserved < 0`,
  },
  {
    name: 'a level knows what is set apart of it',
    sql: `
      select item_no, location_no, level.set_aside, stock.units
      from (select * from stock_levels where set_aside <> 0) as level
      full join (
        select item_no, location_no, sum(allocated - reserved) as units
        from pool_stock group by item_no, location_no having sum(allocated - reserved) <> 0
      ) as stock using (item_no, location_no)
      where coalesce(level.set_aside, 0) <> coalesce(stock.units, 0)`,
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
  {
    name: 'a line of a reservation is of a reservation and a level that are known',
    sql: `
      select reservation_id, line_no from reservation_lines as line
      where not exists (select from reservations where reservations.id = line.reservation_id)
        or not exists (select from stock_levels as level
          where level.item_no = line.item_no and level.location_no = line.location_no)
        or pool_no is not null and not exists (select from inventory_pools as pool where pool.pool_no = line.pool_no)`,
  },
  {
    name: 'a level is of an item and a location that are known',
    sql: `
      select item_no, location_no from stock_levels as level
      where not exists (select from items where items.item_no = level.item_no)
        or not exists (select from locations where locations.location_no = level.location_no)`,
  },
  {
    name: 'every unit of a transfer is somewhere',
    sql: `
      select transfer_id, line_no from transfer_lines
      where requested <> at_sender + not_found + damaged_at_sender + left_behind + shipped
        or shipped <> in_transit + received + damaged + lost + found_at_sender`,
  },
  {
    name: 'a transfer on its way is expected where it goes',
    sql: `
      select transfer_id, item_no, coming.in_transit, expected.quantity
      from (
        select transfer_id, item_no, to_location_no as location_no, in_transit
        from transfer_lines join transfer_orders on transfer_orders.id = transfer_id where in_transit > 0
      ) as coming
      full join (
        select reference as transfer_id, item_no, location_no, quantity
        from expected_receipts where source = 'passerelle:transfer-order' and quantity > 0
      ) as expected using (transfer_id, item_no, location_no)
      where in_transit is distinct from quantity`,
  },
  {
    name: 'a transfer moved what the ledger says, at both ends',
    sql: `
      select transfer_id, item_no, location_no, told.units, entered.units as entered
      from (
        select transfer_id, item_no, from_location_no as location_no,
          found_at_sender - not_found - shipped - taken_in as units
        from transfer_lines join transfer_orders on transfer_orders.id = transfer_id
        union all
        select transfer_id, item_no, to_location_no, received + damaged + taken_in
        from transfer_lines join transfer_orders on transfer_orders.id = transfer_id
      ) as told
      full join (
        select reference as transfer_id, item_no, location_no, sum(quantity) as units
        from stock_movements where source = 'passerelle:transfer-order' and kind = 'DELTA'
        group by reference, item_no, location_no
      ) as entered using (transfer_id, item_no, location_no)
      where coalesce(told.units, 0) <> coalesce(entered.units, 0)`,
  },
];
