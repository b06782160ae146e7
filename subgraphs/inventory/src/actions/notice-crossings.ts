import { type Connection, inTransaction } from '@passerelle/database';
import { publish } from '@passerelle/events';
import { newId } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { availabilityOf, type ChannelView, viewOf } from '../domain/availability.ts';
import {
  crossingOf,
  type NewCrossing,
  pictureOf,
  type Standing,
  statusOf,
  suspectsBetween,
} from '../domain/crossing.ts';
import { findTold, insertCrossings, saveStandings } from '../storage/crossings.ts';
import { lockLook, savePicture, takeTouched, touchSuspects } from '../storage/looks.ts';
import { findNetwork } from '../storage/network.ts';
import { findAllPools } from '../storage/pools.ts';
import { findLivingRules } from '../storage/protection.ts';
import { stockReader } from '../storage/stock.ts';
import { findThresholds } from '../storage/thresholds.ts';
import { findWatches } from '../storage/watches.ts';

/** Items of one transaction: a look must not keep others from looking for long. */
const batchSize = 500;

/**
 * Looks at every item that was touched since the last look, and at those whose rules, pools or locations changed, and
 * tells each channel that watches of the lines its stock crossed. Several processes may look at once: they take turns.
 */
export async function noticeCrossings({ database, now }: ActionContext): Promise<void> {
  if ((await findWatches(database)).length === 0) return;
  const at = now();
  const views = await inTransaction(database, (tx) => lookAround(tx, at));
  if (views.length === 0) return;
  for (let looked = batchSize; looked === batchSize; ) {
    looked = await inTransaction(database, (tx) => lookAt(tx, views, at));
  }
}

/**
 * How each watched channel sees the network. Read anew: what this process keeps may be older than what another process
 * looked at, and stock that was gone would be back.
 */
async function lookAround(tx: Connection, at: Date): Promise<ChannelView[]> {
  const before = await lockLook(tx);
  const watches = await findWatches(tx);
  if (watches.length === 0) return [];
  const [network, rules, pools, thresholds] = [
    await findNetwork(tx),
    await findLivingRules(tx, at),
    await findAllPools(tx),
    await findThresholds(tx),
  ];
  const views = watches.map(({ channelId }) => viewOf(network, rules, channelId, at, pools, thresholds.get(channelId)));
  const picture = pictureOf(views, pools);
  if (JSON.stringify(picture) !== JSON.stringify(before)) {
    await touchSuspects(tx, suspectsBetween(before, picture));
    await savePicture(tx, picture);
  }
  return views;
}

/** One batch of touched items; answers how many there were. */
async function lookAt(tx: Connection, views: readonly ChannelView[], at: Date): Promise<number> {
  await lockLook(tx);
  const touched = await takeTouched(tx, batchSize);
  if (touched.length === 0) return 0;
  const items = await stockReader(tx).read(touched.map(({ sku }) => sku));
  const told = new Map(
    (
      await findTold(
        tx,
        touched.map(({ itemNo }) => itemNo),
      )
    ).map(({ itemNo, channelId, status }) => [`${itemNo} ${channelId}`, status]),
  );
  const standings: Standing[] = [];
  const crossings: NewCrossing[] = [];
  for (const { itemNo, sku, firstLookOf } of touched) {
    for (const view of views) {
      const { channelId } = view;
      const found = availabilityOf(view, sku, items.get(sku) ?? null);
      const before = told.get(`${itemNo} ${channelId}`) ?? 'OUT_OF_STOCK';
      const crossing = crossingOf(before, found);
      if (!crossing) continue;
      standings.push({ channelId, itemNo, before, after: statusOf(found) });
      if (!firstLookOf.includes(channelId)) crossings.push(crossing);
    }
  }
  await saveStandings(tx, standings);
  await tell(tx, crossings, at);
  return touched.length;
}

async function tell(tx: Connection, crossings: readonly NewCrossing[], at: Date): Promise<void> {
  await insertCrossings(tx, crossings, at);
  await publish(
    tx,
    crossings.map(({ itemNo: _number, ...crossing }) => ({
      id: newId('event', at),
      type: 'stock.crossed',
      subject: crossing.sku,
      data: crossing,
      occurredAt: at,
    })),
  );
}
