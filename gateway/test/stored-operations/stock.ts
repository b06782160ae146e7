import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Deployment } from '../deployment.ts';

type Refused = { userErrors: { code: string }[] };
type Snapshot = { id: string; status: string; receivedChunks: number; summary: { changedLevels: number } };

const partner = { role: 'partner' } as const;

/** What tills and warehouses send, and why a store is off. */
export function stockOperations(deployment: () => Deployment) {
  const someStore = () =>
    deployment().retailer.locations.find(({ type, feed }) => type === 'STORE' && feed.mode !== 'SNAPSHOT');
  const levelOf = (locationId: string) => {
    const { levels, locations, items } = deployment().retailer;
    const location = locations.findIndex(({ id }) => id === locationId);
    const index = levels.location.findIndex((value, at) => value === location && Number(levels.counted[at]) > 3);
    return items[levels.item[index] ?? 0]?.sku ?? '';
  };

  it('TillEvents applies each event once, and tells which row is at fault', async () => {
    const locationId = someStore()?.id ?? '';
    const sku = levelOf(locationId);
    const event = { locationId, sku, delta: -1, reason: 'SALE', occurredAt: new Date().toISOString() };
    const input = {
      source: 'till-7',
      events: [
        { ...event, eventId: 'e-1' },
        { ...event, eventId: 'e-2' },
        { ...event, eventId: 'e-3', sku: 'nobody-sells-this' },
      ],
    };
    type Payload = {
      recordStockEvents: { appliedCount: number; duplicateCount: number; rejections: { index: number }[] } & Refused;
    };
    const first = await deployment().send<Payload>('partner', 'TillEvents', { input }, partner);
    expect(first.recordStockEvents).toMatchObject({
      appliedCount: 2,
      duplicateCount: 0,
      rejections: [{ index: 2, eventId: 'e-3' }],
    });
    const again = await deployment().send<Payload>('partner', 'TillEvents', { input }, partner);
    expect(again.recordStockEvents).toMatchObject({ appliedCount: 0, duplicateCount: 2 });
  });

  it('SnapshotStart, SnapshotChunk and SnapshotDone bring a day’s count in pieces', async () => {
    const location = deployment().retailer.locations.findLast(({ type }) => type === 'WAREHOUSE');
    const { levels, items, locations } = deployment().retailer;
    const index = locations.indexOf(location as never);
    const rows = Array.from(levels.location)
      .map((value, at) => ({ value, at }))
      .filter(({ value }) => value === index)
      .map(({ at }) => ({
        sku: items[levels.item[at] ?? 0]?.sku ?? '',
        onHand: (levels.counted[at] ?? 0) + 1,
        blocked: 0,
      }));
    const half = Math.ceil(rows.length / 2);

    const start = await deployment().send<{ startStockSnapshot: { snapshot: Snapshot } & Refused }>(
      'partner',
      'SnapshotStart',
      {
        input: {
          idempotencyKey: 'a-day-counted',
          locationId: location?.id,
          takenAt: new Date().toISOString(),
          expectedChunks: 2,
        },
      },
      partner,
    );
    expect(start.startStockSnapshot.userErrors).toEqual([]);
    const { id } = start.startStockSnapshot.snapshot;
    for (const [chunk, part] of [rows.slice(0, half), rows.slice(half)].entries()) {
      const { appendStockSnapshot } = await deployment().send<{
        appendStockSnapshot: { snapshot: Snapshot } & Refused;
      }>('partner', 'SnapshotChunk', { input: { snapshotId: id, chunk: chunk + 1, rows: part } }, partner);
      expect(appendStockSnapshot).toMatchObject({ snapshot: { id, receivedChunks: chunk + 1 }, userErrors: [] });
    }
    const done = await deployment().send<{ completeStockSnapshot: { snapshot: Snapshot } & Refused }>(
      'partner',
      'SnapshotDone',
      { input: { snapshotId: id } },
      partner,
    );
    expect(done.completeStockSnapshot.userErrors).toEqual([]);
    expect(done.completeStockSnapshot.snapshot.summary.changedLevels).toBeGreaterThan(0);
  });

  it('files of stock are taken at /feeds, zipped, in one step, and once', async () => {
    const { retailer, url, tokenOf } = deployment();
    const place = retailer.locations.findLastIndex(({ type, feed }) => type === 'STORE' && feed.mode !== 'SNAPSHOT');
    const locationId = retailer.locations[place]?.id ?? '';
    const { levels, items } = retailer;
    const skus = Array.from(levels.location).flatMap((value, at) =>
      value === place ? [{ sku: items[levels.item[at] ?? 0]?.sku ?? '', onHand: levels.counted[at] ?? 0 }] : [],
    );
    const upload = async (door: string, lines: readonly object[]) => {
      const response = await fetch(url + door, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(partner)}`,
          'content-type': 'application/x-ndjson',
          'content-encoding': 'gzip',
        },
        body: new Uint8Array(gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))),
      });
      return { status: response.status, body: (await response.json()) as { snapshot?: object } };
    };
    const facts = { kind: 'stock.snapshot', locationId, takenAt: new Date().toISOString(), records: skus.length };
    const sent = [{ ...facts, snapshotId: `day-of-${locationId}` }, ...skus];
    const first = await upload('/feeds/stock/snapshots', sent);
    expect(first).toMatchObject({ status: 200, body: { snapshot: { status: 'COMPLETED', rowCount: skus.length } } });
    const again = await upload('/feeds/stock/snapshots', sent);
    expect(again).toMatchObject({ status: 200, body: { snapshot: first.body.snapshot, records: null } });
    expect(await upload('/feeds/stock/snapshots', [{ ...facts, locationId: 'loc_none' }, ...skus])).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  it('WhyNot tells whether a store hands over, and if not, why', async () => {
    const answers = await Promise.all(
      deployment().retailer.locations.map(({ id }) =>
        deployment().send<{ location: { eligibility: { isEligible: boolean; reasons: { code: string }[] } } }>(
          'store-app',
          'WhyNot',
          { locationId: id, channelId: 'chn_web' },
          { role: 'store-staff' },
        ),
      ),
    );
    for (const { location } of answers) {
      expect(location.eligibility.isEligible).toBe(location.eligibility.reasons.length === 0);
    }
    expect(new Set(answers.map(({ location }) => location.eligibility.isEligible))).toEqual(new Set([true, false]));
  });
}
