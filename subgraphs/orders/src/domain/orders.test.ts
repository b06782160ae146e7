import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancelUnits } from './cancellation.ts';
import { editabilityOf } from './editability.ts';
import {
  availableActions,
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  type FulfillmentOrderStatus,
  heldQuantity,
} from './fulfillment.ts';
import { type OrderLine, wantedQuantity } from './order.ts';
import { recordPick } from './picking.ts';
import { checkProof } from './pickup-proof.ts';
import { lineAmounts, shareOf } from './pricing.ts';
import { followEvents, type ShipmentStatus } from './shipment.ts';
import { fulfillmentStatusOf, orderStatusOf, paymentStatusOf } from './status.ts';

const aLine = (change: Partial<OrderLine> = {}): OrderLine => ({
  id: 'l1',
  orderId: 'o1',
  deliveryGroupId: 'g1',
  position: 0,
  sku: 'SHIRT',
  name: 'A shirt',
  orderedQuantity: 3,
  cancelledQuantity: 0,
  fulfilledQuantity: 0,
  deliveredQuantity: 0,
  backorderedQuantity: 0,
  unitPriceMinor: 1000,
  discountMinor: 0,
  taxMinor: 0,
  attributes: [],
  ...change,
});
const aWork = (change: Partial<FulfillmentOrder> = {}) =>
  ({ id: 'f1', status: 'OFFERED', type: 'SHIP_FROM_STORE', number: 'P-1-1', ...change }) as FulfillmentOrder;
const aPart = (change: Partial<FulfillmentOrderLine> = {}): FulfillmentOrderLine => ({
  id: 'p1',
  fulfillmentOrderId: 'f1',
  orderLineId: 'l1',
  position: 0,
  quantity: 3,
  cancelledQuantity: 0,
  pickedQuantity: 0,
  missingQuantity: 0,
  reroutedQuantity: 0,
  fulfilledQuantity: 0,
  passedOnQuantity: 0,
  ...change,
});

describe('the status of an order', () => {
  it.each([
    ['waits to be accepted', {}, ['OFFERED'], 'ALLOCATED'],
    ['is worked on', {}, ['OFFERED', 'PICKING'], 'IN_PROGRESS'],
    ['has units without a location', { backorderedQuantity: 1 }, ['PICKING', 'REJECTED'], 'BACKORDERED'],
    ['has nobody working on it', {}, ['REJECTED'], 'UNFULFILLED'],
    ['is shipped in part', { fulfilledQuantity: 1 }, ['PICKED'], 'PARTIALLY_FULFILLED'],
    ['is shipped but for what was cancelled', { fulfilledQuantity: 2, cancelledQuantity: 1 }, ['SHIPPED'], 'FULFILLED'],
    ['wants nothing any more', { cancelledQuantity: 3 }, ['CANCELLED'], 'NOT_REQUIRED'],
  ] as const)('tells that it %s', (_title, line, states, expected) => {
    const work = states.map((status) => ({ status: status as FulfillmentOrderStatus }));
    expect(fulfillmentStatusOf([aLine(line)], work)).toBe(expected);
  });

  it.each([
    [{ deliveredQuantity: 2, fulfilledQuantity: 3 }, 'OPEN'],
    [{ deliveredQuantity: 3, fulfilledQuantity: 3 }, 'COMPLETED'],
    [{ deliveredQuantity: 2, fulfilledQuantity: 2, cancelledQuantity: 1 }, 'COMPLETED'],
    [{ cancelledQuantity: 3 }, 'CANCELLED'],
  ] as const)('with %o is %s', (line, expected) => {
    expect(orderStatusOf('OPEN', [aLine(line)])).toBe(expected);
  });

  it.each([
    ['PENDING', { authorizedMinor: 99 }],
    ['AUTHORIZED', { authorizedMinor: 100 }],
    ['PARTIALLY_CAPTURED', { capturedMinor: 1 }],
    ['CAPTURED', { capturedMinor: 100 }],
    ['PARTIALLY_REFUNDED', { capturedMinor: 100, refundedMinor: 1 }],
    ['REFUNDED', { capturedMinor: 100, refundedMinor: 100 }],
    ['VOIDED', { status: 'VOIDED' as const }],
  ])('of payment is %s', (expected, change) => {
    const payment = { status: 'AUTHORIZED' as const, authorizedMinor: 100, capturedMinor: 0, refundedMinor: 0 };
    expect(paymentStatusOf([{ ...payment, ...change }], 100)).toBe(expected);
  });
});

describe('what a location may do', () => {
  it.each([
    ['SHIP_FROM_STORE', 'OFFERED', ['ACCEPT', 'REJECT', 'REASSIGN']],
    ['SHIP_FROM_STORE', 'ACCEPTED', ['REJECT', 'RECORD_PICK', 'REASSIGN']],
    ['SHIP_FROM_STORE', 'PICKED', ['PACK', 'SHIP']],
    ['WAREHOUSE_SHIP', 'OFFERED', ['ACCEPT', 'REJECT', 'SHIP', 'REASSIGN']],
    ['CLICK_AND_COLLECT', 'PICKED', ['MARK_READY']],
    ['CLICK_AND_COLLECT', 'READY_FOR_PICKUP', ['COMPLETE_PICKUP', 'REFUSE_PICKUP']],
    ['CLICK_AND_COLLECT', 'PARTLY_COLLECTED', ['COMPLETE_PICKUP', 'REFUSE_PICKUP']],
    ['CLICK_AND_COLLECT', 'PICKUP_REFUSED', []],
    ['WAREHOUSE_SHIP', 'SHIPPED', []],
    ['SHIP_FROM_STORE', 'REJECTED', []],
    ['SHIP_FROM_STORE', 'CANCELLED', []],
    ['SHIP_FROM_STORE', 'ON_HOLD', []],
  ] as const)('with %s that is %s: %o', (type, status, expected) => {
    expect(availableActions({ acceptBy: null, type, status })).toEqual(expected);
  });
});

describe('editability', () => {
  it.each([
    ['open work', 'OPEN', {}, {}, aPart(), { reducibleQuantity: 3, reasons: [] }],
    ['a closed order', 'COMPLETED', {}, {}, aPart(), { reducibleQuantity: 0, reasons: ['ORDER_CLOSED'] }],
    ['picking', 'OPEN', {}, { status: 'PICKING' }, aPart(), { reducibleQuantity: 0, reasons: ['PICKING_STARTED'] }],
    [
      'a parcel gone and nothing left',
      'OPEN',
      { fulfilledQuantity: 3 },
      { status: 'SHIPPED' },
      aPart({ pickedQuantity: 3, fulfilledQuantity: 3 }),
      { reducibleQuantity: 0, reasons: ['SHIPPED'] },
    ],
    [
      'units that wait for a location',
      'OPEN',
      { backorderedQuantity: 1 },
      { status: 'PICKED' },
      aPart({ pickedQuantity: 2, missingQuantity: 1, reroutedQuantity: 1 }),
      { reducibleQuantity: 1, reasons: [] },
    ],
  ] as const)('with %s', (_title, status, line, work, part, expected) => {
    const shares = [{ line: part, work: aWork(work as Partial<FulfillmentOrder>) }];
    expect(editabilityOf({ status }, aLine(line), shares)).toEqual({
      ...expected,
      isEditable: expected.reducibleQuantity > 0,
    });
  });
});

it('splits a discount over units so that the shares of all units are the discount', () => {
  expect(shareOf(100, 1, 3)).toBe(33);
  expect(shareOf(100, 2, 3)).toBe(67);
  expect(shareOf(999_999_999_999, 9998, 9999)).toBe(999_899_989_998);
  expect(lineAmounts(aLine({ discountMinor: 100, taxMinor: 300, cancelledQuantity: 1 }))).toEqual({
    items: 2000,
    discount: 67,
    tax: 200,
    total: 1933,
  });
});

const states: ShipmentStatus[] = ['LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION'];
it('finds one state of a shipment in whatever order its events come', () => {
  const events = fc.array(
    fc.record({
      status: fc.constantFrom(...states, 'RETURNED_TO_SENDER' as const),
      occurredAt: fc.integer({ min: 0, max: 5 }).map((day) => new Date(day * 86_400_000)),
    }),
  );
  fc.assert(
    fc.property(
      events.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(followEvents(shuffled)).toEqual(followEvents(list));
        if (list.some(({ status }) => status === 'DELIVERED') && followEvents(list).status !== 'RETURNED_TO_SENDER') {
          expect(followEvents(list).status).toBe('DELIVERED');
        }
      },
    ),
  );
});

it('lets a code open the pick-up only before it is locked, and an identity always', () => {
  const locked = { code: '123456', failedPickups: 5 };
  expect(checkProof({ pickupCode: '123456' }, { ...locked, failedPickups: 4 }).ok).toBe(true);
  expect(checkProof({ pickupCode: '123456' }, locked)).toMatchObject({ refusals: [{ attemptsLeft: 0 }] });
  expect(checkProof({ pickupCode: '999999' }, { ...locked, failedPickups: 0 })).toMatchObject({
    refusals: [{ code: 'PICKUP_PROOF_INVALID', attemptsLeft: 4 }],
  });
  expect(checkProof({ identityChecked: true }, locked).ok).toBe(true);
  expect(checkProof({}, locked)).toMatchObject({ refusals: [{ code: 'INVALID_INPUT' }] });
});

it('never loses or doubles a unit, whatever is picked and cancelled', () => {
  const numbers = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    backordered: fc.integer({ min: 0, max: 4 }),
    picked: fc.integer({ min: 0, max: 9 }),
    missing: fc.integer({ min: 0, max: 9 }),
    cancelled: fc.integer({ min: 1, max: 13 }),
    isComplete: fc.boolean(),
  });
  fc.assert(
    fc.property(numbers, ({ quantity, backordered, picked, missing, cancelled, isComplete }) => {
      const outcome = recordPick(
        [aPart({ quantity })],
        [{ lineId: 'p1', pickedQuantity: picked, missingQuantity: missing }],
        isComplete,
      );
      if (!outcome.ok) {
        expect(picked + missing).toBeGreaterThan(quantity);
        return;
      }
      const [part] = outcome.value.lines as [FulfillmentOrderLine];
      const rerouted = outcome.value.missing.reduce((sum, one) => sum + one.quantity, 0);
      const before = aLine({ orderedQuantity: quantity + backordered, backorderedQuantity: backordered + rerouted });
      const work = aWork({ status: outcome.value.status });
      const decision = cancelUnits({ status: 'OPEN', number: 'P-1' }, [before], [{ line: part, work }], {
        asked: [{ lineId: 'l1', quantity: cancelled }],
        reach: () => true,
      });
      if (!decision.ok) {
        expect(cancelled).toBeGreaterThan(wantedQuantity(before));
        return;
      }
      const [line] = decision.value.lines as [OrderLine];
      const held = heldQuantity(decision.value.shares[0]?.line ?? part);
      expect(line.cancelledQuantity + line.backorderedQuantity + held).toBe(quantity + backordered);
      expect(Math.min(held, line.backorderedQuantity)).toBeGreaterThanOrEqual(0);
    }),
  );
});
