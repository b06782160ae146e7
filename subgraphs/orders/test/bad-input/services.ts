import { aService } from '@passerelle/testing';
import { euro } from '../selling.ts';
import { type BadInputs, type Input, unknown } from './case.ts';
import type { Prepared } from './prepared.ts';

const caller = aService('returns');

/** What returns ask of orders. */
export function services({ open }: Prepared): readonly BadInputs[] {
  const lineId = open.lines[0]?.id;
  const refund = { orderId: open.id, refundReference: 'rfd_bad', amount: euro('1.00'), method: 'ORIGINAL_PAYMENT' };
  const exchange = {
    exchangeId: 'exc_bad',
    returnId: 'ret_bad',
    originalOrderId: open.id,
    lines: [{ replacesOrderLineId: lineId, sku: 'CAP', quantity: 1 }],
    credit: euro('20.00'),
  };
  const lineWith = (change: Input) => ({ lines: [{ ...exchange.lines[0], ...change }] });
  return [
    {
      mutation: 'refundOrder',
      caller,
      good: refund,
      rows: [
        unknown('orderId'),
        ['another currency', { amount: { amount: '1.00', currency: 'USD' } }, 'INVALID_INPUT', 'amount.currency'],
        ['nothing', { amount: euro('0.00') }, 'INVALID_INPUT', 'amount.amount'],
        ['a method that is none', { method: 'SHELLS' }, 'INVALID_INPUT', 'method'],
      ],
    },
    {
      mutation: 'placeExchangeOrder',
      caller,
      good: exchange,
      rows: [
        unknown('originalOrderId'),
        ['no line', { lines: [] }, 'INVALID_INPUT', 'lines'],
        [
          'a line of another order',
          lineWith({ replacesOrderLineId: 'none' }),
          'INVALID_INPUT',
          'lines.0.replacesOrderLineId',
        ],
        ['no unit', lineWith({ quantity: 0 }), 'INVALID_INPUT', 'lines.0.quantity'],
        ['no SKU', lineWith({ sku: '' }), 'INVALID_INPUT', 'lines.0.sku'],
        ['another currency', { credit: { amount: '20.00', currency: 'USD' } }, 'INVALID_INPUT', 'credit.currency'],
        ['credit below zero', { credit: euro('-1.00') }, 'INVALID_INPUT', 'credit.amount'],
      ],
    },
    {
      mutation: 'cancelExchangeOrder',
      caller,
      good: { exchangeId: 'exc_none', originalOrderId: open.id, orderId: open.id, isUntouchedOnly: true },
      rows: [unknown('orderId'), ['an exchange that is none', {}, 'NOT_FOUND', 'orderId']],
    },
    {
      mutation: 'issueCredit',
      caller,
      good: { reference: 'rfd_bad_credit', amount: euro('5.00') },
      rows: [
        ['nothing', { amount: euro('0.00') }, 'INVALID_INPUT', 'amount.amount'],
        ['too many digits', { amount: euro('1.001') }, 'INVALID_INPUT', 'amount.amount'],
      ],
    },
  ];
}
