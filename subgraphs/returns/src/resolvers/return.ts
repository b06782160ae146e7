import { formatMoney, money } from '@passerelle/values';
import { labelOf } from '../domain/label.ts';
import { refundSums } from '../domain/value.ts';
import { actionsFor } from '../domain/viewer.ts';
import { isWithoutReceipt } from '../domain/without-receipt.ts';
import type {
  ExchangeResolvers,
  ReturnConnectionResolvers,
  ReturnInspectionLineResolvers,
  ReturnInspectionResolvers,
  ReturnLineResolvers,
  ReturnPolicyDecisionResolvers,
  ReturnReceiptResolvers,
  ReturnResolvers,
  ReturnTransferResolvers,
  ReturnUserExitResolvers,
} from '../generated/resolver-types.ts';
import { seenReturn } from './seen-return.ts';

const reference = (id: string | null) => (id === null ? null : { id });

export const Return: ReturnResolvers = {
  __resolveReference: ({ id }, context) => seenReturn(context, id),
  order: ({ orderId, origin }) => (origin === 'ORDER' ? { id: orderId } : null),
  refundCurrency: ({ currency }) => currency,
  dropOffLocation: ({ dropOffLocationId }) => reference(dropOffLocationId),
  lodgedLocation: ({ lodgedLocationId }) => reference(lodgedLocationId),
  receipts: ({ id }, _args, { reads }) => reads.receipts.load(id),
  extras: ({ id }, _args, { reads }) => reads.extras.load(id),
  transfers: ({ id }, _args, { reads }) => reads.transfers.load(id),
  destination: ({ destinationId }) => reference(destinationId),
  lines: ({ lines, currency }) => lines.map((line) => ({ ...line, currency })),
  label: (found) => labelOf(found),
  inspections: ({ id }, _args, { reads }) => reads.inspections.load(id),
  exchanges: ({ id }, _args, { reads }) => reads.exchanges.load(id),
  refunds: ({ id }, _args, { reads }) => reads.refunds.load(id),
  refundSummary: (found) => {
    const { goods, delivery, fees, total, refunded } = refundSums(found);
    return {
      goods: formatMoney(goods),
      delivery: formatMoney(delivery),
      fees: formatMoney(fees),
      total: formatMoney(total),
      refunded: formatMoney(refunded),
    };
  },
  availableActions: (found, _args, { caller }) => actionsFor(caller, found),
  policyDecision: (found) => found,
  userExits: ({ id }, _args, { reads }) => reads.exitCalls.load(id),
  attributes: ({ attributes }) => [...attributes],
};

export const ReturnPolicyDecision: ReturnPolicyDecisionResolvers = {
  outcome: ({ policyOutcome }) => policyOutcome,
  reasons: () => [],
  reviewReasons: ({ reviewReasons }) => [...reviewReasons],
  labelFee: ({ labelFeeMinor, currency }) => formatMoney(money(labelFeeMinor, currency)),
  delivery: ({ deliveryMinor, currency }) => formatMoney(money(deliveryMinor, currency)),
  lines: ({ lines, currency }) =>
    lines.map((line) => ({
      ...line,
      returnLineId: line.id,
      restockingFee: formatMoney(money(line.restockingFeeMinor, currency)),
    })),
  decidedAt: ({ requestedAt }) => requestedAt,
};

export const ReturnLine: ReturnLineResolvers = {
  orderLine: ({ orderLineId }) => (isWithoutReceipt(orderLineId) ? null : { id: orderLineId }),
  refundableTotal: ({ refundableMinor, currency }) => formatMoney(money(refundableMinor, currency)),
};

export const ReturnInspectionLine: ReturnInspectionLineResolvers = {
  photoUrls: ({ photoUrls }) => [...photoUrls],
  toLocation: ({ toLocationId }) => reference(toLocationId),
};

export const Exchange: ExchangeResolvers = {
  order: ({ orderId }) => reference(orderId),
  lines: ({ lines }) => [...lines],
  amountDue: ({ amountDueMinor, currency }) => formatMoney(money(amountDueMinor, currency)),
};

export const ReturnReceipt: ReturnReceiptResolvers = {
  location: ({ locationId }) => ({ id: locationId }),
  lines: ({ lines }) => [...lines],
};

export const ReturnTransfer: ReturnTransferResolvers = {
  isInspected: ({ inspectionId }) => inspectionId !== null,
  from: ({ fromLocationId }) => ({ id: fromLocationId }),
  to: ({ toLocationId }) => reference(toLocationId),
};

export const ReturnInspection: ReturnInspectionResolvers = {
  location: ({ locationId }) => ({ id: locationId }),
};

export const ReturnConnection: ReturnConnectionResolvers = {
  totalCount: ({ total }) => total(),
};

export const ReturnUserExit: ReturnUserExitResolvers = {
  name: ({ point }) => point,
  reasons: ({ reasons }) => reasons.map(({ code }) => code),
};
