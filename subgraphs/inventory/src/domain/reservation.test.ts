import { describe, expect, it } from 'vitest';
import { issueFrom } from './issue.ts';
import { releasedUnits, releaseFrom } from './release.ts';
import { extendedExpiry, newLine, type Reservation, shownLines, statusAfter } from './reservation.ts';

const created = new Date('2026-11-22T10:00:00Z');
const minutes = (count: number) => new Date(created.getTime() + count * 60_000);

const aLine = (lineNo: number, orderLineId: string | null, quantity: number, facts = {}) => ({
  ...newLine({ lineNo, orderLineId, itemNo: 1, sku: 'SHIRT', locationNo: lineNo, poolNo: null, quantity }),
  ...facts,
});

const aReservation = (facts: Partial<Reservation> = {}): Reservation => ({
  id: 'rsv_1',
  status: 'HELD',
  channelId: 'chn_web',
  cartReference: 'cart',
  orderId: null,
  heldBy: null,
  revision: null,
  locationNo: null,
  expiresAt: minutes(15),
  version: 1,
  createdAt: created,
  lines: [aLine(1, null, 2), aLine(2, null, 3)],
  ...facts,
});

describe('extending a hold', () => {
  it.each([
    ['counts from now', 10, 15, 15, 25],
    ['never shortens', 0, 5, 15, 15],
    ['stops two hours after creation', 100, 60, 105, 120],
  ])('%s', (_title, at, asked, expires, expected) => {
    expect(extendedExpiry(aReservation({ expiresAt: minutes(expires) }), asked, minutes(at))).toEqual(
      minutes(expected),
    );
  });
});

describe('lines shown', () => {
  it('are summed by SKU while a cart is tied to no location', () => {
    expect(shownLines(aReservation())).toEqual([
      { sku: 'SHIRT', quantity: 5, issuedQuantity: 0, locationNo: null, poolNo: null },
    ]);
  });

  it('name the location of collection', () => {
    expect(shownLines(aReservation({ locationNo: 7, lines: [aLine(1, null, 2)] }))).toMatchObject([{ locationNo: 7 }]);
  });

  it('of an order leave out what it gave back', () => {
    const lines = [aLine(1, 'oln_1', 5, { releasedQuantity: 2, issuedQuantity: 1 })];
    expect(shownLines(aReservation({ orderId: 'ord_1', locationNo: 1, lines }))).toEqual([
      { sku: 'SHIRT', quantity: 3, issuedQuantity: 1, locationNo: 1, poolNo: null },
    ]);
  });
});

describe('the status of an allocation', () => {
  it.each([
    ['ALLOCATED', [aLine(1, 'a', 2, { issuedQuantity: 1 })]],
    ['ISSUED', [aLine(1, 'a', 2, { issuedQuantity: 2 })]],
    ['ISSUED', [aLine(1, 'a', 2, { issuedQuantity: 1, releasedQuantity: 1 })]],
    ['RELEASED', [aLine(1, 'a', 2, { releasedQuantity: 2 })]],
  ])('is %s', (status, lines) => {
    expect(statusAfter(lines)).toBe(status);
  });
});

describe('an order over two revisions', () => {
  const older = aReservation({
    id: 'rsv_1',
    status: 'ALLOCATED',
    orderId: 'ord_1',
    revision: 1,
    lines: [aLine(1, 'a', 2)],
  });
  const newer = aReservation({
    id: 'rsv_2',
    status: 'ALLOCATED',
    orderId: 'ord_1',
    revision: 2,
    lines: [aLine(1, 'a', 3)],
  });
  const both = [older, newer];

  it('issues the older units first', () => {
    const { saved, issued, refusals } = issueFrom(both, [{ orderLineId: 'a', sku: 'SHIRT', quantity: 3 }]);
    expect(refusals).toEqual([]);
    expect(issued.map(({ quantity }) => quantity)).toEqual([2, 1]);
    expect(saved.map(({ status }) => status)).toEqual(['ISSUED', 'ALLOCATED']);
  });

  it('refuses the sum of two lines that is more than it has', () => {
    const line = { orderLineId: 'a', sku: 'SHIRT', quantity: 3 };
    expect(issueFrom(both, [line, line]).refusals).toMatchObject([
      { code: 'QUANTITY_TOO_LARGE', path: ['input', 'lines', '1', 'quantity'], maximumQuantity: 2 },
    ]);
  });

  it.each([
    ['all', {}, [-2, -3]],
    ['a named line', { orderLineIds: ['a'] }, [-2, -3]],
    ['another line', { orderLineIds: ['b'] }, []],
    [
      'what is more than it keeps, the newer units first',
      { reductions: [{ orderLineId: 'a', keptQuantity: 1 }] },
      [-1, -3],
    ],
    ['nothing when it keeps more than there is', { reductions: [{ orderLineId: 'a', keptQuantity: 9 }] }, []],
  ])('gives back %s', (_title, wish, units) => {
    expect(releasedUnits(both, releaseFrom(both, wish)).map((change) => change.units)).toEqual(units);
  });

  it('never gives back what was issued', () => {
    const { saved } = issueFrom(both, [{ orderLineId: 'a', sku: 'SHIRT', quantity: 4 }]);
    const after = releaseFrom(saved, { reductions: [{ orderLineId: 'a', keptQuantity: 0 }] });
    expect(releasedUnits(saved, after).map((change) => change.units)).toEqual([-1]);
  });
});
