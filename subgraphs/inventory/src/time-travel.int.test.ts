import { readOperation } from '@passerelle/contracts/operations';
import { aCaller, aService as aCallingService } from '@passerelle/testing';
import { describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, type NetworkGraph } from '../test/a-network.ts';

const asOf = `query ($skus: [String!]!, $asOf: DateTime) {
  availability(channelId: "chn_web", skus: $skus, asOf: $asOf) { sku status sellableQuantity
    warehouse { quantity } stores { quantity } } }`;
type Shown = { availability: { status: string; sellableQuantity: number; stores: { quantity: number } }[] };

const sellable = async (graph: NetworkGraph, at: Date | null) =>
  (await graph.ask<Shown>(asOf, { skus: ['A'], asOf: at?.toISOString() ?? null })).availability[0]?.sellableQuantity;
const inputs = { source: 'till', reason: 'SALE', locationId: 'loc_store', sku: 'A' };
let events = 0;
const sell = (graph: NetworkGraph, delta: number, occurredAt: Date) =>
  graph.ask(readOperation('partner', 'TillEvents'), {
    input: {
      source: inputs.source,
      events: [
        {
          eventId: `e${++events}`,
          locationId: 'loc_store',
          sku: 'A',
          delta,
          reason: 'SALE',
          occurredAt: occurredAt.toISOString(),
        },
      ],
    },
  });

describe('availability as of a moment', () => {
  it('is what was answered then, whatever happened, was told or was changed since', async () => {
    await using graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: { onHand: 7, blocked: 2 } },
    });
    const moments: { at: Date; answer: number | undefined; why: string }[] = [];
    const note = async (why: string) => {
      await graph.pass({ minutes: 1 });
      moments.push({ at: graph.clock.now(), answer: await sellable(graph, null), why });
      await graph.pass({ minutes: 1 });
    };
    await note('as it began');
    await sell(graph, -3, graph.clock.now());
    await note('a sale');
    const held = await graph.ask<{ reserveStock: { reservation: { id: string } } }>(
      readOperation('storefront', 'HoldCart'),
      {
        input: {
          idempotencyKey: 'hold-0001',
          channelId: 'chn_web',
          cartReference: 'c1',
          lines: [{ sku: 'A', quantity: 4 }],
        },
      },
    );
    await note('a cart');
    await sell(graph, -2, new Date(graph.clock.now().getTime() - 4 * 60_000));
    await note('a sale told late');
    await graph.tell(aStore('loc_store', { channelIds: [] }));
    await note('a store that left the channel');
    await graph.ask(
      'mutation ($input: ReleaseReservationInput!) { releaseReservation(input: $input) { userErrors { __typename } } }',
      {
        input: { id: held.reserveStock.reservation.id },
      },
    );
    await graph.tell(aStore('loc_store'));
    await graph.ask(
      'mutation ($input: SetStockFeedInput!) { setStockFeed(input: $input) { userErrors { __typename } } }',
      {
        input: { locationId: 'loc_store', freshnessLimit: 'PT2H' },
      },
    );
    await note('the cart gone, the store back');
    await graph.pass({ minutes: 180 });
    await note('a till silent for too long');

    expect(moments.map(({ answer }) => answer)).toEqual([15, 12, 8, 6, 1, 10, 5]);
    for (const { at, answer, why } of moments)
      expect({ why, units: await sellable(graph, at) }).toEqual({ why, units: answer });
    expect(await sellable(graph, new Date('2020-01-01T00:00:00Z'))).toBe(0);
  });

  it('knows pools as they were: what was set apart, what was reserved of it, and who might have the rest', async () => {
    await using graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: 7 },
    });
    const moments: { at: Date; web: number | undefined; b2b: number | undefined }[] = [];
    const answer = async (channelId: string, at: Date | null) => {
      const query = asOf.replace('"chn_web"', JSON.stringify(channelId));
      const shown = await graph.ask<Shown>(query, { skus: ['A'], asOf: at?.toISOString() ?? null });
      return shown.availability[0]?.sellableQuantity;
    };
    const note = async () => {
      await graph.pass({ minutes: 1 });
      const at = graph.clock.now();
      moments.push({ at, web: await answer('chn_web', null), b2b: await answer('chn_b2b', null) });
      await graph.pass({ minutes: 1 });
    };
    const create = `mutation ($input: CreateInventoryPoolInput!) { createInventoryPool(input: $input) { pool { id } } }`;
    const makePool = async (name: string, channelId: string, mode: string) =>
      (
        await graph.ask<{ createInventoryPool: { pool: { id: string } } }>(create, {
          input: { idempotencyKey: `pool-of-${name}`, channelId, name, mode },
        })
      ).createInventoryPool.pool.id;
    await note();
    const shared = await makePool('everything', 'chn_web', 'SHARED');
    const own = await makePool('b2b', 'chn_b2b', 'SEGMENTED');
    await note();
    await graph.ask(readOperation('internal', 'MovePool'), {
      input: {
        idempotencyKey: 'move-to-b2b',
        fromPoolId: shared,
        toPoolId: own,
        lines: [{ sku: 'A', locationId: 'loc_house', quantity: 5 }],
        reason: 'season',
      },
    });
    await note();
    await graph.ask(readOperation('storefront', 'HoldCart'), {
      input: {
        idempotencyKey: 'hold-of-b2b',
        channelId: 'chn_b2b',
        cartReference: 'c1',
        lines: [{ sku: 'A', quantity: 2 }],
      },
    });
    await note();
    const update = `mutation ($input: UpdateInventoryPoolInput!) { updateInventoryPool(input: $input) {
      userErrors { __typename } } }`;
    await graph.ask(update, { input: { id: shared, expectedVersion: 1, locationIds: ['loc_house'] } });
    await note();

    expect(moments.map(({ web, b2b }) => [web, b2b])).toEqual([
      [17, 7],
      [17, 0],
      [12, 5],
      [12, 3],
      [2, 3],
    ]);
    for (const { at, ...then } of moments) {
      expect({ web: await answer('chn_web', at), b2b: await answer('chn_b2b', at) }).toEqual(then);
    }
  });

  it('knows rules as they were: each version for as long as it held, and what it took from the number', async () => {
    await using graph = await aNetwork([aStore('loc_store'), aWarehouse('loc_house')], {
      A: { loc_store: 10, loc_house: 7 },
    });
    const explained = `query ($skus: [String!]!, $asOf: DateTime) { availability(channelId: "chn_web", skus: $skus, asOf: $asOf) {
      sellableQuantity explanation { steps { kind quantity protectionRule { id version } } } } }`;
    type Steps = { kind: string; quantity: number; protectionRule: { id: string } | null }[];
    type Explained = { sellableQuantity: number; explanation: { steps: Steps } };
    const answer = async (at: Date | null) => {
      const variables = { skus: ['A'], asOf: at?.toISOString() ?? null };
      const data = await graph.ask<{ availability: [Explained] }>(explained, variables);
      const { sellableQuantity, explanation } = data.availability[0];
      const steps = explanation.steps.map(({ kind, quantity }) => ({ kind, quantity }));
      expect(steps.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(sellableQuantity);
      return { sellableQuantity, held: steps.find(({ kind }) => kind === 'PROTECTED')?.quantity ?? 0 };
    };
    const moments: { at: Date; told: Awaited<ReturnType<typeof answer>> }[] = [];
    const note = async () => {
      await graph.pass({ minutes: 1 });
      moments.push({ at: graph.clock.now(), told: await answer(null) });
      await graph.pass({ minutes: 1 });
    };
    const rule = async (name: string, input: object) => {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { rule { id } userErrors { __typename } } }`;
      const data = await graph.ask<Record<string, { rule: { id: string } }>>(query, { input });
      return data[name]?.rule.id;
    };
    await note();
    const scope = { locationTypes: ['STORE'] };
    const id = await rule('createProtectionRule', { idempotencyKey: 'rule-of-stores', scope, quantity: 3 });
    await note();
    await rule('updateProtectionRule', { id, expectedVersion: 1, percent: '60' });
    await note();
    await rule('archiveProtectionRule', { id, expectedVersion: 2 });
    await note();
    // More is sold at the store than was ever there: recorded, and sold as nothing.
    await sell(graph, -14, graph.clock.now());
    await note();
    expect(moments.map(({ told }) => [told.sellableQuantity, told.held])).toEqual([
      [17, 0],
      [14, -3],
      [11, -6],
      [17, 0],
      [7, 0],
    ]);
    for (const { at, told } of moments) expect(await answer(at)).toEqual(told);
  });

  it('is for people who may see explanations, and never of the future', async () => {
    await using graph = await aNetwork([aStore('loc_store')], { A: { loc_store: 1 } });
    const skus = ['A'];
    const past = graph.clock.now();
    await expect(graph.ask(asOf, { skus, asOf: past.toISOString() }, aCaller('shopper'))).rejects.toThrow('FORBIDDEN');
    const future = new Date(past.getTime() + 1);
    await expect(graph.ask(asOf, { skus, asOf: future.toISOString() })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('sourcing candidates', () => {
  const lines = [{ sku: 'A', quantity: 50 }];
  type Found = { stockAges: { sku: string; days: number }[]; lines: { availableQuantity: number }[] };
  const candidates = async (graph: NetworkGraph, more: object) => {
    const input = { channelId: 'chn_web', purpose: 'SHIP', lines, withStockAges: true, ...more };
    const data = await graph.ask<{ sourcingCandidates: { candidates: Found[] } }>(
      readOperation('service', 'Candidates'),
      { input },
      aCallingService('orders'),
    );
    return data.sourcingCandidates.candidates.map(({ stockAges, lines: [line] }) => [
      line?.availableQuantity,
      stockAges.map(({ days }) => Math.round(days)),
    ]);
  };

  it('tell how long the oldest units have lain, and what there was at an earlier moment', async () => {
    await using graph = await aNetwork([aStore('loc_store')], { A: { loc_store: 10 } });
    const told: { at: Date; answer: unknown }[] = [];
    const note = async () => {
      await graph.pass({ minutes: 2 });
      told.push({ at: graph.clock.now(), answer: await candidates(graph, {}) });
      await graph.pass({ minutes: 2 });
    };
    graph.clock.advance({ days: 40 });
    await note();
    await sell(graph, -4, graph.clock.now());
    await sell(graph, 3, graph.clock.now());
    graph.clock.advance({ days: 5 });
    await note();
    // The oldest went first: what is left came with the second delivery.
    await sell(graph, -7, graph.clock.now());
    await note();
    expect(told.map(({ answer }) => answer)).toEqual([[[10, [40]]], [[9, [45]]], [[2, [5]]]]);
    for (const { at, answer } of told) {
      expect(await candidates(graph, { asOf: at.toISOString() })).toEqual(answer);
      expect(await candidates(graph, { asOf: at.toISOString() })).toEqual(answer);
    }
    const later = new Date(graph.clock.now().getTime() + 60_000).toISOString();
    await expect(candidates(graph, { asOf: later })).rejects.toThrow('asOf');
    await expect(candidates(graph, { asOf: told[0]?.at, reservationId: 'rsv_x' })).rejects.toThrow('reservationId');
  });
});
