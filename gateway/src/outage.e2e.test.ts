import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Deployment, deploy } from '../test/deployment.ts';
import { checkOut, pageOf, shopper } from '../test/stored-operations/orders.ts';
import { bestStocked } from '../test/stored-operations/shopping.ts';

let deployment: Deployment;
let orderId: string;
beforeAll(async () => {
  deployment = await deploy('five processes');
  orderId = await checkOut(deployment, 'order-before-outage');
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

const secrets = /127\.0\.0\.1|localhost|http:|postgres|select |\.ts\b|ECONN|at /;

/** Sends a stored storefront operation that will not be answered in full. */
async function sendPartly(name: string, variables: object) {
  const start = performance.now();
  const answer = await deployment.post<Record<string, never>>(
    '/graphql/storefront',
    readOperation('storefront', name),
    variables,
    shopper,
  );
  expect(performance.now() - start).toBeLessThan(3500);
  expect(answer.status).toBe(200);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain('SERVICE_UNAVAILABLE');
  expect(JSON.stringify(answer.errors)).not.toMatch(secrets);
  return answer.data;
}

it('is ready while all subgraphs answer, and says which one does not', async () => {
  const whole = await fetch(`${deployment.url}/health/ready`);
  expect(whole.status).toBe(200);
});

it('with returns down, an order lacks what concerns returns only', async () => {
  const before = await pageOf(deployment, orderId);
  await deployment.programs.get('returns')?.end('SIGKILL');
  const { order } = await sendPartly('OrderPage', { id: orderId });
  const lines = before?.lines.map((line) => ({ ...line, returnableQuantity: null }));
  expect(order).toEqual({ ...before, lines, returnStatus: null, returnEligibility: null, returns: null });

  const ready = await fetch(`${deployment.url}/health/ready`);
  expect({ status: ready.status, body: await ready.json() }).toEqual({
    status: 503,
    body: { status: 'not ready', waitingFor: ['returns'] },
  });
});

it('with store-network frozen, the listing is whole and the picker lacks addresses and hours only', async () => {
  const { sku } = await bestStocked(deployment);
  const store = deployment.retailer.locations.find(({ type }) => type === 'STORE');
  deployment.programs.get('store-network')?.process.kill('SIGSTOP');
  try {
    expect((await bestStocked(deployment)).sku).toBe(sku);
    const variables = { channelId: 'chn_web', items: [{ sku, quantity: 1 }], near: store?.position };
    const { pickupStores } = (await sendPartly('StorePicker', variables)) as unknown as {
      pickupStores: { edges: { node: { location: { name: string; address: null; openingHours: null } } }[] };
    };
    expect(pickupStores.edges.length).toBeGreaterThan(0);
    for (const { node } of pickupStores.edges) {
      expect(node.location.name).toEqual(expect.any(String));
      expect(node.location).toMatchObject({ address: null, openingHours: null });
    }
  } finally {
    deployment.programs.get('store-network')?.process.kill('SIGCONT');
  }
});

it('with inventory down, an order is whole', async () => {
  await deployment.programs.get('inventory')?.end('SIGKILL');
  expect(await sendPartly('ListingAvailability', { channelId: 'chn_web', skus: ['x'] })).toEqual({
    availability: null,
  });
});
