import { describe, expect, it } from 'vitest';
import { type ExpectedReceipt, nextPromisable } from './expected-receipt.ts';
import type { Network } from './network.ts';

const place = (locationNo: number, channelIds: string[], status = 'ACTIVE') => [
  locationNo,
  { facts: { channelIds, status } },
];
const network = {
  byNo: new Map([place(1, ['web']), place(2, ['web', 'b2b']), place(3, ['web'], 'INACTIVE')] as never),
} as unknown as Network;
const day = (n: number) => new Date(Date.UTC(2026, 11, n));
const aReceipt = (locationNo: number, quantity: number, date: number, waiting = 0): ExpectedReceipt => ({
  itemNo: 1,
  locationNo,
  reference: `${locationNo}-${date}`,
  kind: 'PURCHASE_ORDER',
  quantity,
  expectedAt: day(date),
  waiting,
});

describe('the next arrival that may be promised', () => {
  it.each<[string, ExpectedReceipt[], [number, number] | null]>([
    ['is none when nothing comes', [], null],
    ['is the soonest', [aReceipt(1, 5, 1), aReceipt(1, 9, 2)], [5, 1]],
    ['is what those who wait leave of it', [aReceipt(1, 5, 1, 2)], [3, 1]],
    ['comes later when those who wait take all of the first', [aReceipt(1, 5, 1, 7), aReceipt(1, 9, 2, 7)], [7, 2]],
    ['is none when they take everything', [aReceipt(1, 5, 1, 14), aReceipt(1, 9, 2, 14)], null],
    ['of one location does not pay what another owes', [aReceipt(1, 5, 1, 9), aReceipt(2, 4, 3)], [4, 3]],
    ['leaves out a location that is not active', [aReceipt(3, 5, 1), aReceipt(2, 4, 3)], [4, 3]],
    ['leaves out a location nobody knows', [aReceipt(7, 5, 1)], null],
  ])('%s', (_title, receipts, expected) => {
    const found = nextPromisable({ network, channelId: 'web' }, receipts);
    expect(found && [found.quantity, found.expectedAt]).toEqual(expected && [expected[0], day(expected[1])]);
  });

  it('leaves out a location of other channels', () => {
    expect(nextPromisable({ network, channelId: 'b2b' }, [aReceipt(1, 5, 1)])).toBeNull();
  });
});
