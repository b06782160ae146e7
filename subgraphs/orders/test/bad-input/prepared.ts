import { anOrder, collection } from '../an-order.ts';
import { atWork, type Work } from '../at-work.ts';
import { type Market, openMarket } from '../market.ts';
import { aKey, cancel, demoPayment, place, read, type Sold, ship } from '../selling.ts';

/** Something in each state that a mutation may find it in. */
export type Prepared = {
  readonly open: Sold;
  readonly held: Sold & { readonly holdId: string };
  readonly closed: Sold;
  readonly offered: Work;
  readonly accepted: Work;
  readonly picked: Work;
  readonly ready: Work;
  readonly asked: Work;
  readonly shipmentId: string;
  readonly returned: { readonly shipmentId: string; readonly orderLineId: string };
};

export const openPrepared = () =>
  openMarket({
    depot: { type: 'WAREHOUSE', stock: { SHIRT: 90 } },
    lyon: { type: 'STORE', stock: { SHIRT: 40, CAP: 40 } },
    nice: { type: 'STORE', stock: { CAP: 1 } },
  });

export async function prepare(market: Market): Promise<Prepared> {
  const staff = atWork(market);
  const sold = (sku: string) => place(market, { ...anOrder([{ sku, quantity: 2 }]), payment: demoPayment('45.00') });
  const workOf = async (sku: string) => staff.openWork((await sold(sku)).id);
  const collected = await place(market, {
    ...anOrder([{ sku: 'CAP', quantity: 2 }], { groups: [collection('lyon')] }),
    payment: demoPayment('40.00'),
  });
  const atCounter = await staff.picked(await staff.openWork(collected.id));
  const ready = await staff.done('markReadyForPickup', { id: atCounter.id, expectedVersion: atCounter.version });

  const closed = await sold('SHIRT');
  await cancel(market, closed);
  const [sent, back] = [await sold('SHIRT'), await sold('SHIRT')];
  await ship(market, sent);
  await ship(market, back);
  const waits = await sold('SHIRT');
  await staff.accept(await staff.openWork(waits.id));
  await cancel(market, await read(market, waits));
  await market.settle();
  const held = await sold('SHIRT');
  const { holdOrder } = await market.ask<{ holdOrder: { order: { holds: { id: string }[] } } }>(
    'mutation ($input: HoldOrderInput!) { holdOrder(input: $input) { order { holds { id } } } }',
    { input: { orderId: held.id, expectedVersion: held.version, reason: 'OPERATIONS' } },
  );
  const shipmentId = await shipmentOf(market, sent);
  const returned = await shipmentOf(market, back);
  await market.ask(
    'mutation ($input: RecordShipmentEventInput!) { recordShipmentEvent(input: $input) { __typename } }',
    {
      input: {
        shipmentId: returned,
        eventId: aKey(),
        status: 'RETURNED_TO_SENDER',
        occurredAt: market.clock.now().toISOString(),
      },
    },
  );
  const prepared = {
    open: await sold('SHIRT'),
    held: { ...(await read(market, held)), holdId: holdOrder.order.holds[0]?.id as string },
    closed: await read(market, closed),
    offered: await workOf('CAP'),
    accepted: await staff.accept(await workOf('CAP')),
    picked: await staff.picked(await workOf('CAP')),
    ready,
    asked: await staff.openWork(waits.id),
    shipmentId,
    returned: { shipmentId: returned, orderLineId: back.lines[0]?.id as string },
  };
  await market.settle();
  return { ...prepared, open: await read(market, prepared.open), closed: await read(market, prepared.closed) };
}

async function shipmentOf(market: Market, { id }: Sold): Promise<string> {
  const query = 'query ($id: ID!) { order(id: $id) { shipments { id } } }';
  const { order } = await market.ask<{ order: { shipments: { id: string }[] } }>(query, { id });
  return order.shipments[0]?.id as string;
}
