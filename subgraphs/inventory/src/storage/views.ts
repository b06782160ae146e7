import { type ChannelView, viewOf } from '../domain/availability.ts';
import type { Thresholds } from '../domain/low-stock.ts';
import type { Network } from '../domain/network.ts';
import type { Pool } from '../domain/pool.ts';
import type { ProtectionRule } from '../domain/protection.ts';
import type { Kept } from './kept.ts';

/** How each channel sees the network now. */
export type Views = { readonly of: (channelId: string) => Promise<ChannelView> };

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

type KeptView = {
  readonly view: ChannelView;
  readonly rules: readonly ProtectionRule[];
  readonly pools: readonly Pool[];
  readonly thresholds: Thresholds;
};

export function keepViews({ network, rules, pools, thresholds, now }: ViewSources): Views {
  const views = new Map<string, KeptView>();
  return {
    async of(channelId) {
      const [known, inForce, inUse, low] = await Promise.all([
        network.get(),
        rules.get(),
        pools.get(),
        thresholds.get(),
      ]);
      const at = now();
      const kept = views.get(channelId);
      const age = kept ? at.getTime() - kept.view.at.getTime() : Number.NaN;
      const isSame =
        kept?.view.network === known && kept.rules === inForce && kept.pools === inUse && kept.thresholds === low;
      if (kept && isSame && age >= 0 && age < verdictMs) return kept.view;

      const view = viewOf(known, inForce, channelId, at, inUse, low.get(channelId));
      views.delete(channelId);
      if (views.size >= maximumViews) views.delete(views.keys().next().value as string);
      views.set(channelId, { view, rules: inForce, pools: inUse, thresholds: low });
      return view;
    },
  };
}
