import { formatMoney } from '@passerelle/values';
import { acceptCancellation } from '../actions/accept-cancellation.ts';
import { acceptFulfillmentOrder } from '../actions/accept-fulfillment-order.ts';
import { cancelExchangeOrder } from '../actions/cancel-exchange-order.ts';
import { cancelOrder } from '../actions/cancel-order.ts';
import { completePickup } from '../actions/complete-pickup.ts';
import { editOrder } from '../actions/edit-order.ts';
import { holdOrder } from '../actions/hold-order.ts';
import { type ImportRow, importOrders } from '../actions/import-orders.ts';
import { issueCredit } from '../actions/issue-credit.ts';
import { markReadyForPickup } from '../actions/mark-ready-for-pickup.ts';
import { packFulfillmentOrder } from '../actions/pack-fulfillment-order.ts';
import { placeExchangeOrder } from '../actions/place-exchange-order.ts';
import { placeOrder } from '../actions/place-order.ts';
import { reassignFulfillmentOrder } from '../actions/reassign-fulfillment-order.ts';
import { receiveReturnedShipment } from '../actions/receive-returned-shipment.ts';
import { receiveTransfer } from '../actions/receive-transfer.ts';
import { recordPick } from '../actions/record-pick.ts';
import { recordShipmentEvent } from '../actions/record-shipment-event.ts';
import { refundOrder } from '../actions/refund-order.ts';
import { type RefuseInput, refuseCancellation } from '../actions/refuse-cancellation.ts';
import { refusePickup } from '../actions/refuse-pickup.ts';
import { rejectFulfillmentOrder } from '../actions/reject-fulfillment-order.ts';
import { releaseOrderHold } from '../actions/release-order-hold.ts';
import { resolveShipment } from '../actions/resolve-shipment.ts';
import { shipFulfillmentOrder } from '../actions/ship-fulfillment-order.ts';
import type { Context } from '../context.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import type { MutationResolvers } from '../generated/resolver-types.ts';
import { strategyMutations } from './strategy.ts';

type Outcome = { ok: true; value: { readonly id: string } } | { ok: false; refusals: readonly OrderRefusal[] };

/** Payload of a transition: the work as it is now, or why nothing was done. Its union is narrower than our refusals. */
async function workPayload(result: Outcome, { reads }: Context) {
  return result.ok
    ? { fulfillmentOrder: await reads.workOf.load(result.value.id), userErrors: [] }
    : { fulfillmentOrder: null, userErrors: result.refusals as never[] };
}

type OrderOutcome =
  | { ok: true; value: { readonly orderId: string } }
  | { ok: false; refusals: readonly OrderRefusal[] };

const orderPayload = async (result: OrderOutcome, { reads }: Context) =>
  result.ok
    ? { order: await reads.orderOf.load(result.value.orderId), userErrors: [] }
    : { order: null, userErrors: result.refusals as never[] };

type ShipmentOutcome =
  | { ok: true; value: { readonly shipmentId: string } }
  | { ok: false; refusals: readonly OrderRefusal[] };

const changeOf = async (id: string | null, orderId: string, { reads }: Context) =>
  id === null ? null : ((await reads.changesOfOrder.load(orderId)).find((one) => one.id === id) ?? null);

const shipmentPayload = async (result: ShipmentOutcome, { reads }: Context) =>
  result.ok
    ? { shipment: await reads.shipment.load(result.value.shipmentId), userErrors: [] }
    : { shipment: null, userErrors: result.refusals as never[] };

/** Entry points of writing. */
export const Mutation: Required<MutationResolvers> = {
  async placeOrder(_root, { input }, context) {
    const result = await placeOrder(context, context.caller, input as never);
    return result.ok
      ? { order: await context.reads.orderOf.load(result.value.orderId), userErrors: [] }
      : { order: null, userErrors: result.refusals as never[] };
  },
  async importOrders(_root, { input }, context) {
    const result = await importOrders(context, context.caller, input.orders as unknown as ImportRow[]);
    if (!result.ok) return { acceptedCount: 0, rejectedCount: 0, rows: [], userErrors: result.refusals as never[] };
    const rows = [...result.value];
    const acceptedCount = rows.filter(({ orderId }) => orderId).length;
    return { acceptedCount, rejectedCount: rows.length - acceptedCount, rows, userErrors: [] };
  },
  async editOrder(_root, { input }, context) {
    const result = await editOrder(context, context.caller, input as never);
    if (!result.ok) return { order: null, preview: null, changeRequest: null, userErrors: result.refusals as never[] };
    const { orderId, currency, changes, totalBefore, totalAfter, changeRequestId, isAsked } = result.value;
    const amount = (minor: number) => formatMoney({ minor, currency });
    return {
      order: await context.reads.orderOf.load(orderId),
      preview: {
        changes: [...changes],
        totalBefore: amount(totalBefore),
        totalAfter: amount(totalAfter),
        amountDue: amount(totalAfter - totalBefore),
        waitsForWarehouse: isAsked,
      },
      changeRequest: await changeOf(changeRequestId, orderId, context),
      userErrors: [],
    };
  },
  async holdOrder(_root, { input }, context) {
    return orderPayload(await holdOrder(context, context.caller, input as never), context);
  },
  async releaseOrderHold(_root, { input }, context) {
    return orderPayload(await releaseOrderHold(context, context.caller, input), context);
  },
  async cancelOrder(_root, { input }, context) {
    const result = await cancelOrder(context, context.caller, input);
    if (!result.ok) {
      return { order: null, refundedTotal: null, changeRequest: null, userErrors: result.refusals as never[] };
    }
    const { orderId, refundedMinor, changeRequestId } = result.value;
    const order = await context.reads.orderOf.load(orderId);
    const refundedTotal =
      order && refundedMinor !== null ? formatMoney({ minor: refundedMinor, currency: order.currency }) : null;
    return { order, refundedTotal, changeRequest: await changeOf(changeRequestId, orderId, context), userErrors: [] };
  },
  async acceptFulfillmentOrder(_root, { input }, context) {
    return workPayload(await acceptFulfillmentOrder(context, context.caller, input), context);
  },
  async rejectFulfillmentOrder(_root, { input }, context) {
    return workPayload(await rejectFulfillmentOrder(context, context.caller, input), context);
  },
  async acceptCancellation(_root, { input }, context) {
    return workPayload(await acceptCancellation(context, context.caller, input), context);
  },
  async refuseCancellation(_root, { input }, context) {
    return workPayload(await refuseCancellation(context, context.caller, input as RefuseInput), context);
  },
  async recordPick(_root, { input }, context) {
    return workPayload(await recordPick(context, context.caller, input), context);
  },
  async packFulfillmentOrder(_root, { input }, context) {
    return workPayload(await packFulfillmentOrder(context, context.caller, input), context);
  },
  async reassignFulfillmentOrder(_root, { input }, context) {
    return workPayload(await reassignFulfillmentOrder(context, context.caller, input), context);
  },
  async shipFulfillmentOrder(_root, { input }, context) {
    const result = await shipFulfillmentOrder(context, context.caller, input as never);
    const shipment = result.ok ? await context.reads.shipment.load(result.value.shipmentId as string) : null;
    return { ...(await workPayload(result, context)), shipment };
  },
  async receiveTransfer(_root, { input }, context) {
    return workPayload(await receiveTransfer(context, context.caller, input as never), context);
  },
  async markReadyForPickup(_root, { input }, context) {
    return workPayload(await markReadyForPickup(context, context.caller, input), context);
  },
  async completePickup(_root, { input }, context) {
    return workPayload(await completePickup(context, context.caller, input), context);
  },
  async refusePickup(_root, { input }, context) {
    return workPayload(await refusePickup(context, context.caller, input), context);
  },
  ...strategyMutations,
  async recordShipmentEvent(_root, { input }, context) {
    const result = await recordShipmentEvent(context, context.caller, input as never);
    return result.ok
      ? { shipment: await context.reads.shipment.load(result.value.shipmentId), userErrors: [] }
      : { shipment: null, userErrors: result.refusals as never[] };
  },
  async resolveShipment(_root, { input }, context) {
    return shipmentPayload(await resolveShipment(context, context.caller, input), context);
  },
  async receiveReturnedShipment(_root, { input }, context) {
    return shipmentPayload(await receiveReturnedShipment(context, context.caller, input), context);
  },
  async placeExchangeOrder(_root, { input }, context) {
    const result = await placeExchangeOrder(context, context.caller, input);
    if (!result.ok) return { order: null, amountDue: null, userErrors: result.refusals as never[] };
    const { orderId, amountDue } = result.value;
    return {
      order: await context.reads.orderOf.load(orderId),
      amountDue: formatMoney(amountDue),
      userErrors: [],
    };
  },
  async cancelExchangeOrder(_root, { input }, context) {
    const result = await cancelExchangeOrder(context, input);
    if (!result.ok) return { order: null, userErrors: result.refusals as never[] };
    return { order: await context.reads.orderOf.load(result.value), userErrors: [] };
  },
  async refundOrder(_root, { input }, context) {
    const result = await refundOrder(context, input);
    if (!result.ok) {
      return {
        status: null,
        reference: null,
        declineCode: null,
        creditNumber: null,
        refundable: null,
        userErrors: result.refusals as never[],
      };
    }
    return { ...result.value, refundable: formatMoney(result.value.refundable), userErrors: [] };
  },
  async issueCredit(_root, { input }, context) {
    const nothing = { status: null, creditNumber: null, declineCode: null };
    const result = await issueCredit(context, input);
    if (!result.ok) return { ...nothing, userErrors: result.refusals as never[] };
    const answer = result.value;
    return answer.status === 'SUCCEEDED'
      ? { ...nothing, status: answer.status, creditNumber: answer.number, userErrors: [] }
      : { ...nothing, ...answer, userErrors: [] };
  },
};
