import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openInventory } from '@passerelle/inventory';
import { type Caller, serve } from '@passerelle/server';
import { aCaller, testGraph } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSend } from '../data-sources.ts';
import { feedRoutes } from './routes.ts';

const facts = {
  locationId: 'loc_lyon',
  code: 'LYON',
  name: 'Lyon',
  type: 'STORE',
  status: 'ACTIVE',
  coordinates: null,
  timeZone: 'Europe/Paris',
  channelIds: [],
  services: [],
  openingHours: [],
  closures: [],
  exhaustedServices: [],
  occurredAt: '2026-11-01T00:00:00Z',
};

let graph: Awaited<ReturnType<typeof testGraph>>;
let door: Awaited<ReturnType<typeof serve>>;
let caller: Caller;
const partner = aCaller('partner');

beforeAll(async () => {
  graph = await testGraph({ inventory: openInventory });
  const [inventory, executor] = [graph.subgraphs.get('inventory'), graph.executors.get('inventory')];
  if (!inventory || !executor) throw new TypeError('inventory was not opened');
  await inventory.receive(
    ['loc_lyon', 'loc_nice', 'loc_lille'].map((locationId, index) => ({
      id: `evt_${locationId}`,
      type: 'location.eligibility-changed',
      subject: locationId,
      data: { ...facts, sequence: String(index + 1), locationId },
      occurredAt: new Date(facts.occurredAt),
    })),
  );
  await inventory.database.sql`insert into items (sku) select 'S' || n from generate_series(1, 2500) as n`;
  const context = async () => ({ caller, requestId: 'test', silent: new Set<string>() });
  door = await serve(feedRoutes(context, { inventory: localSend(executor) }), {
    port: 0,
    onError: (error) => console.error(error),
  });
});
beforeEach(() => {
  caller = partner;
});
afterAll(async () => {
  await door.close();
  await graph[Symbol.asyncDispose]();
});

const sql = () => {
  const inventory = graph.subgraphs.get('inventory');
  if (!inventory) throw new TypeError('inventory was not opened');
  return inventory.database.sql;
};
const stock = async () => {
  const [sums] = await sql()`
    select count(*)::integer as levels, coalesce(sum(on_hand), 0)::integer as units,
      (select count(*)::integer from stock_movements) as movements from stock_levels`;
  return sums;
};
const statuses = async () => (await sql()`select status from stock_snapshots order by id`).map(({ status }) => status);

type Answer = { status: number; body: Record<string, never> & { errors: { extensions: { code: string } }[] } };
async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${door.port}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const rowsOf = (count: number, onHand = 2) =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify({ sku: `S${n + 1}`, onHand })}\n`).join('');
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const line = (value: unknown) => `${JSON.stringify(value)}\n`;
const header = (takenAt: string, records: number, more = {}) =>
  line({ kind: 'stock.snapshot', locationId: 'loc_lyon', takenAt, records, ...more });
const snapshots = '/feeds/stock/snapshots';

describe('a snapshot sent as a file', () => {
  it('of NDJSON is applied in one step, however many chunks it takes', async () => {
    const rows = rowsOf(2500);
    const answer = await post(
      snapshots,
      header('2026-11-22T06:00:00Z', 2500) + rows + line({ kind: 'end', records: 2500, sha256: sha(rows) }),
    );
    expect(answer).toMatchObject({
      status: 200,
      body: {
        snapshot: { status: 'COMPLETED', rowCount: 2500, summary: { changedLevels: 2500 } },
        records: 2500,
        rejectedCount: 0,
      },
    });
    expect(await stock()).toMatchObject({ levels: 2500, units: 5000 });
  });

  it('may be zipped, and CSV with its facts in the address', async () => {
    const rows = Array.from({ length: 1500 }, (_, n) => `"S${n + 1}",3,1\r\n`).join('');
    const query = new URLSearchParams({
      locationId: 'loc_nice',
      takenAt: '2026-11-22T06:30:00Z',
      records: '1500',
      sha256: sha(rows),
    });
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-encoding': 'gzip' };
    const answer = await post(`${snapshots}?${query}`, gzipSync(`\uFEFFsku,on_hand,blocked\r\n${rows}`), headers);
    expect(answer).toMatchObject({
      status: 200,
      body: { snapshot: { status: 'COMPLETED', rowCount: 1500 }, sha256: sha(rows) },
    });
  });

  it('is applied once under its own id', async () => {
    const text = header('2026-11-22T07:00:00Z', 2500, { snapshotId: 'S0042-2026-11-22' }) + rowsOf(2500);
    const first = await post(snapshots, text);
    const before = await stock();
    const second = await post(snapshots, text);
    expect(second).toMatchObject({ status: 200, body: { snapshot: first.body.snapshot, records: null } });
    expect(await stock()).toEqual(before);
  });

  it('tells which rows nobody can read or believe', async () => {
    const bad = ['{"sku":"S1"}\n', 'nonsense\n', '{"sku":"S2","onHand":"many"}\n', '{"sku":"NOPE","onHand":1}\n'].join(
      '',
    );
    const answer = await post(
      snapshots,
      header('2026-11-22T07:30:00Z', 2404) + bad + rowsOf(2500).split('\n').slice(100).join('\n'),
    );
    expect(answer).toMatchObject({
      status: 200,
      body: {
        rejectedCount: 3,
        rejections: [
          { line: 2, code: 'INVALID_INPUT', message: 'onHand is missing.' },
          { line: 3, message: 'A line is one JSON object.' },
          { line: 4, message: 'onHand is a whole number, not "many".' },
        ],
        snapshot: { status: 'COMPLETED', rejectedRows: [{ sku: 'NOPE', code: 'NOT_FOUND' }] },
      },
    });
  });

  const rows = rowsOf(1200, 9);
  const at = '2026-11-22T08:00:00Z';
  it.each<[string, () => [string | Buffer, Record<string, string>?], number, string]>([
    ['fewer rows than announced', () => [header(at, 1201) + rows], 422, 'INCOMPLETE_UPLOAD'],
    ['more rows than announced', () => [header(at, 1199) + rows], 422, 'INCOMPLETE_UPLOAD'],
    [
      'another number at the end',
      () => [header(at, 1200) + rows + line({ kind: 'end', records: 1100 })],
      422,
      'INCOMPLETE_UPLOAD',
    ],
    [
      'another hash',
      () => [header(at, 1200) + rows + line({ kind: 'end', sha256: sha('other') })],
      422,
      'INCOMPLETE_UPLOAD',
    ],
    [
      'no number of rows',
      () => [line({ kind: 'stock.snapshot', locationId: 'loc_lyon', takenAt: at }) + rows],
      400,
      'BAD_REQUEST',
    ],
    ['no header', () => [rows], 400, 'BAD_REQUEST'],
    ['nothing', () => [''], 400, 'BAD_REQUEST'],
    [
      'a zip that ends too early',
      () => [gzipSync(header(at, 1200) + rows).subarray(0, 300), { 'content-encoding': 'gzip' }],
      400,
      'BAD_REQUEST',
    ],
    ['a zip that is none', () => [header(at, 1200) + rows, { 'content-encoding': 'gzip' }], 400, 'BAD_REQUEST'],
    ['a line without an end', () => [header(at, 1200) + 'x'.repeat(70_000)], 413, 'BAD_REQUEST'],
    ['another form', () => [rows, { 'content-type': 'application/json' }], 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['another packing', () => [rows, { 'content-encoding': 'br' }], 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an unknown location', () => [header(at, 1200, { locationId: 'loc_no' }) + rows], 404, 'NOT_FOUND'],
    ['a moment that is none', () => [header('yesterday', 1200) + rows], 400, 'BAD_USER_INPUT'],
    ['a moment in the future', () => [header('2026-11-23T00:00:00Z', 1200) + rows], 422, 'INVALID_INPUT'],
  ])('with %s is refused, changes nothing and leaves nothing open', async (_title, request, status, code) => {
    const before = await stock();
    const [body, headers] = request();
    const answer = await post(snapshots, body, headers);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(await stock()).toEqual(before);
    expect(await statuses()).not.toContain('OPEN');
  });

  it.each([
    ['nobody', { ...partner, kind: 'anonymous' as const }, 401, 'UNAUTHENTICATED'],
    ['who may not ingest', aCaller('store-staff'), 403, 'FORBIDDEN'],
    ['the till of another store', aCaller('partner', { locationIds: ['loc_nice'] }), 404, 'NOT_FOUND'],
  ])('of %s is refused', async (_title, who, status, code) => {
    caller = who;
    const before = await stock();
    const answer = await post(snapshots, header(at, 1200) + rows);
    expect([answer.status, answer.body.errors[0]?.extensions.code]).toEqual([status, code]);
    expect(await stock()).toEqual(before);
  });
});

describe('the import command', () => {
  const run = async (name: string, content: string | Buffer, ...options: string[]) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-import-'));
    const file = path.join(folder, name);
    await writeFile(file, content);
    const program = path.join(import.meta.dirname, '../import.ts');
    const address = `http://127.0.0.1:${door.port}`;
    return promisify(execFile)(process.execPath, [program, file, '--url', address, ...options], {
      env: { TOKEN: 'of-a-till' },
    })
      .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
      .catch((error: { code: number; stdout: string; stderr: string }) => error)
      .finally(() => rm(folder, { recursive: true }));
  };

  it('sends a file with a bar that fills, and prints what came of it', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => `S${n + 1},3\n`).join('');
    const options = ['--location', 'loc_lille', '--taken-at', '2026-11-22T09:20:00Z'];
    const { code, stdout, stderr } = await run('stock.csv.gz', gzipSync(`sku,on_hand\n${rows}`), ...options);
    expect(stderr).toContain('[########################################] 100 %');
    expect(JSON.parse(stdout)).toMatchObject({ snapshot: { status: 'COMPLETED', rowCount: 2500 }, records: 2500 });
    expect(code).toBe(0);
  });

  it('fails when the file is refused, or is none', async () => {
    const refused = await run('stock.ndjson', header('2026-11-22T09:20:00Z', 2) + rowsOf(1));
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('INCOMPLETE_UPLOAD')]);
    const odd = await run('stock.txt', 'x');
    expect([odd.code, odd.stderr]).toEqual([1, expect.stringContaining('Usage: pnpm run import FILE')]);
  });
});

describe('events sent as a file', () => {
  const events = '/feeds/stock/events';
  const event = (n: number, more = {}) =>
    line({
      eventId: `u${n}`,
      locationId: 'loc_lyon',
      sku: `S${n}`,
      delta: -1,
      reason: 'SALE',
      occurredAt: '2026-11-22T09:00:00Z',
      ...more,
    });

  it('are applied once each, with an answer for each bad row', async () => {
    const text =
      line({ kind: 'stock.events', source: 'till' }) +
      Array.from({ length: 1100 }, (_, n) => event(n + 1)).join('') +
      event(1) +
      event(2000, { delta: 0 }) +
      event(2001, { delta: 1.5 }) +
      event(2002, { isTraining: true }) +
      event(2003, { orderNumber: '100042' });
    const counts = { duplicateCount: 1, notedCount: 1, ignoredCount: 1, rejectedCount: 2, records: 1105 };
    expect(await post(events, text)).toMatchObject({
      status: 200,
      body: {
        ...counts,
        appliedCount: 1100,
        rejections: [
          { line: 1103, code: 'INVALID_INPUT' },
          { line: 1104, code: 'INVALID_INPUT', message: 'delta is a whole number, not 1.5.' },
        ],
      },
    });
    expect(await post(events, text)).toMatchObject({ body: { appliedCount: 0, notedCount: 0, duplicateCount: 1102 } });
  });

  it('of CSV name their columns', async () => {
    const text = [
      'event_id,location_id,sku,delta,reason,occurred_at_local,workstation,sequence,business_date,is_cancelled',
      'c1,loc_lyon,S1,-1,SALE,2026-11-22T10:00:00,03,1,2026-11-22,false',
      'c2,loc_lyon,S1,-1,SALE,2026-11-22T10:01:00,03,2,2026-11-22,true',
      'c3,loc_lyon,"S1",-1,SALE',
    ].join('\n');
    const answer = await post(`${events}?source=till&records=3`, text, { 'content-type': 'text/csv' });
    expect(answer).toMatchObject({
      status: 200,
      body: { appliedCount: 1, ignoredCount: 1, rejections: [{ line: 4, message: 'A row has 10 fields.' }] },
    });
  });

  it('without a source are refused', async () => {
    const before = await stock();
    expect(await post(events, line({ kind: 'stock.events' }) + event(5))).toMatchObject({ status: 400 });
    expect(await post(events, line({ kind: 'stock.events', source: 'passerelle:x' }) + event(5))).toMatchObject({
      status: 422,
    });
    expect(await stock()).toEqual(before);
  });
});
