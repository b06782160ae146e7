import { whenRead } from '@passerelle/values';
import { type ChannelView, viewOf } from '../domain/availability.ts';
import type { Thresholds } from '../domain/low-stock.ts';
import type { Network } from '../domain/network.ts';
import type { Pool } from '../domain/pool.ts';
import type { ProtectionRule } from '../domain/protection.ts';
import type { Kept } from './kept.ts';

/** How each channel sees the network now; at once when all of it is in memory. */
export type Views = { readonly of: (channelId: string) => ChannelView | Promise<ChannelView> };

/** Judging thousands of locations takes longer than summing them up: a verdict serves one second of requests. */
const verdictMs = 1000;
/** Channels kept; a channel nobody knows costs a place too. */
const maximumViews = 100;

export type ViewSources = {
  readonly network: Kept<Network>;
  readonly rules: Kept<readonly ProtectionRule[]>;
  readonly pools: Kept<readonly Pool[]>;
  readonly thresholds: Kept<Thresholds>;
  readonly now: () => Date;
};

/** What a view is made of. */
type Parts = {
  readonly network: Network;
  readonly rules: readonly ProtectionRule[];
  readonly pools: readonly Pool[];
  readonly thresholds: Thresholds;
};

type KeptView = { readonly view: ChannelView; readonly parts: Parts };

export function keepViews(sources: ViewSources): Views {
  const views = new Map<string, KeptView>();

  function viewFrom(parts: Parts, channelId: string): ChannelView {
    const at = sources.now();
    const kept = views.get(channelId);
    const age = kept ? at.getTime() - kept.view.at.getTime() : Number.NaN;
    if (kept && isSame(kept.parts, parts) && age >= 0 && age < verdictMs) return kept.view;

    const { network, rules, pools, thresholds } = parts;
    const view = viewOf(network, rules, channelId, at, pools, thresholds.get(channelId));
    views.delete(channelId);
    if (views.size >= maximumViews) views.delete(views.keys().next().value as string);
    views.set(channelId, { view, parts });
    return view;
  }

  return {
    of: (channelId) => whenRead(peekParts(sources) ?? readParts(sources), (parts) => viewFrom(parts, channelId)),
  };
}

function peekParts(sources: ViewSources): Parts | undefined {
  const [network, rules] = [sources.network.peek(), sources.rules.peek()];
  const [pools, thresholds] = [sources.pools.peek(), sources.thresholds.peek()];
  return network && rules && pools && thresholds && { network, rules, pools, thresholds };
}

async function readParts(sources: ViewSources): Promise<Parts> {
  const [network, rules, pools, thresholds] = await Promise.all([
    sources.network.get(),
    sources.rules.get(),
    sources.pools.get(),
    sources.thresholds.get(),
  ]);
  return { network, rules, pools, thresholds };
}

const isSame = (one: Parts, other: Parts) =>
  one.network === other.network &&
  one.rules === other.rules &&
  one.pools === other.pools &&
  one.thresholds === other.thresholds;
