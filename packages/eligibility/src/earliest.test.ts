import { describe, expect, it } from 'vitest';
import { aService, aStore, aWish, closedOn, noon } from '../test/facts.ts';
import { earliestAt } from './index.ts';

const at = (text: string) => new Date(text);

describe('the earliest moment', () => {
  it.each([
    ['is the ready time when nothing stands against it', {}, '2026-11-23T13:00:00Z'],
    [
      'comes after a pause that ends on a closed day',
      {
        services: [aService({ pausedUntil: at('2026-11-24T09:00:00Z') })],
        closures: [closedOn('2026-11-24', '2026-11-25')],
      },
      '2026-11-26T11:00:00Z',
    ],
    [
      'is the next day when capacity is used up',
      { exhaustedServices: ['CLICK_AND_COLLECT' as const], occurredAt: noon },
      '2026-11-24T09:00:00.001Z',
    ],
    ['is unknown for an inactive location', { status: 'INACTIVE' as const }, null],
    ['is unknown without the service', { services: [] }, null],
  ])('%s', (_case, facts, expected) => {
    expect(earliestAt(aStore(facts), aWish())).toEqual(expected && at(expected));
  });
});
