import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { aCaller } from '@passerelle/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { line, openStockDoor } from '../../test/stock-door.ts';

let door: Awaited<ReturnType<typeof openStockDoor>>;

beforeAll(async () => {
  door = await openStockDoor();
});
beforeEach(() => {
  door.callers.now = aCaller('partner');
});
afterAll(() => door[Symbol.asyncDispose]());

const rowsOf = (count: number, onHand = 2) =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify({ sku: `S${n + 1}`, onHand })}\n`).join('');
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const header = (takenAt: string, records: number, more = {}) =>
  line({ kind: 'stock.snapshot', locationId: 'loc_lyon', takenAt, records, ...more });
const snapshots = '/feeds/stock/snapshots';

describe('a snapshot sent as a file', () => {
  it('of NDJSON is applied in one step, however many chunks it takes', async () => {
    const rows = rowsOf(2500);
    const answer = await door.post(
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
    expect(await door.stock()).toMatchObject({ levels: 2500, units: 5000 });
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
    const answer = await door.post(`${snapshots}?${query}`, gzipSync(`\uFEFFsku,on_hand,blocked\r\n${rows}`), headers);
    expect(answer).toMatchObject({
      status: 200,
      body: { snapshot: { status: 'COMPLETED', rowCount: 1500 }, sha256: sha(rows) },
    });
  });

  it('is applied once under its own id', async () => {
    const text = header('2026-11-22T07:00:00Z', 2500, { snapshotId: 'S0042-2026-11-22' }) + rowsOf(2500);
    const first = await door.post(snapshots, text);
    const before = await door.stock();
    const second = await door.post(snapshots, text);
    expect(second).toMatchObject({ status: 200, body: { snapshot: first.body.snapshot, records: null } });
    expect(await door.stock()).toEqual(before);
  });

  it('is taken anew under its own id when its upload broke off, but not when a person dropped it', async () => {
    const text = header('2026-11-22T07:10:00Z', 1200, { snapshotId: 'S0042-broken' }) + rowsOf(1200, 3);
    const [broken] = text.split('{"sku":"S1100"');
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await door.post(snapshots, broken as string)).toMatchObject({ status: 422 });
    }
    const whole = await door.post(snapshots, text);
    expect(whole).toMatchObject({ status: 200, body: { snapshot: { status: 'HELD' }, records: 1200 } });
    await door.drop(whole.body.snapshot);
    expect(await door.post(snapshots, text)).toMatchObject({
      status: 200,
      body: { snapshot: { id: whole.body.snapshot.id, status: 'ABORTED' }, records: null },
    });
  });

  it('tells which rows nobody can read or believe', async () => {
    const bad = ['{"sku":"S1"}\n', 'nonsense\n', '{"sku":"S2","onHand":"many"}\n', '{"sku":"NOPE","onHand":1}\n'].join(
      '',
    );
    const answer = await door.post(
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
    const before = await door.stock();
    const [body, headers] = request();
    const answer = await door.post(snapshots, body, headers);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(await door.stock()).toEqual(before);
    expect(await door.statuses()).not.toContain('OPEN');
  });

  it.each([
    ['nobody', { ...aCaller('partner'), kind: 'anonymous' as const }, 401, 'UNAUTHENTICATED'],
    ['who may not ingest', aCaller('store-staff'), 403, 'FORBIDDEN'],
    ['the till of another store', aCaller('partner', { locationIds: ['loc_nice'] }), 404, 'NOT_FOUND'],
  ])('of %s is refused', async (_title, who, status, code) => {
    door.callers.now = who;
    const before = await door.stock();
    const answer = await door.post(snapshots, header(at, 1200) + rows);
    expect([answer.status, answer.body.errors[0]?.extensions.code]).toEqual([status, code]);
    expect(await door.stock()).toEqual(before);
  });
});

describe('the import command', () => {
  const run = async (name: string, content: string | Buffer, ...options: string[]) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'passerelle-import-'));
    const file = path.join(folder, name);
    await writeFile(file, content);
    const program = path.join(import.meta.dirname, '../import.ts');
    return promisify(execFile)(process.execPath, [program, file, '--url', door.address, ...options], {
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
