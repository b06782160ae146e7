import { afterAll, beforeEach, expect, it } from 'vitest';
import { says, scriptedService } from '../test/scripted-service.ts';
import { stoppedClock } from '../test/stopped-clock.ts';
import { readExits } from './config.ts';
import { createExits } from './exits.ts';

const service = await scriptedService();
const clock = stoppedClock();
const secrets = { SECRET: `whsec_${Buffer.alloc(24, 's').toString('base64')}` };
const settings = (mode = 'LIVE') => {
  const exit = { url: service.url, secretsFrom: ['SECRET'], mode };
  const exits = { 'sourcing.rank': exit, 'fraud.screen': exit };
  return readExits(JSON.stringify({ allowedAddresses: ['127.0.0.1'], exits }), secrets);
};
const exits = createExits(settings(), { clock });
beforeEach(() => exits.replace(settings()));
afterAll(async () => {
  await exits.close();
  await service[Symbol.asyncDispose]();
});

let orders = 0;
const rank = (quantity = 1, { channelId = 'chn_web', isDryRun = false } = {}) => {
  const orderId = `ord_${++orders}`;
  const lines = [{ lineId: `oln_${orders}`, sku: 'SHIRT', quantity }];
  const input = { orderId, groupId: `dgr_${orders}`, lines, candidates: [] };
  return exits.ask('sourcing.rank', { id: orderId, input, context: { channelId }, isDryRun });
};
const lyonFirst = (ttlSeconds?: number) =>
  says({ decision: 'MODIFY', output: { locationIds: ['lyon'] }, ...(ttlSeconds === undefined ? {} : { ttlSeconds }) });
/** How often the exit was asked meanwhile. */
const callsDuring = async (...asks: (() => Promise<unknown>)[]) => {
  const before = service.calls.length;
  for (const ask of asks) await ask();
  return service.calls.length - before;
};

it('answers other orders with the same facts from what the exit said, for as long as it says', async () => {
  service.script(lyonFirst(60));
  const first = await rank();
  const calls = await callsDuring(async () => {
    expect(await rank()).toMatchObject({ answeredBy: 'APPLIED', output: { locationIds: ['lyon'] }, failure: null });
  });
  expect([first.answeredBy, calls]).toEqual(['APPLIED', 0]);
  clock.pass(59_999);
  expect(await callsDuring(rank)).toBe(0);
  clock.pass(1);
  expect(await callsDuring(rank)).toBe(1);
});

it('asks again for other facts, for another channel, and after new settings', async () => {
  service.script(lyonFirst(60));
  await rank();
  const others = [() => rank(2), () => rank(1, { channelId: 'chn_store' })];
  expect(await callsDuring(...others)).toBe(2);
  await exits.replace(settings());
  expect(await callsDuring(rank)).toBe(1);
});

it('keeps nothing that the exit does not offer, of a dry run, nor in the shadow', async () => {
  service.script(lyonFirst());
  expect(await callsDuring(rank, rank)).toBe(2);
  service.script(lyonFirst(60));
  expect(await callsDuring(() => rank(1, { isDryRun: true }), rank, rank)).toBe(2);
  await exits.replace(settings('SHADOW'));
  expect(await callsDuring(rank, rank)).toBe(2);
});

it('keeps no judgement of one order, and takes no time that is none', async () => {
  service.script(says({ decision: 'CONTINUE', ttlSeconds: 60 }));
  const screen = () => exits.ask('fraud.screen', { id: 'ord_same', input: { orderId: 'ord_same' } as never });
  expect(await callsDuring(screen, screen)).toBe(2);
  service.script(lyonFirst(-1));
  expect(await rank()).toMatchObject({ answeredBy: 'FELL_BACK', failure: 'INVALID_ANSWER' });
});
