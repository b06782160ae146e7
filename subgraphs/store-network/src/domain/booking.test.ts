import { describe, expect, it } from 'vitest';
import { type DayCapacity, giveBack, type HeldPart, placeFor, type WindowCapacity } from './booking.ts';

const held = (part: string, quantity: number, more: Partial<HeldPart> = {}): HeldPart => ({
  service: 'CLICK_AND_COLLECT',
  part,
  day: '2026-11-23',
  windowFrom: null,
  quantity,
  awaited: 0,
  ...more,
});
const aWindow = (opensAt: string, closesAt: string, booked: number): WindowCapacity => ({
  opensAt,
  closesAt,
  capacity: 4,
  booked,
});
const aDay = (more: Partial<DayCapacity>): DayCapacity => ({
  unit: 'UNITS',
  dailyCapacity: 10,
  booked: 0,
  windows: [],
  ...more,
});

describe('a part finds room', () => {
  const own = [held('a', 6)];
  it.each<[string, Partial<DayCapacity>, object, HeldPart[], [number, number] | undefined]>([
    ['for its units', { booked: 7 }, { units: 3 }, [], [3, 0]],
    ['for no unit more than is left', { booked: 8 }, { units: 3 }, [], undefined],
    ['for one unit when none are told', { booked: 9 }, {}, [], [1, 0]],
    [
      'for what another part gives up',
      { booked: 10 },
      { units: 2, insteadOf: [{ part: 'a', keptUnits: 4 }] },
      own,
      [0, 2],
    ],
    ['for what goes beyond that', { booked: 9 }, { units: 3, insteadOf: [{ part: 'a', keptUnits: 4 }] }, own, [1, 2]],
    [
      'but not beyond what is left',
      { booked: 9 },
      { units: 4, insteadOf: [{ part: 'a', keptUnits: 4 }] },
      own,
      undefined,
    ],
    [
      'not for what a third part awaits',
      { booked: 10 },
      { units: 2, insteadOf: [{ part: 'a', keptUnits: 4 }] },
      [...own, held('b', 0, { awaited: 2 })],
      undefined,
    ],
    [
      'not for what is booked in another window',
      { booked: 10 },
      { units: 2, insteadOf: [{ part: 'a', keptUnits: 0 }] },
      [held('a', 6, { windowFrom: '10:00' })],
      undefined,
    ],
    ['where orders are counted, once an order', { unit: 'ORDERS', booked: 10 }, { units: 3 }, own, [3, 0]],
    ['where orders are counted, for no other order', { unit: 'ORDERS', booked: 10 }, { units: 3 }, [], undefined],
    [
      'without end where nothing limits',
      { dailyCapacity: null, booked: 99 },
      { units: 50, insteadOf: [{ part: 'a', keptUnits: 0 }] },
      own,
      [50, 0],
    ],
  ])('%s', (_case, day, wish, parts, expected) => {
    const place = placeFor(aDay(day), wish, 'Europe/Paris', parts);
    expect(place && [place.quantity, place.awaited]).toEqual(expected);
  });

  it('of each window by itself, where orders are counted too', () => {
    const windows = [aWindow('10:00', '12:00', 4), aWindow('14:00', '18:00', 4)];
    const day = aDay({ unit: 'ORDERS', booked: 8, windows });
    const inTheMorning = [held('a', 1, { windowFrom: '10:00' })];
    const at = (hour: string) => ({ at: new Date(`2026-11-23T${hour}:30:00Z`) });
    expect(placeFor(day, at('10'), 'Europe/Paris', inTheMorning)?.window?.opensAt).toBe('10:00');
    expect(placeFor(day, at('14'), 'Europe/Paris', inTheMorning)).toBeUndefined();
  });
});

describe('parts of an order', () => {
  const counted = (parts: HeldPart[]) => parts.map(({ part, quantity, awaited }) => [part, quantity, awaited]);
  const heir = held('b', 1, { awaited: 2 });

  it.each<[string, HeldPart[], { part: string | null; keptUnits: number }, unknown[][]]>([
    ['keep what they are to keep', [held('a', 5)], { part: 'a', keptUnits: 2 }, [['a', 2, 0]]],
    ['change no more when told again', [held('a', 2)], { part: 'a', keptUnits: 2 }, []],
    ['grow never, whatever comes late', [held('a', 2)], { part: 'a', keptUnits: 4 }, []],
    ['never fall below zero', [held('a', 2)], { part: 'a', keptUnits: -3 }, [['a', 0, 0]]],
    ['are not touched when another is named', [held('a', 2)], { part: 'b', keptUnits: 0 }, []],
    [
      'give all back when none is named',
      [held('a', 5), heir],
      { part: null, keptUnits: 0 },
      [
        ['a', 0, 0],
        ['b', 0, 0],
      ],
    ],
    [
      'pass on what another part awaits',
      [held('a', 5), heir],
      { part: 'a', keptUnits: 3 },
      [
        ['a', 3, 0],
        ['b', 3, 0],
      ],
    ],
    [
      'pass on no more than it awaits',
      [held('a', 5), heir],
      { part: 'a', keptUnits: 0 },
      [
        ['a', 0, 0],
        ['b', 3, 0],
      ],
    ],
    [
      'pass nothing on to another day',
      [held('a', 5), { ...heir, day: '2026-11-24' }],
      { part: 'a', keptUnits: 3 },
      [['a', 3, 0]],
    ],
    ['give up first what they only await', [held('a', 5), heir], { part: 'b', keptUnits: 2 }, [['b', 1, 1]]],
  ])('%s', (_case, parts, given, expected) => {
    expect(counted(giveBack(parts, given))).toEqual(expected);
  });
});
