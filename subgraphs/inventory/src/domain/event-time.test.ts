import { describe, expect, it } from 'vitest';
import { instantMeant, isDay, localInstants } from './event-time.ts';

const shown = (zone: string, local: string) => localInstants(zone, local).map((instant) => instant.toISOString());

describe('a local time', () => {
  it.each([
    ['in winter', 'Europe/Paris', '2026-11-22T10:31:07', ['2026-11-22T09:31:07.000Z']],
    ['in summer, without seconds', 'Europe/Paris', '2026-07-01T10:31', ['2026-07-01T08:31:00.000Z']],
    ['with a fraction', 'Europe/Paris', '2026-11-22T10:31:07.25', ['2026-11-22T09:31:07.250Z']],
    ['shown twice', 'Europe/Paris', '2026-10-25T02:30:10', ['2026-10-25T00:30:10.000Z', '2026-10-25T01:30:10.000Z']],
    ['just before it repeats', 'Europe/Paris', '2026-10-25T01:59:59', ['2026-10-24T23:59:59.000Z']],
    ['just after it repeated', 'Europe/Paris', '2026-10-25T03:00:00', ['2026-10-25T02:00:00.000Z']],
    ['skipped', 'Europe/Paris', '2026-03-29T02:30:00', ['2026-03-29T01:30:00.000Z']],
    [
      'set back by half an hour',
      'Australia/Lord_Howe',
      '2026-04-05T01:45:00',
      ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z'],
    ],
    ['where clocks never change', 'Asia/Tokyo', '2026-10-25T02:30:00', ['2026-10-24T17:30:00.000Z']],
    ['with a zone', 'Europe/Paris', '2026-11-22T10:31:07Z', []],
    ['of no day', 'Europe/Paris', '2026-02-30T10:31:07', []],
    ['of no hour', 'Europe/Paris', '2026-02-20T24:00:00', []],
    ['that is none', 'Europe/Paris', 'noon', []],
  ])('%s', (_title, zone, local, instants) => {
    expect(shown(zone, local)).toEqual(instants);
  });

  it('of the two that a clock shows is the one that does not go back behind what the till told before', () => {
    const instants = localInstants('Europe/Paris', '2026-10-25T02:15:00');
    const [first, second] = instants;
    expect(instantMeant(instants, undefined)).toEqual(first);
    expect(instantMeant(instants, new Date('2026-10-25T00:10:00Z'))).toEqual(first);
    expect(instantMeant(instants, new Date('2026-10-25T00:45:00Z'))).toEqual(second);
    // Neither fits: a till whose clock was wrong.
    expect(instantMeant(instants, new Date('2026-10-26T00:00:00Z'))).toEqual(first);
    expect(instantMeant([], undefined)).toBeUndefined();
  });
});

it.each([
  ['2026-11-22', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-11-22T00', false],
  ['22.11.2026', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
