import { type Connection, inTransaction } from '@passerelle/database';
import {
  insufficientStock,
  invalidInput,
  newId,
  notFound,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  allocationReasons,
  allocationsOf,
  type FilledLine,
  maximumOrderLines,
  reservedChanges,
} from '../domain/allocation.ts';
import type { ChannelView } from '../domain/availability.ts';
import { type ExpectedReceipt, promiseFrom } from '../domain/expected-receipt.ts';
import type { Item } from '../domain/stock.ts';
import { checkNames } from '../domain/stock-event.ts';
import { findReceipts } from '../storage/expected-receipts.ts';
import { findItems } from '../storage/items.ts';
import { addMissingLevels } from '../storage/ledger.ts';
import { notePromises } from '../storage/promised.ts';
import { findReservationsOfOrders, insertReservations, lockOrder } from '../storage/reservations.ts';
import { addReserved, lockReservable } from '../storage/reserved.ts';

type PromiseLine = {
  readonly orderLineId: string;
  readonly sku: string;
  readonly quantity: number;
  /** Store where the units will be collected; any location when left out. */
  readonly locationId?: string | null;
};
export type PromiseExpectedStockInput = {
  readonly orderId: string;
  readonly revision: number;
  readonly channelId: string;
  readonly lines: readonly PromiseLine[];
  /** Only tells; nothing is reserved. */
  readonly dryRun?: boolean;
};
/** Units of a line that one receipt will bring. */
export type Promised = Omit<PromiseLine, 'locationId'> & {
  readonly locationId: string;
  readonly isStore: boolean;
  readonly expectedAt: Date;
};

/**
 * Promises an order units of goods on their way, all of them or nothing: they are reserved where they will arrive, so that
 * the same unit is promised once and nobody else can take it when it is there. Each line is served by one receipt, the
 * soonest that can. An order and revision that was promised already is refused, since the answer may have changed.
 */
export async function promiseExpectedStock(
  context: ActionContext,
  input: PromiseExpectedStockInput,
): Promise<Result<readonly Promised[], Refusal>> {
  const { orderId, revision, channelId, lines } = input;
  const problems = [...checkNames({ orderId }), ...checkPromised(lines)];
  if (problems.length > 0) return refuse(...problems);
  const view = await context.views.of(channelId);
  const at = context.now();
  return inTransaction(context.database, async (tx): Promise<Result<readonly Promised[], Refusal>> => {
    await lockOrder(tx, orderId);
    const known = await findReservationsOfOrders(tx, [orderId]);
    if (known.some((reservation) => reservation.revision === revision)) {
      return refuse(notFound('promise', `${orderId}:${revision}`, ['revision']));
    }
    const items = new Map(
      (await findItems(tx, [...new Set(lines.map(({ sku }) => sku))])).map((one) => [one.sku, one]),
    );
    const unknown = lines.flatMap(({ sku }, index) =>
      items.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
    );
    if (unknown.length > 0) return refuse(...unknown);
    const wanted = { ...input, items, at };
    const coming = await findComing(tx, view, wanted);
    const planned = fill(view, wanted, coming);
    if (!planned.ok || input.dryRun) return planned.ok ? ok(planned.value.map(shown)) : planned;
    // Levels are made only for what can be promised, and decided on again under their locks.
    await addMissingLevels(tx, coming, at);
    await lockReservable(tx, coming);
    const filled = fill(view, wanted, await findComing(tx, view, wanted));
    if (!filled.ok) return filled;
    await reserve(tx, input, filled.value, at);
    return ok(filled.value.map(shown));
  });
}

type Wanted = PromiseExpectedStockInput & { readonly items: ReadonlyMap<string, Item>; readonly at: Date };
type Filled = FilledLine & { readonly expectedAt: Date };

const shown = ({ orderLineId, item: { sku }, location, quantity, expectedAt }: Filled): Promised => ({
  orderLineId,
  sku,
  quantity,
  locationId: location.facts.locationId,
  isStore: location.facts.type === 'STORE',
  expectedAt,
});

/** Each line with the receipt that will serve it, or the first that none can serve. */
function fill(
  { network }: ChannelView,
  { lines, items, dryRun }: Wanted,
  receipts: readonly ExpectedReceipt[],
): Result<readonly Filled[], Refusal> {
  const filled: Filled[] = [];
  for (const [index, { orderLineId, sku, quantity, locationId }] of lines.entries()) {
    const item = items.get(sku) as Item;
    const own = filled.filter((line) => line.item.itemNo === item.itemNo);
    const taken = own.map(({ location, quantity: units }) => ({ locationNo: location.locationNo, units }));
    const only = locationId ? (network.byId.get(locationId)?.locationNo ?? 0) : null;
    const { receipt, available } = promiseFrom(
      receipts.filter(({ itemNo, locationNo }) => itemNo === item.itemNo && (only ?? locationNo) === locationNo),
      taken,
      quantity,
      // What is there now is taken after having asked.
      { isForSure: !dryRun },
    );
    const location = receipt && network.byNo.get(receipt.locationNo);
    if (!receipt || !location) {
      return refuse(insufficientStock(sku, quantity, available, ['lines', index, 'quantity']));
    }
    filled.push({ orderLineId, item, location, quantity, poolNo: null, expectedAt: receipt.expectedAt });
  }
  return ok(filled);
}

function checkPromised(lines: readonly PromiseLine[]): Refusal[] {
  if (lines.length < 1 || lines.length > maximumOrderLines) {
    return [invalidInput(['lines'], `Give 1 to ${maximumOrderLines} lines.`)];
  }
  return lines.flatMap(({ orderLineId, sku, quantity }, index): readonly Refusal[] => [
    ...checkNames({ orderLineId, sku }, ['lines', index]),
    ...(quantity >= 1 ? [] : [invalidInput(['lines', index, 'quantity'], 'quantity is 1 or more.')]),
  ]);
}

/** What is on its way to locations that may serve the channel. */
async function findComing(tx: Connection, view: ChannelView, { items, at }: Wanted): Promise<ExpectedReceipt[]> {
  const itemNos = [...items.values()].map(({ itemNo }) => itemNo);
  return (await findReceipts(tx, itemNos, at)).filter(({ locationNo }) => {
    const location = view.network.byNo.get(locationNo);
    return location !== undefined && allocationReasons(location, view.channelId, at).length === 0;
  });
}

async function reserve(
  tx: Connection,
  { orderId, revision, channelId }: PromiseExpectedStockInput,
  filled: readonly FilledLine[],
  at: Date,
): Promise<void> {
  const changes = reservedChanges(filled, null);
  await addReserved(tx, changes, at);
  await notePromises(tx, changes, at);
  const nextId = () => newId('reservation', at);
  await insertReservations(tx, allocationsOf(filled, null, { orderId, revision, channelId, at, nextId }));
}
