import { type ChannelView, viewOf } from '../domain/availability.ts';
import type { Network } from '../domain/network.ts';
import type { ProtectionRule } from '../domain/protection.ts';
import type { Kept } from './kept.ts';

/** How each channel sees the network now. */
export type Views = { readonly of: (channelId: string) => Promise<ChannelView> };

/** Judging thousands of locations takes longer than summing them up: a verdict serves one second of requests. */
const verdictMs = 1000;
/** Channels kept; a channel nobody knows costs a place too. */
const maximumViews = 100;

export function keepViews(network: Kept<Network>, rules: Kept<readonly ProtectionRule[]>, now: () => Date): Views {
  const views = new Map<string, { readonly view: ChannelView; readonly rules: readonly ProtectionRule[] }>();
  return {
    async of(channelId) {
      const [known, inForce] = await Promise.all([network.get(), rules.get()]);
      const at = now();
      const kept = views.get(channelId);
      const age = kept ? at.getTime() - kept.view.at.getTime() : Number.NaN;
      if (kept && kept.view.network === known && kept.rules === inForce && age >= 0 && age < verdictMs)
        return kept.view;

      const view = viewOf(known, inForce, channelId, at);
      views.delete(channelId);
      if (views.size >= maximumViews) views.delete(views.keys().next().value as string);
      views.set(channelId, { view, rules: inForce });
      return view;
    },
  };
}
