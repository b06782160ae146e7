import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNetwork, aStore, aWarehouse, faults, type NetworkGraph } from '../test/a-network.ts';
import { watching } from '../test/watching.ts';

let graph: NetworkGraph;
let { look, move, told, sellable } = {} as ReturnType<typeof watching>;
beforeAll(async () => {
  graph = await aNetwork([aWarehouse('loc_depot'), aStore('loc_paris')], {
    LAMP: { loc_depot: 8 },
    SOFA: { loc_depot: 2, loc_paris: 3 },
    RUG: { loc_depot: 40 },
    VASE: { loc_depot: 6, loc_paris: 6 },
  });
  const watched = watching(graph);
  ({ look, move, told, sellable } = watched);
  await watched.watch('chn_web', 'chn_b2b');
});
afterAll(async () => {
  expect(await faults(graph)).toEqual([]);
  await graph[Symbol.asyncDispose]();
});

describe('a watched channel', () => {
  it('is told nothing of where it stood when it began to watch', async () => {
    expect(await told('LAMP')).toEqual([]);
  });

  it('is told once a crossing, not once a movement, back and forth', async () => {
    for (const units of [-1, -1]) await move('LAMP', units);
    await look();
    expect(await told('LAMP')).toEqual([]);
    for (const units of [-1, -1, -1]) await move('LAMP', units);
    await look();
    await look();
    expect(await told('LAMP')).toEqual(['BELOW_THRESHOLD 3']);
    for (const units of [-2, -1]) await move('LAMP', units);
    await look();
    await move('LAMP', 4);
    await look();
    await move('LAMP', 4);
    await look();
    await move('LAMP', -8);
    await look();
    expect(await told('LAMP')).toEqual([
      'BELOW_THRESHOLD 3',
      'OUT_OF_STOCK 0',
      'BACK_IN_STOCK 4',
      'ABOVE_THRESHOLD 8',
      'OUT_OF_STOCK 0',
    ]);
    expect(await told('LAMP', 'chn_b2b')).toEqual(await told('LAMP'));
  });

  it('is told nothing when an event comes again, or stock was away only between two looks', async () => {
    await move('RUG', -40, { eventId: 'all-sold' });
    await look();
    await move('RUG', -40, { eventId: 'all-sold' });
    await look();
    await move('RUG', 3);
    await move('RUG', -3);
    await look();
    expect(await told('RUG')).toEqual(['OUT_OF_STOCK 0']);
  });

  it('is told one step of what ran out and came back with less between two looks', async () => {
    for (const units of [-2, 5, -2]) await move('SOFA', units);
    await look();
    expect(await told('SOFA')).toEqual([]);
    // Two of the depot and three of the shop were sold, and one came back.
    for (const units of [-3, 1]) await move('SOFA', units);
    await move('SOFA', -3, { locationId: 'loc_paris' });
    await look();
    expect(await told('SOFA')).toEqual(['BELOW_THRESHOLD 1']);
    await move('SOFA', 1);
    await move('SOFA', 3, { locationId: 'loc_paris' });
    await look();
    expect(await told('SOFA')).toEqual(['BELOW_THRESHOLD 1', 'ABOVE_THRESHOLD 5']);
  });

  it('knows from what it was told how it stands, and is never told the same twice, whatever moves between looks', async () => {
    await graph.database.sql`insert into items (sku) values ('ANY')`;
    const after = { OUT_OF_STOCK: 'OUT_OF_STOCK', BELOW_THRESHOLD: 'LOW_STOCK', ABOVE_THRESHOLD: 'IN_STOCK' };
    const standing = (lines: readonly string[]) => {
      const [kind, units] = (lines.at(-1) ?? 'OUT_OF_STOCK 0').split(' ');
      if (kind === 'BACK_IN_STOCK') return Number(units) < 5 ? 'LOW_STOCK' : 'IN_STOCK';
      return after[kind as keyof typeof after];
    };
    // Each number is a movement; a null is a look.
    const course = [
      7,
      null,
      -7,
      7,
      null,
      -6,
      null,
      -1,
      1,
      null,
      -1,
      null,
      3,
      -3,
      null,
      4,
      null,
      1,
      null,
      -5,
      9,
      -8,
      null,
    ];
    for (const units of course) {
      if (units === null) {
        await look();
        const lines = await told('ANY');
        expect(standing(lines)).toBe((await sellable('ANY', 'chn_web'))?.status);
        const kinds = lines.map((text) => text.split(' ')[0]);
        expect(kinds.filter((kind, index) => kind === kinds[index - 1])).toEqual([]);
      } else await move('ANY', units);
    }
    expect(await told('ANY')).toEqual([
      'BACK_IN_STOCK 7',
      'BELOW_THRESHOLD 1',
      'OUT_OF_STOCK 0',
      'BACK_IN_STOCK 4',
      'ABOVE_THRESHOLD 5',
      'BELOW_THRESHOLD 1',
    ]);
  });

  it('is told of a new SKU that is there for the first time', async () => {
    await graph.database.sql`insert into items (sku) values ('NEW')`;
    await move('NEW', 7);
    await look();
    expect(await told('NEW')).toEqual(['BACK_IN_STOCK 7']);
  });

  it('is told the number that availability answers, with what is protected from it and reserved', async () => {
    await graph.ask(`mutation { createProtectionRule(input: { idempotencyKey: "protect-vase", quantity: 4,
      scope: { channelIds: ["chn_b2b"], skus: ["VASE"] } }) { userErrors { __typename } } }`);
    await look();
    expect(await told('VASE', 'chn_b2b')).toEqual(['BELOW_THRESHOLD 2']);
    expect(await told('VASE')).toEqual([]);
    expect(await sellable('VASE', 'chn_b2b')).toEqual({ sellableQuantity: 2, status: 'LOW_STOCK' });

    await graph.ask(`mutation { reserveStock(input: { idempotencyKey: "hold-vase", cartReference: "crt_vase", channelId: "chn_b2b", holdFor: "PT10M",
      lines: [{ sku: "VASE", quantity: 2 }] }) { userErrors { __typename } } }`);
    await look();
    expect(await told('VASE', 'chn_b2b')).toEqual(['BELOW_THRESHOLD 2', 'OUT_OF_STOCK 0']);
    await graph.pass({ minutes: 11 });
    await look();
    expect(await told('VASE', 'chn_b2b')).toEqual(['BELOW_THRESHOLD 2', 'OUT_OF_STOCK 0', 'BACK_IN_STOCK 2']);
  });

  it('is told when a location stops to ship, though no unit moved', async () => {
    await graph.tell(aWarehouse('loc_depot'), aStore('loc_paris', { status: 'SUSPENDED' as never }));
    await look();
    expect((await told('SOFA')).slice(2)).toEqual(['BELOW_THRESHOLD 2']);
    await graph.tell(aStore('loc_paris'));
    await look();
    expect((await told('SOFA')).slice(2)).toEqual(['BELOW_THRESHOLD 2', 'ABOVE_THRESHOLD 5']);
  });
});

describe('many at once', () => {
  it('sales and looks that run together tell each crossing once, and end with the truth', async () => {
    const job = graph.subgraphs.get('inventory')?.sweeps?.['notice-crossings']?.work as () => Promise<void>;
    await graph.database.sql`insert into items (sku) select 'HOT-' || n from generate_series(1, 8) as n`;
    const skus = Array.from({ length: 8 }, (_, index) => `HOT-${index + 1}`);
    for (const sku of skus) await move(sku, 10);
    await look();
    const sales = skus.flatMap((sku) => Array.from({ length: 10 }, () => move(sku, -1)));
    await Promise.all([...sales, ...Array.from({ length: 6 }, job)]);
    await Promise.all([job(), job(), job()]);
    for (const sku of skus) {
      const kinds = (await told(sku)).map((text) => text.split(' ')[0]);
      expect(kinds.filter((kind) => kind === 'BELOW_THRESHOLD').length).toBeLessThanOrEqual(1);
      expect([kinds.at(0), kinds.at(-1)]).toEqual(['BACK_IN_STOCK', 'OUT_OF_STOCK']);
      expect(kinds.filter((kind) => kind === 'OUT_OF_STOCK')).toHaveLength(1);
    }
    const [left] = await graph.database.sql`select count(*)::integer as n from touched_items`;
    expect(left?.n).toBe(0);
  });
});

describe('a channel nobody watches', () => {
  it('costs nothing, and is told nothing after it stopped', async () => {
    const stop =
      'mutation ($id: ID!) { stopStockWatch(input: { channelId: $id }) { watch { startedAt } userErrors { __typename } } }';
    for (const id of ['chn_web', 'chn_b2b', 'chn_b2b']) await graph.ask(stop, { id });
    expect(await graph.ask('{ stockWatches { channel { id } } }')).toEqual({ stockWatches: [] });
    const before = await told('LAMP');
    await move('LAMP', 50);
    const [left] = await graph.database.sql`select count(*)::integer as n from touched_items`;
    expect(left?.n).toBe(0);
    await look();
    expect(await told('LAMP')).toEqual(before);
  });
});
