import { expect, it } from 'vitest';
import { aService, aStore, closedOn } from '../test/facts.ts';
import { readFeedEntry, toFeedEntry } from './index.ts';

it('reads back what it wrote', () => {
  const facts = aStore({
    services: [
      aService({
        pausedUntil: new Date('2026-11-23T12:00:00Z'),
        cutOff: '15:00',
        maxUnitsPerOrder: 3,
        maxLinesPerOrder: 2,
      }),
    ],
    closures: [closedOn('2026-12-25')],
    returnChannelIds: ['chn_mkt'],
    usedUp: [
      {
        service: 'SHIP_TO_STORE',
        from: new Date('2026-11-22T23:00:00Z'),
        until: new Date('2026-11-23T23:00:00Z'),
      },
    ],
    unitCapacities: [
      {
        service: 'SHIP_TO_STORE',
        perDay: 20,
        windows: [{ opensAt: '10:00', closesAt: '12:00', units: 5 }],
        left: [{ day: '2026-11-23', units: 8, windows: [0] }],
      },
    ],
    pilots: [{ service: 'SHIP_TO_STORE', isIncluded: true, startsOn: '2026-12-01' }],
  });
  const travelled = JSON.parse(JSON.stringify(toFeedEntry(42, facts)));
  expect(readFeedEntry(travelled)).toEqual({ sequence: 42, facts });
});

it('throws on what is not a time', () => {
  const entry = toFeedEntry(1, aStore());
  expect(() => readFeedEntry({ ...entry, occurredAt: 'soon' })).toThrow(TypeError);
  const [service] = entry.services;
  expect(() => readFeedEntry({ ...entry, services: service ? [{ ...service, preparationTime: '2h' }] : [] })).toThrow(
    TypeError,
  );
});
