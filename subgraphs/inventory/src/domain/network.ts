import type { LocationFacts } from '@passerelle/eligibility';
import { type NotFound, notFound } from '@passerelle/values';

/** A location as other subgraphs know it: its id, and its names when the projection has them. */
export type LocationRef = { readonly id: string; readonly code?: string; readonly name?: string };
export type ChannelRef = { readonly id: string };
/** A channel and a location that share stock, or might. */
export type PairRef = { readonly channelId: string; readonly locationId: string };

export type FeedMode = 'SNAPSHOT' | 'EVENTS' | 'SNAPSHOT_AND_EVENTS';

/** How a location reports stock, and when it last did. */
export type FeedFacts = {
  readonly mode: FeedMode;
  /** A picture older than this many minutes is stale; null never. */
  readonly freshnessLimitMinutes: number | null;
  readonly lastSnapshotAt: Date | null;
  readonly lastEventAt: Date | null;
  /** Receipts of a till are missing that no later snapshot makes up for. */
  readonly hasGap: boolean;
};

/** Where the stock picture of a location comes from and how old it is. */
export type Freshness = Pick<FeedFacts, 'mode' | 'lastSnapshotAt' | 'lastEventAt'> & {
  readonly isStale: boolean;
  readonly locationNo: number;
};

/** A location of the projection. `locationNo` is its number in our tables, small and dense. */
export type KnownLocation = {
  readonly locationNo: number;
  readonly sequence: number;
  readonly facts: LocationFacts;
  readonly feed: FeedFacts;
};

/** Everything known about the network at one time; replaced as a whole, never changed. */
export type Network = {
  readonly byId: ReadonlyMap<string, KnownLocation>;
  readonly byNo: ReadonlyMap<number, KnownLocation>;
  /** Latest sequence of the projection; 0 when it is empty. */
  readonly sequence: number;
};

export const standardFeed: FeedFacts = {
  mode: 'SNAPSHOT_AND_EVENTS',
  freshnessLimitMinutes: null,
  lastSnapshotAt: null,
  lastEventAt: null,
  hasGap: false,
};

export function toNetwork(locations: readonly KnownLocation[]): Network {
  return {
    byId: new Map(locations.map((location) => [location.facts.locationId, location])),
    byNo: new Map(locations.map((location) => [location.locationNo, location])),
    sequence: locations.reduce((latest, location) => Math.max(latest, location.sequence), 0),
  };
}

/** A refusal of a channel that no location shares its stock with: that one does is all that is known here of channels. */
export function checkChannel(
  { byNo }: Network,
  channelId: string,
  path: readonly (string | number)[] = ['channelId'],
): readonly NotFound[] {
  if (byNo.values().some(({ facts }) => facts.channelIds.includes(channelId))) return [];
  const message = `No location shares its stock with a channel ${channelId}. Link some, or look at the sharing policies.`;
  return [{ ...notFound('channel', channelId, path), message }];
}

/** When the location last told anything about its stock; null when never. */
export function lastToldAt({ lastSnapshotAt, lastEventAt }: FeedFacts): Date | null {
  if (!lastSnapshotAt || !lastEventAt) return lastSnapshotAt ?? lastEventAt;
  return lastSnapshotAt > lastEventAt ? lastSnapshotAt : lastEventAt;
}

/** How long the location has told nothing about its stock, in milliseconds; 0 when it never told anything. */
export function silenceOf(feed: FeedFacts, at: Date): number {
  const told = lastToldAt(feed);
  return told === null ? 0 : Math.max(0, at.getTime() - told.getTime());
}

/** A feed with a limit that never told anything is stale: nothing vouches for its stock. */
export function isStale(feed: FeedFacts, at: Date): boolean {
  if (feed.freshnessLimitMinutes === null) return false;
  const told = lastToldAt(feed);
  return told === null || at.getTime() - told.getTime() > feed.freshnessLimitMinutes * 60_000;
}

export const refOf = ({ facts }: KnownLocation): LocationRef => ({
  id: facts.locationId,
  code: facts.code,
  name: facts.name,
});
