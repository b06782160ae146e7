import type { Connection } from '@passerelle/database';
import { type Caller, isSilence } from '@passerelle/server';
import { insufficientStock, newId, notFound, ok, type Result, refuse, reservationExpired } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { CaptureInput, Draft } from '../domain/capture.ts';
import type { CapturedOrder } from '../domain/new-order.ts';
import { type Order, type Payment, wantedQuantity } from '../domain/order.ts';
import { noSource, type OrderRefusal } from '../domain/refusals.ts';
import {
  type PlannedWork,
  planPromised,
  planWork,
  type SourcedGroup,
  type Unsourced,
  unsourced,
} from '../domain/work-plan.ts';
import type { AllocationRefusal } from './inventory.ts';
import { allocationOf } from './plans.ts';
import { type Rank, sourceGroups, wantedGroups } from './sources.ts';
import type { ExitLog } from './user-exits.ts';

/** Longest a placement may take; then its recovery gives back what it took. */
export const leaseMs = 30_000;
/**
 * Times the saga chooses locations when others were quicker. Who loses a race lost it to an order that was placed, so
 * choosing again ends when nothing is left; the bound is for candidates and allocation that disagree for good.
 */
const allocationAttempts = 50;

/** What makes a placement different from a sale. */
export type Special = {
  /** The first payment, when it is not an authorization made elsewhere. */
  readonly payment?: (orderId: string, paymentId: string) => Payment;
  /** What becomes true together with the order, in its transaction; throwing leaves nothing of the order. */
  readonly alsoStore?: (tx: Connection, order: Order) => Promise<void>;
};

/** One placement under way. */
export type Saga = {
  readonly special: Special;
  readonly input: CaptureInput;
  readonly draft: Draft;
  readonly parts: CapturedOrder;
  readonly caller: Caller;
  readonly now: Date;
  readonly reservationId: string | null;
  /** What user exits said of it. */
  readonly exitLog: ExitLog;
  readonly rank: Rank;
};

export type Allocated = {
  readonly groups: readonly SourcedGroup[];
  /** What was allocated; with `isAwaited`, what may have been, and is to be given back before anything else is taken. */
  readonly plan: readonly PlannedWork[];
  readonly revision: number;
  /** Inventory did not answer: nobody knows yet who will serve the order. */
  readonly isAwaited: boolean;
};

/**
 * Chooses and allocates, again when somebody else was quicker. An order is not lost because inventory is silent: it is
 * taken without locations, which are looked for when inventory answers again.
 */
export async function allocate(deps: Dependencies, saga: Saga): Promise<Result<Allocated, OrderRefusal>> {
  const { input, parts, now, reservationId } = saga;
  let lost: readonly AllocationRefusal[] = [];
  for (let revision = 1; revision <= allocationAttempts; revision++) {
    const groups = await unlessSilent(source(deps, saga));
    if (!groups) return ok({ groups: [], plan: [], revision, isAwaited: true });
    await deps.fault('candidates-read');
    const short = shortagesOf(groups, input);
    const missing = unsourced(groups);
    if (deps.now().getTime() >= now.getTime() + leaseMs) throw new Error('the placement took longer than its lease');

    const plan = planWork(groups, now, {
      work: () => newId('fulfillmentOrder', now),
      line: () => newId('fulfillmentOrderLine', now),
    });
    // What is there is not taken, not even for a moment, when the rest cannot be had.
    if (missing.length > 0 && plan.length > 0 && !(await mayPromise(deps, saga, missing, revision))) {
      return refuse(...short);
    }
    const answer = await unlessSilent(
      plan.length === 0
        ? Promise.resolve([])
        : deps.inventory.allocate({
            orderId: parts.orderId,
            revision,
            channelId: input.channelId,
            ...(reservationId ? { reservationId } : {}),
            lines: allocationOf({ plan }),
          }),
    );
    if (!answer) return ok({ groups, plan, revision, isAwaited: true });
    lost = answer;
    if (lost.length > 0 && lost.every(isOfRace)) continue;
    if (lost.length > 0) break;
    if (missing.length === 0) return ok({ groups, plan, revision, isAwaited: false });
    await deps.fault('stock-taken');
    return promiseRest(deps, saga, { groups, plan, revision: revision + 1, missing, short });
  }
  return refuse(...lost.map((refusal) => asRefusal(refusal, input)));
}

const isOfRace = ({ code }: AllocationRefusal) => code === 'INSUFFICIENT_STOCK' || code === 'LOCATION_NOT_ELIGIBLE';

type Rest = {
  readonly groups: readonly SourcedGroup[];
  readonly plan: readonly PlannedWork[];
  readonly revision: number;
  readonly missing: readonly Unsourced[];
  readonly short: readonly OrderRefusal[];
};

/** Whether enough is on its way; a silent inventory is asked again for the promise itself. */
async function mayPromise(
  { inventory }: Dependencies,
  { input: { channelId }, parts: { orderId } }: Saga,
  missing: Rest['missing'],
  revision: number,
): Promise<boolean> {
  const lines = missing.map(({ lineId: orderLineId, ...wish }) => ({ orderLineId, ...wish }));
  const asked = inventory.promise({ orderId, revision, channelId, lines, dryRun: true });
  return (await unlessSilent(asked)) !== null;
}

/** Has units that no location has promised against goods on their way; without enough of them nothing stays taken. */
async function promiseRest(
  { inventory }: Dependencies,
  { input: { channelId }, parts: { orderId }, now }: Saga,
  { groups, plan, revision, missing, short }: Rest,
): Promise<Result<Allocated, OrderRefusal>> {
  const wishes = missing.map((line) => ({ ...line, id: newId('fulfillmentOrderLine', now) }));
  const lines = wishes.map(({ id: orderLineId, lineId: _line, ...wish }) => ({ orderLineId, ...wish }));
  const promises = await unlessSilent(inventory.promise({ orderId, revision, channelId, lines }));
  const nextId = () => newId('fulfillmentOrder', now);
  if (promises === undefined) {
    const asked = wishes.map(({ id, lineId, sku, quantity }) => ({ id, orderLineId: lineId, sku, quantity }));
    const unknown = { ...nowhere, id: nextId(), dueAt: now.toISOString(), lines: asked };
    return ok({ groups, plan: [...plan, unknown], revision, isAwaited: true });
  }
  if (promises === null) {
    if (plan.length > 0) await inventory.release({ orderId, revision });
    return refuse(...short);
  }
  const promised = promises.map(({ orderLineId: id, ...facts }) => ({
    ...facts,
    id,
    orderLineId: wishes.find((wish) => wish.id === id)?.lineId as string,
  }));
  return ok({ groups, plan: [...plan, ...planPromised(groups, promised, nextId)], revision, isAwaited: false });
}

/** Stands for work whose place inventory did not tell. */
const nowhere = { deliveryGroupId: '', locationId: '', type: 'WAREHOUSE_SHIP', acceptBy: null } as const;

/** What inventory says, or undefined when it is silent. */
const unlessSilent = <T>(call: Promise<T>): Promise<T | undefined> =>
  call.catch((error) => {
    if (isSilence(error)) return undefined;
    throw error;
  });

const source = (deps: Dependencies, { input, parts, reservationId, rank }: Saga) =>
  sourceGroups(
    deps,
    wantedGroups(parts.groups, (groupId) =>
      parts.lines
        .filter(({ deliveryGroupId }) => deliveryGroupId === groupId)
        .map((line) => ({ lineId: line.id, sku: line.sku, quantity: wantedQuantity(line) })),
    ),
    { channelId: input.channelId, reservationId, rank },
  );

const lineWith = (sku: string, input: CaptureInput) => [
  'lines',
  input.lines.findIndex((line) => line.sku === sku),
  'quantity',
];

function shortagesOf(groups: readonly SourcedGroup[], input: CaptureInput): OrderRefusal[] {
  const shortages = groups.flatMap(({ sourcing }) => sourcing.shortages);
  const sourceless = shortages.filter(({ available }) => available === 0).map(({ sku }) => sku);
  const partly = shortages.filter(({ available }) => available > 0);
  return [
    ...(sourceless.length > 0 ? [noSource([...new Set(sourceless)])] : []),
    ...partly.map(({ sku, requested, available }) =>
      insufficientStock(sku, requested, available, lineWith(sku, input)),
    ),
  ];
}

/** What inventory refused, in the words of this input. */
function asRefusal(refusal: AllocationRefusal, input: CaptureInput): OrderRefusal {
  const { code, sku, requestedQuantity = 0, availableQuantity = 0, expiredAt } = refusal;
  if (code === 'INSUFFICIENT_STOCK' && sku) {
    return insufficientStock(sku, requestedQuantity, availableQuantity, lineWith(sku, input));
  }
  if (code === 'RESERVATION_EXPIRED' && expiredAt) return reservationExpired(new Date(expiredAt), ['reservationId']);
  if (refusal.path?.includes('reservationId') && input.reservationId) {
    return notFound('reservation', input.reservationId, ['reservationId']);
  }
  return noSource([...new Set(input.lines.map((line) => line.sku))]);
}
