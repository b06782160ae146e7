import { inTransaction } from '@passerelle/database';
import { aCaller } from '@passerelle/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { faults } from '../../test/a-network.ts';
import { levelsOf, reserve, type StockedGraph, stockedGraph } from '../../test/stocked-graph.ts';
import { type Arrival, levelAfter } from '../domain/feed-law.ts';
import { applyDeltas } from './ledger.ts';

const runs = 60;
const skus = ['A', 'B', 'C'] as const;
type Sku = (typeof skus)[number];

/** What a till, a back office, staff or we ourselves report about one store. */
type Report =
  | { readonly kind: 'EVENTS'; readonly ids: readonly number[] }
  | { readonly kind: 'SNAPSHOT'; readonly minute: number; readonly isFull: boolean; readonly rows: readonly Row[] }
  | { readonly kind: 'COUNT'; readonly minute: number; readonly sku: Sku; readonly units: number }
  | {
      readonly kind: 'OWN';
      readonly minute: number;
      readonly sku: Sku;
      readonly units: number;
      readonly blocked: number;
    };
type Row = { readonly sku: Sku; readonly onHand: number; readonly blocked: number };

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute));
/** Same id, same content: what a till repeats is what it said. */
const eventOf = (id: number) => ({
  id: `e${id}`,
  sku: skus[id % 3] as Sku,
  minute: (id * 7) % 12,
  delta: (id % 9) - 4 || 5,
});

const minute = fc.integer({ min: 0, max: 11 });
const sku = fc.constantFrom(...skus);
const row = fc
  .tuple(sku, fc.nat(20), fc.nat(20))
  .map(([of, a, b]): Row => ({ sku: of, onHand: Math.max(a, b), blocked: Math.min(a, b) }));
const report: fc.Arbitrary<Report> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('EVENTS' as const),
      ids: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('SNAPSHOT' as const),
      minute,
      isFull: fc.boolean(),
      rows: fc.uniqueArray(row, { minLength: 1, selector: (one) => one.sku }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('COUNT' as const), minute, sku, units: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('OWN' as const),
      minute,
      sku,
      units: fc.integer({ min: -3, max: 3 }),
      blocked: fc.nat(2),
    }),
  },
);
const permutedReports = fc
  .array(report, { minLength: 4, maxLength: 9 })
  .chain((reports) =>
    fc.tuple(
      fc.constant(reports),
      fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
    ),
  );

/** What a report says about one SKU, in the words of the law. */
function arrivalsOf(report: Report, of: Sku): Arrival[] {
  switch (report.kind) {
    case 'EVENTS':
      return report.ids
        .map(eventOf)
        .filter((event) => event.sku === of)
        .map((event) => ({
          kind: 'CHANGE',
          id: event.id,
          occurredAt: at(event.minute),
          onHand: event.delta,
          blocked: 0,
        }));
    case 'OWN':
      if (report.sku !== of) return [];
      return [
        { kind: 'CHANGE', id: null, occurredAt: at(report.minute), onHand: report.units, blocked: report.blocked },
      ];
    case 'COUNT':
      if (report.sku !== of) return [];
      return [{ kind: 'TRUTH', asOf: at(report.minute), isCount: true, onHand: report.units, blocked: null }];
    case 'SNAPSHOT': {
      const listed = report.rows.find((one) => one.sku === of);
      if (listed)
        return [
          { kind: 'TRUTH', asOf: at(report.minute), isCount: false, onHand: listed.onHand, blocked: listed.blocked },
        ];
      return report.isFull ? [{ kind: 'UNLISTED', asOf: at(report.minute) }] : [];
    }
  }
}

const recordEvents =
  'mutation ($input: RecordStockEventsInput!) { recordStockEvents(input: $input) { rejections { index } userErrors { __typename } } }';
const recordCount =
  'mutation ($input: RecordStockCountInput!) { recordStockCount(input: $input) { userErrors { __typename } } }';
const start =
  'mutation ($input: StartStockSnapshotInput!) { step: startStockSnapshot(input: $input) { snapshot { id } userErrors { __typename } } }';
const append =
  'mutation ($input: AppendStockSnapshotInput!) { step: appendStockSnapshot(input: $input) { snapshot { id } userErrors { __typename } } }';
const complete =
  'mutation ($input: CompleteStockSnapshotInput!) { step: completeStockSnapshot(input: $input) { snapshot { id status } userErrors { __typename } } }';
type Step = { step: { snapshot: { id: string; status?: string } } };

/** Sends one report through the door it would come by. */
async function send(graph: StockedGraph, locationId: string, report: Report, key: string): Promise<void> {
  switch (report.kind) {
    case 'EVENTS': {
      const events = report.ids.map(eventOf).map((event) => ({
        eventId: event.id,
        locationId,
        sku: event.sku,
        delta: event.delta,
        reason: 'SALE',
        occurredAt: at(event.minute),
      }));
      const input = {
        source: `till of ${locationId}`,
        events: events.map((event) => ({ ...event, occurredAt: event.occurredAt.toISOString() })),
      };
      expect(await graph.ask(recordEvents, { input })).toEqual({
        recordStockEvents: { rejections: [], userErrors: [] },
      });
      return;
    }
    case 'COUNT': {
      const input = {
        idempotencyKey: key,
        locationId,
        sku: report.sku,
        countedQuantity: report.units,
        countedAt: at(report.minute).toISOString(),
      };
      expect(await graph.ask(recordCount, { input }, aCaller('store-staff'))).toEqual({
        recordStockCount: { userErrors: [] },
      });
      return;
    }
    case 'OWN': {
      const [level] = await graph.database.sql`
        select item_no as "itemNo", location_no as "locationNo" from items, locations where sku = ${report.sku} and id = ${locationId}`;
      const move = {
        reason: 'RETURN',
        source: 'passerelle:return',
        eventId: null,
        reference: key,
        actor: null,
      } as const;
      const units = { quantity: report.units, blockedQuantity: report.blocked, occurredAt: at(report.minute) };
      const key_ = { itemNo: level?.itemNo, locationNo: level?.locationNo };
      await inTransaction(graph.database, (tx) => applyDeltas(tx, [{ ...key_, ...move, ...units }], graph.clock.now()));
      return;
    }
    case 'SNAPSHOT': {
      // Back offices of their own, so that several snapshots of a store can be under way.
      const caller = aCaller('partner', { subject: key });
      const announced = {
        idempotencyKey: key,
        locationId,
        takenAt: at(report.minute).toISOString(),
        expectedChunks: 1,
      };
      const opened = await graph.ask<Step>(
        start,
        { input: { ...announced, missingSkus: report.isFull ? 'SET_TO_ZERO' : 'KEEP' } },
        caller,
      );
      const snapshotId = opened.step.snapshot.id;
      await graph.ask<Step>(append, { input: { snapshotId, chunk: 1, rows: report.rows } }, caller);
      const done = await graph.ask<Step>(complete, { input: { snapshotId } }, caller);
      expect(done.step.snapshot.status).toBe('COMPLETED');
    }
  }
}

it('one level for any order of arrival, with three reports and a reservation under way at a time', async () => {
  const locationIds = Array.from({ length: runs }, (_, run) => `loc_run${run}`);
  await using graph = await stockedGraph(skus, locationIds);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(permutedReports, async ([reports, permuted]) => {
      const locationId = locationIds[run++] as string;
      for (let first = 0; first < permuted.length; first += 3) {
        const together = permuted.slice(first, first + 3);
        const order = { sku: skus[first % 3] as Sku, locationId, quantity: 1, orderId: `ord_${locationId}_${first}` };
        await Promise.all([
          ...together.map((one, index) => send(graph, locationId, one, `key-${locationId}-${first + index}`)),
          reserve(graph, order),
        ]);
      }
      const levels = await levelsOf(graph, locationId);
      for (const of of skus) {
        const { onHand, blocked } = levelAfter(reports.flatMap((one) => arrivalsOf(one, of)));
        const { onHand: shownOnHand, blocked: shownBlocked } = levels[of] ?? { onHand: 0, blocked: 0 };
        expect({ of, onHand: shownOnHand, blocked: shownBlocked }).toEqual({ of, onHand, blocked });
      }
    }),
    { numRuns: runs, seed: 20261122, endOnFailure: true },
  );
  expect(run).toBe(runs);
  expect(await faults(graph)).toEqual([]);
}, 120_000);
