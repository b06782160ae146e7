import type { Client } from './client.ts';
import { operations } from './operations.ts';
import type { OrderPlan } from './order-plans.ts';

type Order = { readonly lines: readonly { readonly id: string; readonly fulfilledQuantity: number }[] };
type Return = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly lines: readonly { readonly id: string; readonly requestedQuantity: number }[];
};

const reasons = ['TOO_SMALL', 'TOO_LARGE', 'CHANGED_MIND', 'NOT_AS_DESCRIBED', 'DEFECTIVE'];

/** Sends a line of a delivered order back and takes the return as far as its plan says; answers whether there is one. */
export async function sendBack(
  client: Client,
  orderId: string,
  { plan, storeId }: { plan: OrderPlan; storeId: string },
): Promise<boolean> {
  const order = await client.read<Order>('orders', operations.order, { id: orderId });
  const line = order.lines.find(({ fulfilledQuantity }) => fulfilledQuantity > 0);
  if (!line || !plan.returnFate) return false;

  const asked = await client.change<{ return: { id: string } }>('returns', operations.askReturn, {
    idempotencyKey: `demo-return-${orderId}`,
    orderId,
    method: 'IN_STORE',
    dropOffLocationId: storeId,
    lines: [{ orderLineId: line.id, quantity: 1, reason: reasons[plan.number % reasons.length] }],
  });
  if (!asked) return false;
  if (plan.returnFate !== 'REQUESTED') await process(client, asked.return.id, { plan, storeId });
  return true;
}

const reread = (client: Client, id: string) => client.read<Return>('returns', operations.return, { id });

async function process(client: Client, id: string, { plan, storeId }: { plan: OrderPlan; storeId: string }) {
  const requested = await reread(client, id);
  if (requested.status === 'REQUESTED') {
    await client.change('returns', operations.approve, { id, expectedVersion: requested.version });
  }
  if (plan.returnFate === 'APPROVED') return;

  const approved = await reread(client, id);
  await client.change('returns', operations.takeBack, {
    idempotencyKey: `demo-receive-${id}`,
    id,
    expectedVersion: approved.version,
    locationId: storeId,
    lines: approved.lines.map((line) => ({ returnLineId: line.id, quantity: line.requestedQuantity })),
  });
  if (plan.returnFate === 'RECEIVED') return;

  const received = await reread(client, id);
  const isWorn = plan.number % 4 === 0;
  await client.change('returns', operations.inspect, {
    idempotencyKey: `demo-inspect-${id}`,
    id,
    expectedVersion: received.version,
    locationId: storeId,
    lines: received.lines.map((line) => ({
      returnLineId: line.id,
      quantity: line.requestedQuantity,
      condition: isWorn ? 'WORN' : 'AS_NEW',
      disposition: isWorn ? 'SCRAP' : 'RESTOCK',
    })),
  });
}
