import { delivery } from '../an-order.ts';
import { euro } from '../selling.ts';
import { type BadInputs, badKeys, badUnits, type Input, type Row, staleVersion, unknown } from './case.ts';
import type { Prepared } from './prepared.ts';

/** An order as a whole, and one that has ended. */
const targets = ({ open, closed }: Prepared) => ({
  target: { orderId: open.id, expectedVersion: open.version },
  ended: { orderId: closed.id, expectedVersion: closed.version },
  lineId: open.lines[0]?.id as string,
});
const key = { idempotencyKey: 'a-bad-change' };

/** What may be wrong with how lines reach the shopper. */
function badGroups(groupId: string | undefined): readonly Row[] {
  const group = (change: Input) => ({ deliveryGroups: [change] });
  return [
    ['an unknown group', group({ id: 'none' }), 'INVALID_INPUT', 'deliveryGroups.0.id'],
    ['a group without a name', group({ method: 'DELIVERY' }), 'INVALID_INPUT', 'deliveryGroups.0.key'],
    ['a group without a way', group({ key: 'new' }), 'INVALID_INPUT', 'deliveryGroups.0.method'],
    [
      'a collection nowhere',
      group({ id: groupId, method: 'CLICK_AND_COLLECT' }),
      'INVALID_INPUT',
      'deliveryGroups.0.pickupLocationId',
    ],
    [
      'a delivery to a store',
      group({ id: groupId, pickupLocationId: 'lyon' }),
      'INVALID_INPUT',
      'deliveryGroups.0.pickupLocationId',
    ],
    [
      'no city',
      group({ id: groupId, shippingAddress: { ...delivery.shippingAddress, city: '' } }),
      'INVALID_INPUT',
      'deliveryGroups.0.shippingAddress.city',
    ],
    [
      'a new group nobody names',
      group({ key: 'new', method: 'DELIVERY', shippingAddress: delivery.shippingAddress }),
      'INVALID_INPUT',
      'deliveryGroups.0.key',
    ],
  ];
}

function edits(prepared: Prepared): BadInputs {
  const { target, ended, lineId } = targets(prepared);
  const groupId = prepared.open.deliveryGroups[0]?.id;
  const added = (change: Input) => ({
    addLines: [
      {
        sku: 'SHIRT',
        quantity: 1,
        name: 'A',
        unitPrice: euro('1.00'),
        taxTotal: euro('0.10'),
        deliveryGroupKey: groupId,
        ...change,
      },
    ],
  });
  const units = (quantity: number, id = lineId) => ({ setQuantities: [{ lineId: id, quantity }] });
  const rows: readonly Row[] = [
    ...badKeys,
    unknown('orderId'),
    staleVersion,
    ['an order that has ended', ended, 'NOT_EDITABLE', ''],
    ['no change', { setQuantities: [] }, 'INVALID_INPUT', ''],
    ['an unknown line', units(1, 'none'), 'INVALID_INPUT', 'setQuantities.0.lineId'],
    ['units below zero', units(-1), 'INVALID_INPUT', 'setQuantities.0.quantity'],
    ['too many units', units(10_000), 'INVALID_INPUT', 'setQuantities.0.quantity'],
    ['nothing left', units(0), 'INVALID_INPUT', 'setQuantities'],
    ['no SKU', added({ sku: '' }), 'INVALID_INPUT', 'addLines.0.sku'],
    ['no unit', added({ quantity: 0 }), 'INVALID_INPUT', 'addLines.0.quantity'],
    [
      'another currency',
      added({ unitPrice: { amount: '1.00', currency: 'USD' } }),
      'INVALID_INPUT',
      'addLines.0.unitPrice.currency',
    ],
    ['a group that is not there', added({ deliveryGroupKey: 'none' }), 'INVALID_INPUT', 'addLines.0.deliveryGroupKey'],
    ...badGroups(groupId),
    [
      'a card number',
      {
        ...units(3),
        payment: {
          provider: 'demo',
          reference: 'x',
          method: 'card',
          cardToken: '4111111111111111',
          authorized: euro('99.00'),
        },
      },
      'INVALID_INPUT',
      'payment.cardToken',
    ],
    [
      'too little authorized',
      { ...units(3), payment: { provider: 'demo', reference: 'x', method: 'card', authorized: euro('1.00') } },
      'PAYMENT_DECLINED',
      'payment.authorized',
    ],
    ['more than there is', units(9999), 'INSUFFICIENT_STOCK', ''],
  ];
  return { mutation: 'editOrder', good: { ...key, ...target, ...units(1) }, rows };
}

/** Changes of an order as a whole. */
export function changes(prepared: Prepared): readonly BadInputs[] {
  const { open, held } = prepared;
  const { target, ended, lineId } = targets(prepared);
  return [
    edits(prepared),
    {
      mutation: 'cancelOrder',
      good: { ...key, ...target, reason: 'OPERATIONS' },
      rows: [
        ...badKeys,
        unknown('orderId'),
        staleVersion,
        ['an order that has ended', ended, 'INVALID_STATE', ''],
        ...badUnits('lines', lineId, 2),
      ],
    },
    {
      mutation: 'holdOrder',
      good: { ...target, reason: 'OPERATIONS' },
      rows: [
        unknown('orderId'),
        staleVersion,
        ['an order that has ended', ended, 'INVALID_STATE', ''],
        ['an end that has passed', { releaseAt: '2020-01-01T00:00:00Z' }, 'INVALID_STATE', 'releaseAt'],
      ],
    },
    {
      mutation: 'releaseOrderHold',
      good: { orderId: held.id, holdId: held.holdId },
      rows: [
        unknown('orderId'),
        unknown('holdId'),
        ['a hold of another order', { orderId: open.id }, 'NOT_FOUND', 'holdId'],
      ],
    },
  ];
}
