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
 * SKUs each time. Orders have no such limit: a dozen statements that read what they write.
 */
export async function findLimits(url: string, pgbench: Pgbench, { skus }: ShopSize): Promise<Limits> {
  const sent: string[] = [];
  const network = await openNetwork(url, { stockCache: false }, (text) => sent.push(text));
  try {
    const [row] = await network.database('inventory').sql<{ nos: string; url: string }[]>`
      select '{' || string_agg(location_no::text, ',') || '}' as nos from locations`;
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
    const run = (sql: string) => {
      const script = `\\set turn random(0, 1000000)\n${sql.replaceAll(/\s+/g, ' ')};\n`;
      return (seconds: number) => pgbench({ url: own.href, script, clients, seconds });
    };
    return {
      listing: run(filled(listing, { $1: 'now()', $2: '20', '$3::text[]': some(linesOfListing) })),
      picker: run(filled(picking, { $1: `'${row?.nos}'`, '$2::text[]': some(two.length) })),
    };
  } finally {
    await network.graph.close();
  }
}

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
