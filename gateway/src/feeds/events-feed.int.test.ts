import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line, openStockDoor } from '../../test/stock-door.ts';
import { reasons } from './rows.ts';

let door: Awaited<ReturnType<typeof openStockDoor>>;

beforeAll(async () => {
  door = await openStockDoor();
});
afterAll(() => door[Symbol.asyncDispose]());

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

describe('events sent as a file', () => {
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
    expect(await door.post(events, text)).toMatchObject({
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
    expect(await door.post(events, text)).toMatchObject({
      body: { appliedCount: 0, notedCount: 0, duplicateCount: 1102 },
    });
  });

  it('are told row by row, also those that the graph could not even read', async () => {
    const text =
      line({ kind: 'stock.events', source: 'till' }) +
      event(1200) +
      event(1201, { reason: 'SOLD' }) +
      event(1202, { occurredAt: '22/11/2026 09:00' }) +
      event(1203);
    const latin = Buffer.from(event(1204, { eventId: 'reçu' }), 'latin1');
    expect(await door.post(events, Buffer.concat([Buffer.from(text), latin]))).toMatchObject({
      status: 200,
      body: {
        appliedCount: 2,
        rejections: [
          { line: 3, code: 'INVALID_INPUT', message: expect.stringContaining('reason is one of SALE, RETURN,') },
          { line: 4, code: 'INVALID_INPUT', message: expect.stringContaining('occurredAt is a moment such as') },
          { line: 6, code: 'INVALID_INPUT', message: 'The line is not UTF-8.' },
        ],
      },
    });
    const sdl = await readFile(path.join(import.meta.dirname, '../../../subgraphs/inventory/schema.graphql'), 'utf8');
    const [, named = ''] = /^enum StockMovementReason \{([^}]*)\}/m.exec(sdl) ?? [];
    expect(named.match(/^ {2}[A-Z_]+$/gm)?.map((name) => name.trim())).toEqual(reasons);
  });

  it('of CSV with semicolons are read too', async () => {
    const text = 'event_id;location_id;sku;delta;reason;occurred_at\ns1;loc_lyon;"S1";-1;SALE;2026-11-22T09:30:00Z\n';
    const answer = await door.post(`${events}?source=till`, text, { 'content-type': 'text/csv' });
    expect(answer).toMatchObject({ status: 200, body: { appliedCount: 1, rejectedCount: 0 } });
  });

  it('of CSV name their columns', async () => {
    const text = [
      'event_id,location_id,sku,delta,reason,occurred_at_local,workstation,sequence,business_date,is_cancelled',
      'c1,loc_lyon,S1,-1,SALE,2026-11-22T10:00:00,03,1,2026-11-22,false',
      'c2,loc_lyon,S1,-1,SALE,2026-11-22T10:01:00,03,2,2026-11-22,true',
      'c3,loc_lyon,"S1",-1,SALE',
    ].join('\n');
    const answer = await door.post(`${events}?source=till&records=3`, text, { 'content-type': 'text/csv' });
    expect(answer).toMatchObject({
      status: 200,
      body: { appliedCount: 1, ignoredCount: 1, rejections: [{ line: 4, message: 'A row has 10 fields.' }] },
    });
  });

  it('without a source are refused', async () => {
    const before = await door.stock();
    expect(await door.post(events, line({ kind: 'stock.events' }) + event(5))).toMatchObject({ status: 400 });
    expect(await door.post(events, line({ kind: 'stock.events', source: 'passerelle:x' }) + event(5))).toMatchObject({
      status: 422,
    });
    expect(await door.stock()).toEqual(before);
  });
});
