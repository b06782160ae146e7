import { expect, it } from 'vitest';
import { smallGateway } from '../../test/small-graph.ts';
import { createShedding } from './shedding.ts';

it('refuses at once what is more than may run, with 503 and Retry-After, and takes on work again when some has ended', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await using gateway = await smallGateway({
    mostInFlight: 1,
    sends: { places: () => promise.then(() => ({ data: { place: { name: 'late' } } })) },
  });
  const ask = () => gateway.post({ query: '{ place(id: "1") { name } }' });
  const [slow, ...others] = [ask(), ask(), ask()];
  const refused = await Promise.race(others);
  expect(refused).toMatchObject({ status: 503, body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] } });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  resolve();
  const statuses = (await Promise.all([slow, ...others])).map((answer) => answer?.status).sort();
  expect(statuses).toEqual([200, 503, 503]);
  expect((await ask()).status).toBe(200);
});

it('refuses while timers are late, and no longer', async () => {
  let lag = 501;
  const { admit, close } = createShedding({ mostInFlight: 10, lag: () => lag });
  await expect(admit(async () => 'done')).rejects.toMatchObject({ status: 503 });
  lag = 20;
  expect(await admit(async () => 'done')).toBe('done');
  close();
});
