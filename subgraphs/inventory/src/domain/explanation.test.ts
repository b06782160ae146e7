import { type LocationFacts, weekdays } from '@passerelle/eligibility';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf, displayCap, viewOf } from './availability.ts';
import { exclusionsOf, explain, pageShares } from './explanation.ts';
import { type KnownLocation, standardFeed, toNetwork } from './network.ts';
import type { Pool } from './pool.ts';
import type { ProtectionRule } from './protection.ts';

const at = new Date('2026-11-23T10:00:00Z');
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000);

const anyLocation = (locationNo: number) =>
  fc
    .record({
      type: fc.constantFrom<LocationFacts['type']>('STORE', 'STORE', 'WAREHOUSE', 'COLLECTION_POINT'),
      status: fc.constantFrom<LocationFacts['status']>('ACTIVE', 'ACTIVE', 'ACTIVE', 'INACTIVE'),
      channelIds: fc.constantFrom(['chn_web'], ['chn_web'], ['chn_web', 'chn_b2b'], ['chn_b2b']),
      isEnabled: fc.boolean(),
      pausedUntil: fc.constantFrom(null, null, new Date('2026-11-24T00:00:00Z')),
      toldMinutesAgo: fc.option(fc.integer({ min: 0, max: 3000 })),
      freshnessLimitMinutes: fc.option(fc.constantFrom(60, 1440)),
    })
    .map(
      ({ isEnabled, pausedUntil, toldMinutesAgo, freshnessLimitMinutes, ...facts }): KnownLocation => ({
        locationNo,
        sequence: locationNo,
        feed: {
          ...standardFeed,
          freshnessLimitMinutes,
          lastEventAt: toldMinutesAgo === null ? null : ago(toldMinutesAgo),
        },
        facts: {
          ...facts,
          locationId: `loc_${locationNo}`,
          code: `L${locationNo}`,
          name: `Place ${locationNo}`,
          coordinates: null,
          timeZone: 'Europe/Paris',
          services: (['SHIP_FROM_STORE', 'WAREHOUSE_SHIP', 'CLICK_AND_COLLECT'] as const).map((type) => ({
            type,
            isEnabled: isEnabled || type === 'CLICK_AND_COLLECT',
            pausedUntil,
            preparationMinutes: 60,
            cutOff: null,
            maxUnitsPerOrder: null,
          })),
          openingHours: weekdays.map((day) => ({ day, opensAt: '00:00', closesAt: '23:59' })),
          closures: [],
          exhaustedServices: [],
          occurredAt: ago(locationNo),
        },
      }),
    );

const anyRule = (index: number) =>
  fc
    .record({
      channelIds: fc.constantFrom<string[]>([], ['chn_web'], ['chn_b2b']),
      locationIds: fc.constantFrom<string[]>([], ['loc_1'], ['loc_2', 'loc_3']),
      locationTypes: fc.constantFrom<string[]>([], ['STORE']),
      skus: fc.constantFrom<string[]>([], ['SHIRT'], ['OTHER']),
      quantity: fc.option(fc.nat(20)),
      percent: fc.integer({ min: 0, max: 10_000 }).map((share) => share / 100),
      priority: fc.integer({ min: -1, max: 1 }),
      guards: fc.constantFrom<ProtectionRule['guards']>('PUBLISHING', 'ROUTING', 'BOTH'),
      widening: fc.option(fc.record({ afterMinutes: fc.nat(600), percentPerHour: fc.integer({ min: 1, max: 200 }) })),
    })
    .map(
      ({ percent, ...rule }): ProtectionRule => ({
        ...rule,
        id: `prt_${index}`,
        percent: rule.quantity === null ? percent : null,
        categories: [],
        validFrom: ago(60),
        validTo: null,
        reason: null,
        version: 1,
      }),
    );

const anyPool = (poolNo: number) =>
  fc
    .record({
      channelId: fc.constantFrom('chn_web', 'chn_b2b'),
      mode: fc.constantFrom<Pool['mode']>('SHARED', 'SEGMENTED'),
      locationIds: fc.constantFrom(null, null, ['loc_1', 'loc_2']),
    })
    .map(
      (pool): Pool => ({
        ...pool,
        poolNo,
        id: `pol_${poolNo}`,
        name: `Pool ${poolNo}`,
        arrivalPercent: null,
        version: 1,
        updatedAt: at,
      }),
    );

const anyWorld = fc.record({
  pools: fc
    .integer({ min: 0, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyPool(n + 1)))),
  setApart: fc.array(fc.record({ allocated: fc.nat(30), reserved: fc.nat(10) }), { minLength: 8, maxLength: 8 }),
  locations: fc
    .integer({ min: 0, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyLocation(n + 1)))),
  rules: fc
    .integer({ min: 0, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyRule(n)))),
  levels: fc.array(
    fc.record({ onHand: fc.constantFrom(-7, 0, 1, 5, 40, 400, 2000), reserved: fc.nat(50), blocked: fc.nat(10) }),
    { minLength: 8, maxLength: 8 },
  ),
});

function worked({
  locations,
  rules,
  levels,
  pools,
  setApart,
}: typeof anyWorld extends fc.Arbitrary<infer World> ? World : never) {
  const view = viewOf(toNetwork(locations), rules, 'chn_web', at, pools);
  const vector = locations.flatMap(({ locationNo }, index) => {
    const { onHand, reserved, blocked } = levels[index] as (typeof levels)[number];
    return [locationNo, onHand, reserved, blocked];
  });
  const units = pools
    .filter(({ mode }) => mode === 'SEGMENTED')
    .flatMap(({ poolNo }) =>
      locations.map(({ locationNo }, index) => {
        const { allocated, reserved } = setApart[index] as (typeof setApart)[number];
        return { itemNo: 1, locationNo, poolNo, allocated: allocated + reserved, reserved };
      }),
    );
  const facts = { itemNo: 1, sku: 'SHIRT', category: null, isTracked: true };
  const item = { ...facts, levels: Int32Array.from(vector), ...(units.length > 0 ? { pools: units } : {}) };
  return availabilityOf(view, 'SHIRT', item);
}

const sum = (parts: readonly { readonly quantity: number }[]) =>
  parts.reduce((total, { quantity }) => total + quantity, 0);

describe('an explanation', () => {
  it('adds up to the number, by steps and by locations, whatever the stock, the rules, the pools and the network', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const availability = worked(world);
        const { steps, locations } = explain(availability);
        const { warehouse, stores, sellableQuantity } = availability;
        const counted = warehouse.quantity + stores.quantity;
        expect(sum(steps)).toBe(sellableQuantity);
        expect(sum(steps.filter(({ kind }) => kind !== 'DISPLAY_CAP'))).toBe(counted);
        expect(locations.reduce((total, share) => total + share.contributedQuantity, 0)).toBe(counted);
        expect(locations.every((share) => share.contributedQuantity >= 0)).toBe(true);
        expect(sellableQuantity).toBe(Math.min(counted, displayCap));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells of each location of the channel that adds nothing why, and counts it once among the exclusions', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const availability = worked(world);
        const { locations, steps } = explain(availability);
        const silent = locations.filter((share) => share.contributedQuantity === 0);
        expect(silent.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
        const excluded = [...exclusionsOf(availability, 'warehouse'), ...exclusionsOf(availability, 'stores')];
        expect(excluded.reduce((total, { locationCount }) => total + locationCount, 0)).toBe(silent.length);
        const stale = excluded.filter(({ code }) => code === 'STOCK_STALE');
        expect(sum(stale) + sum(steps.filter(({ kind }) => kind === 'STALE_LOCATION'))).toBe(0);
        expect(sum(excluded)).toBe(silent.reduce((total, { quantities }) => total + quantities.onHand, 0));
        expect(locations.every(({ location }) => location.facts.channelIds.includes('chn_web'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('lists every location once, page by page in both directions', () => {
    fc.assert(
      fc.property(anyWorld, fc.integer({ min: 1, max: 3 }), (world, size) => {
        const { locations } = explain(worked(world));
        const names = (shares: readonly { readonly location: KnownLocation }[]) =>
          shares.map(({ location }) => location.locationNo);
        const walk = (direction: 'after' | 'before') => {
          const seen: number[] = [];
          let cursor: string | null = null;
          for (let more = true; more; ) {
            const wish = direction === 'after' ? { first: size, after: cursor } : { last: size, before: cursor };
            const page = pageShares(locations, wish);
            if (!page.ok) throw new Error('a page was refused');
            const { nodes, pageInfo } = page.value;
            if (direction === 'after') seen.push(...names(nodes));
            else seen.unshift(...names(nodes));
            more = direction === 'after' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
            cursor = direction === 'after' ? pageInfo.endCursor : pageInfo.startCursor;
          }
          return seen;
        };
        expect(walk('after')).toEqual(names(locations));
        expect(walk('before')).toEqual(names(locations));
      }),
      { numRuns: 200 },
    );
  });

  it('of goods without stock control has no steps, for there is nothing to count', () => {
    const view = viewOf(toNetwork([]), [], 'chn_web', at);
    const item = { itemNo: 1, sku: 'WRAP', category: null, isTracked: false, levels: new Int32Array(0) };
    expect(explain(availabilityOf(view, 'WRAP', item))).toMatchObject({ steps: [], locations: [] });
    expect(explain(availabilityOf(view, 'UNHEARD', null))).toMatchObject({ steps: [], eligibilityAsOf: null });
  });
});
