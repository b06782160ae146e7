import { describe, expect, it } from 'vitest';
import { aService, aStore, closedOn } from '../test/facts.ts';
import { readyAt } from './index.ts';

const at = (text: string) => new Date(text);

describe('an order accepted by a shop open Monday to Saturday, 10 to 19', () => {
  it.each([
    ['in the morning', '2026-11-23T09:00:00Z', {}, '2026-11-23T11:00:00Z'],
    ['before opening', '2026-11-23T03:00:00Z', {}, '2026-11-23T11:00:00Z'],
    ['an hour before closing: the rest next morning', '2026-11-23T17:00:00Z', {}, '2026-11-24T10:00:00Z'],
    ['Saturday evening: Monday', '2026-11-28T18:30:00Z', {}, '2026-11-30T11:00:00Z'],
    ['on a Sunday', '2026-11-22T11:00:00Z', {}, '2026-11-23T11:00:00Z'],
    ['over several days', '2026-11-23T09:00:00Z', { preparationMinutes: 20 * 60 }, '2026-11-25T11:00:00Z'],
    ['in no time', '2026-11-22T11:00:00Z', { preparationMinutes: 0 }, '2026-11-23T09:00:00Z'],
    ['at the cut-off', '2026-11-23T14:00:00Z', { cutOff: '15:00' }, '2026-11-23T16:00:00Z'],
    ['a second after the cut-off', '2026-11-23T14:00:01Z', { cutOff: '15:00' }, '2026-11-24T11:00:00Z'],
    ['after the cut-off on Saturday', '2026-11-28T15:00:00Z', { cutOff: '15:00' }, '2026-11-30T11:00:00Z'],
    ['the evening before summer time', '2026-03-28T17:00:00Z', {}, '2026-03-30T09:00:00Z'],
    ['the evening before winter time', '2026-10-24T16:00:00Z', {}, '2026-10-26T10:00:00Z'],
  ])('%s (%s) is ready as its hours allow', (_case, accepted, service, ready) => {
    expect(readyAt(aStore(), aService(service), at(accepted))).toEqual(at(ready));
  });

  it('waits for the end of a closure', () => {
    const store = aStore({ closures: [closedOn('2026-11-23', '2026-11-24')] });
    expect(readyAt(store, aService(), at('2026-11-22T11:00:00Z'))).toEqual(at('2026-11-25T11:00:00Z'));
    const late = aService({ cutOff: '10:00' });
    expect(readyAt(store, late, at('2026-11-22T11:00:00Z'))).toEqual(at('2026-11-25T11:00:00Z'));
  });

  it('is never ready when the shop does not open within 62 days', () => {
    const store = aStore({ closures: [closedOn('2026-11-01', '2027-06-01')] });
    expect(readyAt(store, aService(), at('2026-11-22T11:00:00Z'))).toBeNull();
    expect(readyAt(store, aService({ cutOff: '10:00' }), at('2026-11-22T11:00:00Z'))).toBeNull();
    expect(readyAt(aStore({ openingHours: [] }), aService(), at('2026-11-22T11:00:00Z'))).toBeNull();
  });
});

describe('a warehouse without hours', () => {
  const warehouse = aStore({ type: 'WAREHOUSE', openingHours: [] });

  it.each([
    ['ordinary nights count in full', '2026-11-22T21:00:00Z', '2026-11-23T03:00:00Z'],
    ['an hour is lost in spring', '2026-03-28T23:00:00Z', '2026-03-29T05:00:00Z'],
    ['an hour is won in autumn', '2026-10-24T22:00:00Z', '2026-10-25T04:00:00Z'],
  ])('works around the clock: %s', (_case, accepted, ready) => {
    expect(readyAt(warehouse, aService({ preparationMinutes: 360 }), at(accepted))).toEqual(at(ready));
  });

  it('starts on the next day after its cut-off', () => {
    const service = aService({ preparationMinutes: 60, cutOff: '16:00' });
    expect(readyAt(warehouse, service, at('2026-11-22T16:00:00Z'))).toEqual(at('2026-11-23T00:00:00Z'));
  });
});
