import { readOperation } from '@passerelle/contracts/operations';
import type { Pgbench, PgbenchSlice } from '../inventory/pgbench.ts';
import { channelId, type OpenedNetwork, openNetwork } from '../network/dataset.ts';
import { middle, type ShopSize, skuOf } from './shop.ts';

/** What PostgreSQL does with the statements of a scenario when nothing else is done: by the scenario's name. */
export type Limits = Readonly<Record<string, (seconds: number) => Promise<PgbenchSlice>>>;

const clients = 16;
const linesOfListing = 24;
const picker = `query ($channelId: ID!, $items: [PickupItemInput!]!, $near: GeoPointInput!) {
  pickupStores(channelId: $channelId, items: $items, near: $near, radiusKm: 30, first: 10) {
    nodes { distanceKm fulfillment readyAt items { sku availableQuantity } reasons { code } location { id } } } }`;

/**
 * Asks inventory without its memory of stock, takes the one statement it sends, and has pgbench send it with other
 * SKUs each time. Stock writes are told beside the two bare statements that no snapshot can do without: an entry of the
 * ledger and another number for each level of a store. Orders are a chain of statements: see
 * `order-limit.ts`.
 */
export async function findLimits(url: string, pgbench: Pgbench, { skus }: ShopSize): Promise<Limits> {
  const sent: string[] = [];
  const network = await openNetwork(url, { stockCache: false }, (text) => sent.push(text));
  try {
    const [row] = await network.database('inventory').sql<{ nos: string; last: number }[]>`
      select '{' || string_agg(location_no::text, ',') || '}' as nos, max(location_no) as last from locations`;
    const own = new URL(network.database('inventory').url);
    // Statements name their tables as inventory's role finds them.
    own.searchParams.set('options', '-csearch_path=inventory');
    const two = [0, 1, 2].map((index) => ({ sku: skuOf(index), quantity: 1 }));
    const listing = await statementOf(network, sent, readOperation('storefront', 'ListingAvailability'), {
      channelId,
      skus: Array.from({ length: linesOfListing }, (_, index) => skuOf(index)),
    });
    const picking = await statementOf(network, sent, picker, { channelId, items: two, near: middle });
    const some = (count: number) =>
      `array[${Array.from({ length: count }, (_, place) => `'S' || ((:turn * 31 + ${place * 7}) % ${skus})::text`)}]`;
    const once = (sql: string) => `${sql.replaceAll(/\s+/g, ' ')};\n`;
    const run = (sql: string) => {
      const script = `\\set turn random(0, 1000000)\n${once(sql)}`;
      return (seconds: number) => pgbench({ url: own.href, script, clients, seconds });
    };
    const writes = ['begin', ...bareWrites(`${row?.last} - :client_id`), 'commit'].map(once).join('');
    return {
      listing: run(filled(listing, { $1: 'now()', $2: '20', '$3::text[]': some(linesOfListing) })),
      picker: run(filled(picking, { $1: `'${row?.nos}'`, '$2::text[]': some(two.length) })),
      'stock-writes': async (seconds) => {
        const { rate, p99Ms } = await pgbench({ url: own.href, script: writes, clients: 4, seconds });
        return { rate: rate * skus, p99Ms };
      },
    };
  } finally {
    await network.graph.close();
  }
}

/** What a snapshot of a whole location writes at the least, every number another one. */
const bareWrites = (locationNo: string) => [
  // Triggers tell nobody: the product tells by itself.
  "set local passerelle.tells = 'stock'",
  `insert into stock_movements (item_no, location_no, kind, reason, quantity, applied_quantity, on_hand_after, source,
    reference, occurred_at)
  select item_no, location_no, 'BASELINE', 'SNAPSHOT', on_hand + 1, 1, on_hand + 1, 'bench', 'bench', now()
  from stock_levels where location_no = ${locationNo} order by item_no`,
  `update stock_levels set on_hand = on_hand + 1, version = version + 1, updated_at = now()
  where location_no = ${locationNo}`,
];

/** The one statement that a question sends when it is asked again. */
async function statementOf(network: OpenedNetwork, sent: string[], query: string, variables: object): Promise<string> {
  await network.ask('inventory', query, variables);
  sent.length = 0;
  await network.ask('inventory', query, variables);
  const [text] = sent;
  if (sent.length !== 1 || !text) throw new Error(`one statement was sent before, now: ${sent.join(';')}`);
  return text;
}

function filled(statement: string, parameters: Readonly<Record<string, string>>): string {
  const text = Object.entries(parameters).reduce((sql, [name, value]) => sql.replace(name, value), statement);
  if (/\$\d/.test(text)) throw new Error(`another statement is sent now: ${statement}`);
  return text;
}
