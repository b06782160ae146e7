import type { Connection } from '@passerelle/database';
import type { FulfillmentOrder, FulfillmentOrderLine } from '../domain/fulfillment.ts';
import { backOnShelf, isToOffer, offeredAnew } from '../domain/letting-go.ts';
import { keepStates } from '../storage/holds.ts';
import type { WholeOrder } from '../storage/orders.ts';
import { replacePackages } from '../storage/packages.ts';
import { asItStood } from './read-edit.ts';

type Offered = { readonly work: FulfillmentOrder[]; readonly workLines: FulfillmentOrderLine[] };

/** Work that its warehouse let go of and that is there still, as it is to be saved: for the warehouse to take on again. */
export async function offerAnew(
  tx: Connection,
  whole: WholeOrder,
  letGo: ReadonlySet<string>,
  at: Date,
): Promise<Offered> {
  const again = new Set(
    (await asItStood(tx, whole)).filter((one) => letGo.has(one.id) && isToOffer(one)).map(({ id }) => id),
  );
  const work = whole.work.filter(({ id }) => again.has(id));
  const stopped = work.filter(({ status }) => status === 'ON_HOLD');
  await keepStates(
    tx,
    stopped.map((one) => ({ ...one, status: 'OFFERED' })),
  );
  for (const { id } of work) await replacePackages(tx, id, [], []);
  return {
    work: work.map((one) => (stopped.includes(one) ? one : offeredAnew(one, at))),
    workLines: whole.workLines.filter((line) => again.has(line.fulfillmentOrderId)).map(backOnShelf),
  };
}
