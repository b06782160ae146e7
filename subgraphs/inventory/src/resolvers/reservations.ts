import { orBadUserInput } from '@passerelle/server';
import { ok, type Refusal, type Result, refuse } from '@passerelle/values';
import { allocateOrder } from '../actions/allocate-order.ts';
import { correctStockAfterRejection } from '../actions/correct-stock-after-rejection.ts';
import { extendReservation, releaseReservation } from '../actions/end-reservation.ts';
import { issueAllocatedStock } from '../actions/issue-allocated-stock.ts';
import { promiseExpectedStock } from '../actions/promise-expected-stock.ts';
import { receiveReturnedStock } from '../actions/receive-returned-stock.ts';
import { receiveTransferredStock } from '../actions/receive-transferred-stock.ts';
import { releaseOrderAllocation } from '../actions/release-order-allocation.ts';
import { reserveStock } from '../actions/reserve-stock.ts';
import type { Context } from '../context.ts';
import { type Reservation as ReservationModel, shownLines } from '../domain/reservation.ts';
import type {
  MutationResolvers,
  OrderResolvers,
  QueryResolvers,
  ReservationLineResolvers,
  ReservationResolvers,
} from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

/** The value, or an error of the request that says which field is at fault: these payloads have no `userErrors`. */
const orNamedInput = <T>(result: Result<T, Refusal>): T =>
  orBadUserInput(
    result.ok
      ? result
      : refuse(
          ...result.refusals.map(({ message, path }) => ({
            message: path ? `${message} (${path.join('.')})` : message,
          })),
        ),
  );

export const reservationQueries: Pick<QueryResolvers, 'reservation'> = {
  reservation: (_root, { id }, context) => context.reads.visibleReservation(id, context.caller),
};

/** The reservation as it is now, or why nothing was done. */
async function reservationPayload<E>(context: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { reservation: null, userErrors: result.refusals as unknown as E[] };
  const reservation = await context.reads.writtenReservation(result.value);
  return { reservation, userErrors: [] };
}

type ReservationMutations =
  | 'reserveStock'
  | 'extendReservation'
  | 'releaseReservation'
  | 'allocateOrder'
  | 'promiseExpectedStock'
  | 'releaseOrderAllocation'
  | 'issueAllocatedStock'
  | 'correctStockAfterRejection'
  | 'receiveReturnedStock'
  | 'receiveTransferredStock';

export const reservationMutations: Pick<MutationResolvers, ReservationMutations> = {
  async reserveStock(_root, { input }, context) {
    const result = await reserveStock(context, context.caller, input);
    if (result.ok && result.value.reservation) return { reservation: result.value.reservation, userErrors: [] };
    return reservationPayload(context, result.ok ? ok(result.value.id) : result);
  },
  extendReservation: async (_root, { input }, context) =>
    reservationPayload(context, await extendReservation(context, context.caller, input)),
  releaseReservation: async (_root, { input }, context) =>
    reservationPayload(context, await releaseReservation(context, context.caller, input)),
  async allocateOrder(_root, { input }, context) {
    const result = await allocateOrder(context, input);
    if (!result.ok) return { reservations: [], userErrors: result.refusals as never };
    const found = await Promise.all(result.value.map(({ id, made }) => made ?? context.reads.writtenReservation(id)));
    return { reservations: found as ReservationModel[], userErrors: [] };
  },
  async promiseExpectedStock(_root, { input }, context) {
    const result = await promiseExpectedStock(context, input);
    if (!result.ok && result.refusals.some(({ code }) => code === 'INVALID_INPUT')) orNamedInput(result);
    return result.ok
      ? { promises: [...result.value], userErrors: [] }
      : { promises: [], userErrors: result.refusals as never };
  },
  releaseOrderAllocation: async (_root, { input }, context) => ({
    releasedUnits: orNamedInput(await releaseOrderAllocation(context, input)),
  }),
  async issueAllocatedStock(_root, { input }, context) {
    const result = await issueAllocatedStock(context, context.caller, input);
    return result.ok
      ? { issuedUnits: result.value, userErrors: [] }
      : { issuedUnits: 0, userErrors: result.refusals as never };
  },
  async correctStockAfterRejection(_root, { input }, context) {
    const result = await correctStockAfterRejection(context, context.caller, input);
    return { correctedUnits: orNamedInput(result) };
  },
  async receiveTransferredStock(_root, { input }, context) {
    const result = await receiveTransferredStock(context, context.caller, input);
    return { keptUnits: orNamedInput(result) };
  },
  async receiveReturnedStock(_root, { input }, context) {
    const result = await receiveReturnedStock(context, context.caller, input);
    return { restockedUnits: orNamedInput(result) };
  },
};

const Reservation: ReservationResolvers = {
  __resolveReference: ({ id }, context) => context.reads.visibleReservation(id, context.caller),
  channel: ({ channelId }) => ({ id: channelId }),
  lines: shownLines,
  order: ({ orderId }) => (orderId ? { id: orderId } : null),
};

const ReservationLine: ReservationLineResolvers = {
  location: ({ locationNo }, _args, context) => (locationNo === null ? null : locationOf(context, locationNo)),
  pool: async ({ poolNo }, _args, { pools }) =>
    poolNo === null ? null : ((await pools.get()).find((pool) => pool.poolNo === poolNo) ?? null),
};

const Order: OrderResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  reservations: ({ id }, _args, context) => context.reads.reservationsOfOrder.load(id),
};

export const reservationTypes = { Reservation, ReservationLine, Order };
