import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram, startProgram } from '../test/programs.ts';
import { openDatabase } from './database.ts';

const main = 'gateway/src/main.ts';
/** Milliseconds; a first start makes a database. */
const longest = 180_000;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'passerelle-main-'));
  // The database's own system user must be able to enter.
  await chmod(dataDir, 0o755);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const env = () => ({ DATA_DIR: dataDir, DEMO: 'off', PORT: '0', LOG_LEVEL: 'warn' });

describe('the gateway as a program', () => {
  const query = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' };

  it('starts with nothing but a folder, answers, and ends with 0', { timeout: longest }, async () => {
    await using gateway = await startProgram(main, env());
    expect(await (await fetch(gateway.url, query)).json()).toEqual({ data: { __typename: 'Query' } });
    expect(await gateway.end('SIGTERM')).toBe(0);
    expect(gateway.log()).toBe('');
  });

  it('finds its data again after being killed, with its database still running', { timeout: longest }, async () => {
    const killed = await startProgram(main, env());
    await killed.end('SIGKILL');
    await using gateway = await startProgram(main, env());
    expect((await fetch(gateway.url, query)).status).toBe(200);
    const check = await runProgram('gateway/src/check-invariants.ts', [], env());
    expect(check).toMatchObject({ code: 0, err: '' });
    expect(check.out).toMatch(/^OK {3}inventory: /m);
    // Who comes and goes leaves the database to who still uses it; the last one stops it.
    const isReady = async () => (await fetch(gateway.url.replace('/graphql', '/health/ready'))).status === 200;
    expect(await isReady()).toBe(true);
    const beside = await openDatabase({ databaseUrl: undefined, dataDir });
    await beside.stop();
    expect(await isReady()).toBe(true);
    expect(await gateway.end('SIGINT')).toBe(0);
    expect(existsSync(path.join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('says all that is wrong with its settings, a line each, and no more', async () => {
    const wrong = { PORT: 'four thousand', LOG_LEVEL: 'loud', DATABASE_URL: 'over there' };
    const { code, out, err } = await runProgram(main, [], { ...env(), ...wrong });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toHaveLength(3);
  });

  it('says that its port is taken, before it starts a database', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = await runProgram(main, [], { ...env(), DATA_DIR: '/dev/null/x', PORT: String(port) });
    other.close();
    expect({ code, err }).toEqual({ code: 1, err: `PORT ${port} is taken on 127.0.0.1; set PORT to another one.\n` });
  });
});

describe('the token program', () => {
  const token = 'gateway/src/token.ts';
  it('prints a signed token and nothing else', async () => {
    const args = ['store-staff', '--location', 'loc_1', '--location', 'loc_2', '--customer', 'cus_1'];
    const { code, out } = await runProgram(token, args, env());
    expect(code).toBe(0);
    const [, payload = ''] = out.trim().split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      location_ids: ['loc_1', 'loc_2'],
      customer_id: 'cus_1',
      scope: expect.stringContaining('fulfillment:write'),
    });
  });
  it('lists the roles when it is given none of them', async () => {
    const { code, out, err } = await runProgram(token, ['boss'], env());
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('shopper, storefront, store-staff, partner, operator');
  });
});

it('a subgraph as a program says what it misses', async () => {
  const { code, err } = await runProgram('subgraphs/orders/src/main.ts', [], { PORT: '0' });
  expect(code).toBe(1);
  expect(err.trimEnd().split('\n')).toEqual([
    'DATABASE_URL must be set.',
    'SERVICE_SECRET must be set.',
    'SUBGRAPH_STORE_NETWORK_URL must be set: orders calls store-network.',
    'SUBGRAPH_INVENTORY_URL must be set: orders calls inventory.',
  ]);
});
