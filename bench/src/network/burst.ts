import { readOperation } from '@passerelle/contracts/operations';
import { aCaller } from '../inventory/dataset.ts';
import { quantile } from '../statistics.ts';
import { type OpenedNetwork, openNetwork, storeCount } from './dataset.ts';

const changesOfStore = 5;
const clients = 16;
const sampleMs = 50;
const operator = aCaller('operator');
const pause = readOperation('store-app', 'Pause');
const projection = '{ networkProjection { sequence lagSeconds } }';

export type Burst = {
  readonly changes: number;
  readonly changesASecond: number;
  /** From the answer to the last change until the projection knew it. */
  readonly caughtUpAfterMs: number;
  /** Between a change and its taking over, looked at all the while. */
  readonly lagP50Seconds: number;
  readonly lagMaxSeconds: number;
  /** Looks at which the projection stood behind where it had stood before. */
  readonly stepsBack: number;
  /** Stores of which the projection holds anything but the last change. */
  readonly wrongStores: number;
};

/** Every store is paused again and again, by many at once; the projection follows as in production. */
export async function measureBurst(url: string): Promise<Burst> {
  const network = await openNetwork(url, {});
  const lags: number[] = [];
  let stepsBack = 0;
  let seen = 0n;
  let isOver = false;
  const look = async () => {
    type Known = { networkProjection: { sequence: string; lagSeconds: number } };
    const { networkProjection } = await network.ask<Known>('inventory', projection, {}, operator);
    const sequence = BigInt(networkProjection.sequence);
    if (sequence < seen) stepsBack += 1;
    if (sequence > seen) lags.push(networkProjection.lagSeconds);
    seen = sequence;
    return sequence;
  };
  const watch = async () => {
    while (!isOver) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, sampleMs));
    }
  };
  try {
    await network.graph.start();
    await look();
    lags.length = 0;
    const watching = watch();
    const begun = performance.now();
    await Promise.all(Array.from({ length: clients }, (_, client) => pauseOften(network, client)));
    const changed = performance.now();
    const last = await lastSequence(network);
    while (seen < last) await new Promise((resolve) => setTimeout(resolve, 5));
    const caughtUp = performance.now();
    isOver = true;
    await watching;
    const changes = storeCount * changesOfStore;
    return {
      changes,
      changesASecond: (changes * 1000) / (changed - begun),
      caughtUpAfterMs: caughtUp - changed,
      lagP50Seconds: quantile(lags, 0.5),
      lagMaxSeconds: Math.max(...lags),
      stepsBack,
      wrongStores: await countWrong(network),
    };
  } finally {
    isOver = true;
    await network.graph.close();
  }
}

/** A client's own stores, one change after another: the last one of each store is known. */
async function pauseOften(network: OpenedNetwork, client: number): Promise<void> {
  for (let change = 1; change <= changesOfStore; change++) {
    for (let store = client; store < storeCount; store += clients) {
      const input = {
        locationId: `loc_${store}`,
        type: 'CLICK_AND_COLLECT',
        until: new Date(Date.now() + change * 3_600_000).toISOString(),
        reason: 'burst',
      };
      type Paused = { pauseLocationService: { userErrors: object[] } };
      const { pauseLocationService } = await network.ask<Paused>('store-network', pause, { input }, operator);
      if (pauseLocationService.userErrors.length > 0) throw new Error(JSON.stringify(pauseLocationService));
    }
  }
}

async function lastSequence(network: OpenedNetwork): Promise<bigint> {
  const [row] = await network.database('store-network').sql`select max(facts_sequence)::text as last from locations`;
  return BigInt(row?.last);
}

/** Stores whose sequence or pause is another at the source than in the projection. */
async function countWrong(network: OpenedNetwork): Promise<number> {
  type Row = { id: string; sequence: string; pausedUntil: string | null };
  const source = await network.database('store-network').sql<Row[]>`
    select id, facts_sequence::text as sequence, to_json(paused_until at time zone 'UTC')#>>'{}' as "pausedUntil"
    from locations left join location_services s on s.location_id = id and s.type = 'CLICK_AND_COLLECT'`;
  const known = await network.database('inventory').sql<Row[]>`
    select id, sequence::text, (select each->>'pausedUntil' from jsonb_array_elements(facts->'services') as each
      where each->>'type' = 'CLICK_AND_COLLECT') as "pausedUntil" from locations`;
  const byId = new Map(known.map((row) => [row.id, row]));
  const at = (text: string | null | undefined) =>
    text ? new Date(text.endsWith('Z') ? text : `${text}Z`).getTime() : 0;
  return source.filter(({ id, sequence, pausedUntil }) => {
    const mine = byId.get(id);
    return mine?.sequence !== sequence || at(mine.pausedUntil) !== at(pausedUntil);
  }).length;
}
