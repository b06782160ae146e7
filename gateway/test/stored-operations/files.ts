import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { connect, type Database, ownerOf, roleUrl } from '@passerelle/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deployment } from '../deployment.ts';
import { openUpload, upload } from '../uploads.ts';

const snapshots = '/feeds/stock/snapshots';
const events = '/feeds/stock/events';
const csv = { 'content-type': 'text/csv' };

const line = (value: object) => `${JSON.stringify(value)}\n`;
const sha = (content: string) => createHash('sha256').update(content).digest('hex');
const moment = () => new Date().toISOString();
const rowsOf = (count: number, onHand: number) =>
  Array.from({ length: count }, (_, n) => line({ sku: `F${n + 1}`, onHand })).join('');

/** Files of stock sent to a gateway whose subgraphs are processes of their own. */
export function fileOperations(given: () => Deployment) {
  describe('files of stock', () => {
    let deployment: Deployment;
    let stock: Database;
    /** One for each test: they must not disturb each other. */
    let stores: string[];
    /** Snapshots of the tests before, which chose their stores by the hour. */
    let earlier: string[];
    beforeAll(async () => {
      deployment = given();
      const owner = ownerOf('inventory');
      stock = connect({ url: roleUrl(deployment.adminUrl, owner), schema: owner.schema, max: 2 });
      await stock.sql`insert into items (sku) select 'F' || n from generate_series(1, 2500) as n`;
      earlier = (await stock.sql`select id from stock_snapshots`).map(({ id }) => id);
      stores = deployment.retailer.locations.filter(({ type }) => type === 'STORE').map(({ id }) => id);
      // What comes here at once is more than a store would be believed.
      const believe = `mutation ($id: ID!) { setStockFeed(input: {
        locationId: $id, maxEmptiedPercent: null, maxChangePercent: null }) { userErrors { __typename } } }`;
      for (const id of stores) await deployment.post('/graphql', believe, { id }, { role: 'operator' });
    });
    afterAll(() => stock?.close());

    /** Units of the test's own goods at a store. */
    async function unitsAt(store: string | undefined): Promise<number> {
      const [sum] = await stock.sql`
        select coalesce(sum(on_hand), 0)::integer as units from stock_levels join items using (item_no)
        join locations using (location_no) where locations.id = ${store as string} and sku like 'F%'`;
      return sum?.units;
    }
    const statusesAt = async (store: string | undefined) =>
      (
        await stock.sql`
          select status from stock_snapshots join locations using (location_no) where locations.id = ${store as string}
            and stock_snapshots.id <> all (${earlier})
          order by stock_snapshots.id`
      ).map(({ status }) => status);

    it('are snapshots of many chunks, in NDJSON and in zipped CSV, applied in one step', async () => {
      const [store] = stores;
      const facts = { locationId: store, takenAt: moment(), records: 2500, missingSkus: 'KEEP' };
      const rows = rowsOf(2500, 2);
      const end = line({ kind: 'end', records: 2500, sha256: sha(rows) });
      const first = await upload(deployment, snapshots, line({ kind: 'stock.snapshot', ...facts }) + rows + end);
      expect(first).toMatchObject({
        status: 200,
        body: { snapshot: { status: 'COMPLETED', rowCount: 2500 }, records: 2500, rejectedCount: 0 },
      });
      expect(await unitsAt(store)).toBe(5000);

      const table = Array.from({ length: 2500 }, (_, n) => `F${n + 1},${n === 7 ? 'many' : 2},0\r\n`).join('');
      const query = new URLSearchParams({ ...facts, locationId: `${store}`, takenAt: moment(), records: '2500' });
      const zipped = gzipSync(`sku,on_hand,blocked\r\n${table}`);
      const headers = { ...csv, 'content-encoding': 'gzip' };
      expect(await upload(deployment, `${snapshots}?${query}`, zipped, headers)).toMatchObject({
        status: 200,
        body: {
          snapshot: { status: 'COMPLETED', rowCount: 2499, summary: { netUnits: 0 } },
          rejectedCount: 1,
          rejections: [{ line: 9, code: 'INVALID_INPUT', message: 'onHand is a whole number, not "many".' }],
        },
      });
      expect(await unitsAt(store)).toBe(5000);
    });

    it('are events, each applied once however often the file is sent, with an answer for each bad row', async () => {
      const [, store] = stores;
      const event = (n: number, more = {}) => ({
        ...{ eventId: `f${n}`, locationId: store, sku: `F${n}`, delta: 3, reason: 'RECEIPT', occurredAt: moment() },
        ...more,
      });
      const sent = [
        { kind: 'stock.events', source: 'five' },
        ...Array.from({ length: 1200 }, (_, n) => event(n + 1)),
        event(1201, { sku: 'nobody-sells-this' }),
        event(1202, { delta: 0.5 }),
        event(1203, { isCancelled: true }),
      ].map(line);
      const rejections = [
        { line: 1202, code: 'NOT_FOUND' },
        { line: 1203, code: 'INVALID_INPUT' },
      ];
      expect(await upload(deployment, events, sent.join(''))).toMatchObject({
        status: 200,
        body: { appliedCount: 1200, ignoredCount: 1, rejectedCount: 2, rejections, records: 1203 },
      });
      expect(await upload(deployment, events, gzipSync(sent.join('')), { 'content-encoding': 'gzip' })).toMatchObject({
        status: 200,
        body: { appliedCount: 0, duplicateCount: 1200, rejectedCount: 2 },
      });
      expect(await unitsAt(store)).toBe(3600);

      const sale = `event_id,location_id,sku,delta,reason,occurred_at\nc1,${store},F1,-1,SALE,${moment()}\nc2,${store},F1\n`;
      expect(await upload(deployment, `${events}?source=five`, sale, csv)).toMatchObject({
        status: 200,
        body: { appliedCount: 1, rejections: [{ line: 3, message: 'A row has 6 fields.' }] },
      });
    });

    it('leave nothing half done when the sender hangs up, and may be sent again', async () => {
      const [, , store] = stores;
      const announced = line({ kind: 'stock.snapshot', locationId: store, takenAt: moment(), records: 2500 });
      const broken = await openUpload(deployment, snapshots);
      await broken.write(announced + rowsOf(2300, 4));
      await expect.poll(() => statusesAt(store), { timeout: 20_000 }).toEqual(['OPEN']);
      broken.breakOff();
      await expect.poll(() => statusesAt(store), { timeout: 20_000 }).toEqual(['ABORTED']);
      expect(await unitsAt(store)).toBe(0);
      expect(await stock.sql`select from stock_snapshot_chunks`).toHaveLength(0);

      expect(await upload(deployment, snapshots, announced + rowsOf(2500, 4))).toMatchObject({
        status: 200,
        body: { snapshot: { status: 'COMPLETED', rowCount: 2500 } },
      });
      expect(await statusesAt(store)).toEqual(['ABORTED', 'COMPLETED']);
    });

    it('of events that break off are applied as far as they came, chunk by chunk, and the rest when sent again', async () => {
      const [, , , store] = stores;
      const sent = Array.from({ length: 1300 }, (_, n) =>
        line({
          eventId: `h${n}`,
          locationId: store,
          sku: `F${n + 1}`,
          delta: 1,
          reason: 'RECEIPT',
          occurredAt: moment(),
        }),
      );
      const header = line({ kind: 'stock.events', source: 'hung' });
      const broken = await openUpload(deployment, events);
      await broken.write(header + sent.slice(0, 1100).join(''));
      await expect.poll(() => unitsAt(store), { timeout: 20_000 }).toBeGreaterThan(0);
      broken.breakOff();
      const before = await unitsAt(store);
      expect(before % 500).toBe(0);
      const { status, body } = await upload(deployment, events, header + sent.join(''));
      const { appliedCount = 0, duplicateCount = 0 } = body as Readonly<Record<string, number>>;
      expect({ status, sum: appliedCount + duplicateCount }).toEqual({ status: 200, sum: 1300 });
      expect(await unitsAt(store)).toBe(1300);
    });

    it('wait on the wire while inventory cannot take them, however large they are', async () => {
      const [, , , , store] = stores;
      const inventory = deployment.programs.get('inventory')?.process;
      const rows = 12_000;
      const padding = 'x'.repeat(6000);
      const door = await openUpload(deployment, events);
      let taken = 0;
      const sending = (async () => {
        await door.write(line({ kind: 'stock.events', source: 'large' }));
        for (; taken < rows; taken++) {
          const event = { eventId: `p${taken}`, locationId: store, sku: `F${1 + (taken % 2500)}`, delta: 1 };
          await door.write(line({ ...event, reason: 'RECEIPT', occurredAt: moment(), note: padding }));
        }
        door.end();
      })();
      await expect.poll(() => unitsAt(store), { timeout: 20_000 }).toBeGreaterThan(0);
      inventory?.kill('SIGSTOP');
      try {
        let seen = -1;
        // As long as rows go out, the network still takes some.
        const isStuck = () => {
          const hasStopped = taken === seen;
          seen = taken;
          return hasStopped;
        };
        await expect.poll(isStuck, { timeout: 20_000, interval: 500 }).toBe(true);
        expect(taken).toBeLessThan(rows);
      } finally {
        inventory?.kill('SIGCONT');
      }
      await sending;
      expect(await door.answer).toMatchObject({ status: 200, body: { appliedCount: rows, records: rows } });
      expect(await unitsAt(store)).toBe(rows);
    });
  });
}
