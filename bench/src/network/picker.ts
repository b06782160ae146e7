import { distanceKm } from '@passerelle/values';
import { closedLoop, type Rate } from '../inventory/listing.ts';
import type { Pgbench } from '../inventory/pgbench.ts';
import { pick } from '../retailer.ts';
import { quantile } from '../statistics.ts';
import { channelId, type OpenedNetwork, openNetwork, shopperOf, skuCount } from './dataset.ts';

const clients = 8;
const lines = 3;
const radiusKm = 30;
const skus = Array.from({ length: skuCount }, (_, n) => `S${n}`);
/** What the stored operation asks of inventory, with 30 km. */
const picker = `query ($channelId: ID!, $items: [PickupItemInput!]!, $near: GeoPointInput!) {
  pickupStores(channelId: $channelId, items: $items, near: $near, radiusKm: ${radiusKm}, first: 10) {
    nodes { distanceKm fulfillment readyAt items { sku availableQuantity missingQuantity alternative { isStore readyAt } }
      reasons { code } location { id code name } } } }`;

type Page = { readonly pickupStores: { readonly nodes: readonly object[] } };

const skusOf = (turn: number) => [...new Set(pick(skus, turn, lines))];

async function askPicker(network: OpenedNetwork, turn: number): Promise<void> {
  const items = skusOf(turn).map((sku) => ({ sku, quantity: 3 }));
  const { pickupStores } = await network.ask<Page>('inventory', picker, { channelId, items, near: shopperOf(turn) });
  if (pickupStores.nodes.length === 0) throw new Error(`nobody hands anything over at turn ${turn}`);
}

const turnsCounted = 200;

/** Median and largest number of statements a request sends, over turns that were not asked before. */
async function countStatements(network: OpenedNetwork, statements: string[], firstTurn: number): Promise<string> {
  const counts: number[] = [];
  for (let turn = firstTurn; turn < firstTurn + turnsCounted; turn++) {
    statements.length = 0;
    await askPicker(network, turn);
    counts.push(statements.length);
  }
  return `${quantile(counts, 0.5)} statements a request, ${Math.max(...counts)} at most`;
}

export type PickerRun = {
  readonly name: string;
  readonly run: (seconds: number) => Promise<Rate & { readonly note?: string }>;
};
export type PickerContest = { readonly runs: readonly PickerRun[]; readonly close: () => Promise<void> };

/** The picker with stock from the database and from memory, and its one statement by pgbench. */
export async function preparePicker(url: string, pgbench: Pgbench | undefined): Promise<PickerContest> {
  const ofPlain: string[] = [];
  const ofKept: string[] = [];
  const plain = await openNetwork(url, { stockCache: false }, (text) => ofPlain.push(text));
  const kept = await openNetwork(url, {}, (text) => ofKept.push(text));
  await askPicker(plain, 0);
  await askPicker(kept, 0);
  const plainNote = await countStatements(plain, ofPlain, 1);
  for (let turn = 0; turn < skuCount; turn++) await askPicker(kept, turn);
  const keptNote = await countStatements(kept, ofKept, 1);
  ofPlain.length = 0;
  await askPicker(plain, 0);
  const script = await scriptOf(plain, ofPlain);
  const asking = (network: OpenedNetwork, statements: string[], note: string) => async (seconds: number) => {
    const latencies: number[] = [];
    const rate = await closedLoop(clients, seconds, async (turn) => {
      const asked = performance.now();
      await askPicker(network, turn);
      latencies.push(performance.now() - asked);
    });
    statements.length = 0;
    return { ...rate, note: `p50 ${quantile(latencies, 0.5).toFixed(1)} ms; ${note}` };
  };
  return {
    runs: [
      ...(pgbench
        ? [
            {
              name: 'the statement by pgbench',
              run: (seconds: number) => pgbench({ url: plain.database('inventory').url, script, clients, seconds }),
            },
          ]
        : []),
      { name: 'stock from the database', run: asking(plain, ofPlain, plainNote) },
      { name: 'stock kept in memory', run: asking(kept, ofKept, keptNote) },
    ],
    async close() {
      await plain.graph.close();
      await kept.graph.close();
    },
  };
}

const shoppers = 8;

/** The statement that was sent, for shoppers at several places, each with the locations the picker asks about there. */
async function scriptOf(network: OpenedNetwork, statements: readonly string[]): Promise<string> {
  const [text] = statements;
  const isKnown = statements.length === 1 && text?.includes('$1::integer[]') && text.includes('$2::text[]');
  if (!text || !isKnown) throw new Error(`the picker sends another statement now: ${statements.join(';')}`);
  const rows = await network.database('inventory').sql<{ no: number; isStore: boolean; at: [number, number] }[]>`
    select location_no as no, facts->>'type' = 'STORE' as "isStore", array[(facts->'coordinates'->>'latitude')::float8,
      (facts->'coordinates'->>'longitude')::float8] as at from locations`;
  const cases = Array.from({ length: shoppers }, (_, place) => {
    const near = shopperOf(place * 7);
    const isAsked = ({ isStore, at: [latitude, longitude] }: (typeof rows)[number]) =>
      !isStore || distanceKm(near, { latitude, longitude }) <= radiusKm;
    return text
      .replace('$1', `'{${rows.filter(isAsked).map(({ no }) => no)}}'`)
      .replace('$2', `'{${skusOf(place * 7)}}'`)
      .replaceAll('stock_levels', 'inventory.stock_levels')
      .replaceAll(/\b(from|join) (items|pool_stock|expected_receipts)\b/g, '$1 inventory.$2')
      .replaceAll('inventory.stock_levels.', 'stock_levels.')
      .replaceAll(/\s+/g, ' ');
  });
  const branches = cases.map((sql, place) => `${place === 0 ? '\\if' : '\\elif'} :place = ${place}\n${sql};`);
  return `\\set place random(0, ${shoppers - 1})\n${branches.join('\n')}\n\\endif\n`;
}
