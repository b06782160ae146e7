import type { Return, ReturnLine } from '../src/domain/return.ts';

const moment = new Date('2026-11-22T09:30:00Z');

/** A line of three units worth 10.00, of which nothing arrived, unless told. */
export const aLine = (facts: Partial<ReturnLine> = {}): ReturnLine => ({
  id: 'rln_1',
  orderLineId: 'oln_1',
  sku: 'SHIRT',
  fulfilledQuantity: 3,
  requestedQuantity: 3,
  receivedQuantity: 0,
  acceptedQuantity: 0,
  refusedQuantity: 0,
  reason: 'TOO_SMALL',
  resolution: 'REFUND',
  note: null,
  refundableMinor: 1000,
  taxMinor: 167,
  restockingFeeMinor: 0,
  refundTiming: 'AFTER_INSPECTION',
  refundedQuantity: 0,
  refundedMinor: 0,
  policyId: 'rpo_1',
  policyVersion: 1,
  returnableUntil: null,
  ...facts,
});

/** An approved return to the store in Lyon, unless told; for tests. */
export const aReturn = (facts: Partial<Return> = {}): Return => ({
  id: 'ret_1',
  number: 'R00010001',
  orderId: 'ord_1',
  channelId: 'chn_web',
  customerId: 'customer-1',
  currency: 'EUR',
  status: 'APPROVED',
  method: 'IN_STORE',
  dropOffLocationId: 'loc_lyon',
  destinationId: 'loc_lyon',
  carrier: null,
  policyOutcome: 'AUTO_APPROVED',
  reviewReasons: [],
  labelFeeMinor: 0,
  deliveryMinor: 0,
  refundedMinor: 0,
  refundedDeliveryMinor: 0,
  expiresAt: null,
  declineReason: null,
  attributes: [],
  version: 1,
  requestedAt: moment,
  receivedAt: null,
  closedAt: null,
  updatedAt: moment,
  lines: [aLine()],
  ...facts,
});
