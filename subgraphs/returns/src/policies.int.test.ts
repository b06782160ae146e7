import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { key, openTestReturns, operator, request, type Shown, staff, type UserError } from '../test/open-returns.ts';

const { graph, sql, neighbours, question, act, newOrder, newPolicy, close } = await openTestReturns();
afterAll(close);

type Version = { version: number; validFrom: string | null; validTo: string | null; terms: { windowDays: number } };
type Policy = { id: string; version: number; archivedAt: string | null; versions: Version[] };
type Payload = { returnPolicy: Policy | null; userErrors: UserError[] };

const change = async (mutation: string, input: Record<string, unknown>): Promise<Payload> => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) {
    returnPolicy { id version archivedAt versions { version validFrom validTo terms { windowDays } } }
    userErrors { ... on UserError { code message path } } } }`;
  return (await question<{ result: Payload }>(query, { input }, operator)).result;
};

const shirts = (order: ReturnType<typeof newOrder>, quantity = 1, more: Record<string, unknown> = {}) =>
  request(order.id, [{ orderLineId: order.lines[0]?.id as string, quantity }], more);

describe('a policy', () => {
  it('changes for orders placed from now on: what was bought before keeps its terms', async () => {
    const id = await newPolicy({ channelId: 'chn_kept' }, { windowDays: 60 });
    const before = { channelId: 'chn_kept', placedAt: '2026-09-25T10:00:00Z', deliveredAt: '2026-10-01T10:00:00Z' };
    const changed = await change('changeReturnPolicy', { id, expectedVersion: 1, terms: { windowDays: 14 } });
    const now = graph.clock.now().toISOString();
    expect(changed.returnPolicy).toMatchObject({
      version: 2,
      versions: [
        { version: 2, validFrom: now, validTo: null, terms: { windowDays: 14 } },
        { version: 1, validTo: now, terms: { windowDays: 60 } },
      ],
    });
    const found = await act('createReturn', shirts(newOrder(before)));
    expect(found.userErrors).toEqual([]);
    expect(await decisionOf(found.return as Shown)).toMatchObject({
      lines: [{ policyId: id, policyVersion: 1, returnableUntil: '2026-11-30T10:00:00.000Z' }],
    });

    await graph.pass({ days: 1 });
    const after = { ...before, placedAt: graph.clock.now().toISOString(), deliveredAt: '2026-11-05T10:00:00Z' };
    expect((await act('createReturn', shirts(newOrder(after)))).userErrors).toMatchObject([
      { code: 'NOT_RETURNABLE', against: ['WINDOW_CLOSED'] },
    ]);
    const archived = await change('archiveReturnPolicy', { id, expectedVersion: 2 });
    expect(archived.returnPolicy).toMatchObject({ version: 3, archivedAt: graph.clock.now().toISOString() });
    expect((await act('createReturn', shirts(newOrder(before)))).userErrors).toEqual([]);
  });

  beforeAll(() => newPolicy({ channelId: 'chn_taken' }, {}));

  it.each([
    ['a scope that another has', { scope: { channelId: 'chn_taken' } }, ['scope']],
    ['a blank name', { name: ' ' }, ['name']],
    ['a window of less than no day', { terms: { windowDays: -1 } }, ['terms', 'windowDays']],
    ['a fee of more than all', { terms: { restockingFeePercent: '100.01' } }, ['terms', 'restockingFeePercent']],
    ['a fee too fine', { terms: { restockingFeePercent: '1.234' } }, ['terms', 'restockingFeePercent']],
    [
      'an amount below zero',
      { terms: { labelFees: [{ amount: '-1.00', currency: 'EUR' }] } },
      ['terms', 'labelFees', '0', 'amount'],
    ],
    [
      'a currency twice',
      {
        terms: {
          labelFees: [
            { amount: '1', currency: 'EUR' },
            { amount: '2', currency: 'EUR' },
          ],
        },
      },
      ['terms', 'labelFees', '1', 'currency'],
    ],
    [
      'a season that ends first',
      {
        terms: {
          seasons: [
            {
              placedFrom: '2026-12-01T00:00:00Z',
              placedTo: '2026-11-01T00:00:00Z',
              returnableUntil: '2027-01-31T00:00:00Z',
            },
          ],
        },
      },
      ['terms', 'seasons', '0', 'placedTo'],
    ],
    ['a carrier that is none', { terms: { carrier: 'La Poste' } }, ['terms', 'carrier']],
  ])('is refused with %s, by field', async (_title, more, path) => {
    const count = async () => (await sql`select count(*)::integer as count from return_policies`)[0]?.count;
    const before = await count();
    const input = { idempotencyKey: key(), name: 'New', scope: { channelId: 'chn_new' }, terms: {}, ...more };
    expect(await change('createReturnPolicy', input)).toMatchObject({
      returnPolicy: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', ...path] }],
    });
    expect(await count()).toBe(before);
  });

  it('is changed over the version that was read, while in use, and never into the past', async () => {
    const id = await newPolicy({ channelId: 'chn_versions' }, {});
    const codes = async (input: Record<string, unknown>, mutation = 'changeReturnPolicy') =>
      (await change(mutation, { id, expectedVersion: 1, ...input })).userErrors.map(({ code }) => code);
    expect(await codes({ terms: {}, expectedVersion: 7 })).toEqual(['VERSION_CONFLICT']);
    expect(await codes({ terms: {}, validFrom: '2026-11-01T00:00:00Z' })).toEqual(['INVALID_INPUT']);
    expect(await codes({ id: 'rpo_none', terms: {} })).toEqual(['NOT_FOUND']);
    const races = await Promise.all(
      [1, 2, 3, 4].map((windowDays) => change('changeReturnPolicy', { id, expectedVersion: 1, terms: { windowDays } })),
    );
    expect(races.filter(({ returnPolicy }) => returnPolicy)).toHaveLength(1);
    expect(await codes({ expectedVersion: 2 }, 'archiveReturnPolicy')).toEqual([]);
    expect(await codes({ expectedVersion: 3, terms: {} })).toEqual(['INVALID_STATE']);
    const listed = 'query ($all: Boolean!) { returnPolicies(includeArchived: $all) { id } }';
    const has = async (all: boolean) =>
      (await question<{ returnPolicies: { id: string }[] }>(listed, { all }, staff)).returnPolicies.some(
        (policy) => policy.id === id,
      );
    expect([await has(false), await has(true)]).toEqual([false, true]);
  });

  it('is kept by those who may only', async () => {
    const query = `mutation { archiveReturnPolicy(input: { id: "rpo_1", expectedVersion: 1 }) { returnPolicy { id } } }`;
    await expect(question(query, {}, staff)).rejects.toThrow('FORBIDDEN');
  });
});

const decisionOf = async ({ id }: Shown) => {
  const query = `query ($id: ID!) { return(id: $id) { policyDecision { outcome reviewReasons labelFee { amount }
    delivery { amount } lines { policyId policyVersion returnableUntil restockingFee { amount } refundTiming } } } }`;
  type Read = { return: { policyDecision: Record<string, unknown> } };
  return (await question<Read>(query, { id }, operator)).return.policyDecision;
};

describe('the verdict', () => {
  it('goes by the group the customer is in, until the customer leaves it', async () => {
    await newPolicy({ customerGroup: 'gold' }, { windowDays: 365, refundTiming: 'ON_APPROVAL' });
    const old = { customerId: 'customer-gold', deliveredAt: '2026-02-01T10:00:00Z', placedAt: '2026-01-25T10:00:00Z' };
    const into = (customerGroup: string | null) =>
      question<{ setReturnCustomerGroups: { count: number } }>(
        `mutation ($input: SetReturnCustomerGroupsInput!) { setReturnCustomerGroups(input: $input) { count } }`,
        { input: { customers: [{ customerId: 'customer-gold', customerGroup }] } },
        operator,
      );
    const codes = async () => (await act('createReturn', shirts(newOrder(old)))).userErrors.map(({ code }) => code);
    expect(await codes()).toEqual(['NOT_RETURNABLE']);
    expect((await into('gold')).setReturnCustomerGroups.count).toBe(1);
    expect(await codes()).toEqual([]);
    await into(null);
    expect(await codes()).toEqual(['NOT_RETURNABLE']);
  });

  it('goes line by line by the category inventory knows, and says which line is a final sale', async () => {
    await newPolicy({ category: 'outlet', countryCode: 'FR' }, { isFinalSale: true });
    neighbours.categories.set('SHOES', 'outlet');
    const order = newOrder();
    const [shirt, shoes] = order.lines.map(({ id }) => id) as [string, string];
    const both = [shirt, shoes].map((orderLineId) => ({ orderLineId, quantity: 1 }));
    expect((await act('createReturn', request(order.id, both))).userErrors).toMatchObject([
      {
        code: 'NOT_RETURNABLE',
        orderLineId: shoes,
        against: ['FINAL_SALE'],
        path: ['input', 'lines', '1', 'orderLineId'],
      },
    ]);
    await act('createReturn', shirts(order));
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on OrderLine {
      returnableQuantity returnEligibility { isReturnable reasons methods } } } }`;
    const of = order.lines.map(({ id, fulfilledQuantity }) => ({ __typename: 'OrderLine', id, fulfilledQuantity }));
    expect(await question(query, { of })).toEqual({
      _entities: [
        {
          returnableQuantity: 2,
          returnEligibility: { isReturnable: true, reasons: [], methods: ['IN_STORE', 'CARRIER_DROP_OFF'] },
        },
        { returnableQuantity: 0, returnEligibility: { isReturnable: false, reasons: ['FINAL_SALE'], methods: [] } },
      ],
    });
    // The same goods sent to another country are under another policy.
    const abroad = newOrder({ countryCode: 'BE' });
    const asked = [{ orderLineId: abroad.lines[1]?.id as string, quantity: 1 }];
    expect((await act('createReturn', request(abroad.id, asked))).userErrors).toEqual([]);
    neighbours.categories.set('SHOES', 'shoes');
  });

  it('tells fees, delivery charges and why a person must look, as they were decided', async () => {
    await newPolicy(
      { channelId: 'chn_fees' },
      {
        restockingFeePercent: '12.5',
        labelFees: [{ amount: '3.95', currency: 'EUR' }],
        deliveryRefund: 'ALWAYS',
        refundTiming: 'ON_RECEIPT',
        reviewAboveValues: [{ amount: '9.99', currency: 'EUR' }],
      },
    );
    const order = newOrder({ channelId: 'chn_fees' });
    const parcel = { method: 'CARRIER_DROP_OFF', dropOffLocationId: null };
    const found = (await act('createReturn', shirts(order, 3, parcel))).return as Shown;
    expect(found).toMatchObject({
      status: 'REQUESTED',
      refundSummary: { goods: { amount: '10.00' }, delivery: { amount: '4.90' }, fees: { amount: '5.20' } },
    });
    expect(found.refundSummary.total.amount).toBe('9.70');
    expect(await decisionOf(found)).toMatchObject({
      outcome: 'NEEDS_REVIEW',
      reviewReasons: ['VALUE'],
      labelFee: { amount: '3.95' },
      delivery: { amount: '4.90' },
      lines: [{ restockingFee: { amount: '1.25' }, refundTiming: 'ON_RECEIPT' }],
    });
  });
});
