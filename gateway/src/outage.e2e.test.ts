import { readOperation } from '@passerelle/contracts/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, type Deployment, deploy } from '../test/deployment.ts';
import { inOwnTime } from '../test/own-time.ts';
import { checkOut, pageOf, shopper } from '../test/stored-operations/order-steps.ts';
import { bestStocked } from '../test/stored-operations/shopping.ts';

let deployment: Deployment;
let orderId: string;
let storeId: string;
let sku: string;
let near: object | undefined;
beforeAll(async () => {
  deployment = await deploy('five processes');
  ({ sku } = await bestStocked(deployment));
  near = deployment.retailer.locations.find(({ type }) => type === 'STORE')?.position;
  storeId = (await picker()).pickupStores?.edges[0]?.node.location.id ?? '';
  orderId = await checkOut(deployment, 'order-before-outage', storeId);
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

type Node = { location: { id: string; name: string; address: object | null; openingHours: object | null } };
type Picker = { pickupStores: { edges: { node: Node }[] } | null };

const staff = (): Asker => ({ role: 'store-staff', locationIds: [storeId] });
const pickerVariables = () => ({ channelId: 'chn_web', items: [{ sku, quantity: 1 }], near });
const picker = () => deployment.send<Picker>('storefront', 'StorePicker', pickerVariables());
const queue = () => deployment.send<object>('store-app', 'WorkQueue', { locationId: storeId }, staff());
const work = `query Work($location: ID!) { fulfillmentOrders(filter: { locationIds: [$location] }, first: 5) {
  nodes { id number status location { id name } lines { sku quantity } order { id number } } } }`;

const secrets = /127\.0\.0\.1|localhost|http:|postgres|select |\.ts\b|ECONN|at /;

/** Sends a stored operation that will not be answered in full. */
async function sendPartly(name: string, variables: object, client: 'storefront' | 'store-app' = 'storefront') {
  const { value: answer, tookMs } = await inOwnTime(() =>
    deployment.post<Record<string, never>>(
      `/graphql/${client}`,
      readOperation(client, name),
      variables,
      client === 'storefront' ? shopper : staff(),
    ),
  );
  expect(tookMs).toBeLessThan(3500);
  expect(answer.status).toBe(200);
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toContain('SERVICE_UNAVAILABLE');
  expect(JSON.stringify(answer.errors)).not.toMatch(secrets);
  return answer.data;
}

it('is ready while all subgraphs answer, and says which one does not', async () => {
  const whole = await fetch(`${deployment.url}/health/ready`);
  expect(whole.status).toBe(200);
});

it('with returns down, an order lacks what concerns returns only, and all else is whole', async () => {
  const before = await pageOf(deployment, orderId);
  const queueBefore = await queue();
  await deployment.programs.get('returns')?.end('SIGKILL');
  const { order } = await sendPartly('OrderPage', { id: orderId });
  const lines = before?.lines.map((line) => ({ ...line, returnableQuantity: null }));
  expect(order).toEqual({ ...before, lines, returnStatus: null, returnEligibility: null, returns: null });
  expect((await bestStocked(deployment)).sku).toBe(sku);
  expect((await picker()).pickupStores?.edges.length).toBeGreaterThan(0);
  expect(await queue()).toEqual(queueBefore);

  const ready = await fetch(`${deployment.url}/health/ready`);
  expect({ status: ready.status, body: await ready.json() }).toEqual({
    status: 503,
    body: { status: 'not ready', waitingFor: ['returns'] },
  });
});

describe('with store-network frozen', () => {
  beforeAll(() => void deployment.programs.get('store-network')?.process.kill('SIGSTOP'));
  afterAll(() => void deployment.programs.get('store-network')?.process.kill('SIGCONT'));

  it('the listing is whole and the picker lacks addresses and hours only', async () => {
    expect((await bestStocked(deployment)).sku).toBe(sku);
    const { pickupStores } = (await sendPartly('StorePicker', pickerVariables())) as unknown as Picker;
    expect(pickupStores?.edges.length).toBeGreaterThan(0);
    for (const { node } of pickupStores?.edges ?? []) {
      expect(node.location.name).toEqual(expect.any(String));
      expect(node.location).toMatchObject({ address: null, openingHours: null });
    }
  });

  it('an order lacks the store it is collected at, whose name it cannot do without, and what returns knew', async () => {
    const { order } = await sendPartly('OrderPage', { id: orderId });
    expect(order).toMatchObject({
      id: orderId,
      status: 'OPEN',
      lines: [{ sku, quantity: 1 }],
      deliveryGroups: [{ method: 'CLICK_AND_COLLECT', pickupLocation: null }],
    });
  });

  it('the queue of a location is lost, and the work itself is whole but for its location', async () => {
    expect(await sendPartly('WorkQueue', { locationId: storeId }, 'store-app')).toEqual({ location: null });
    const { data } = await deployment.post<{ fulfillmentOrders: { nodes: unknown[] } }>(
      '/graphql/store-app',
      work,
      { location: storeId },
      staff(),
    );
    expect(data.fulfillmentOrders.nodes).toContainEqual(
      expect.objectContaining({ location: null, lines: [{ sku, quantity: 1 }], order: expect.anything() }),
    );
  });
});

it('with inventory down, availability and stores are lost, an order and the queue are whole', async () => {
  await expect.poll(queue, { timeout: 15_000 }).toMatchObject({ location: { id: storeId } });
  const queueBefore = await queue();
  await deployment.programs.get('inventory')?.end('SIGKILL');
  expect(await sendPartly('ListingAvailability', { channelId: 'chn_web', skus: ['x'] })).toEqual({
    availability: null,
  });
  expect(await sendPartly('StorePicker', pickerVariables())).toEqual({ pickupStores: null });
  const { order } = await sendPartly('OrderPage', { id: orderId });
  expect(order).toMatchObject({ id: orderId, deliveryGroups: [{ pickupLocation: { address: expect.anything() } }] });
  expect(await queue()).toEqual(queueBefore);
});
