import { judge, readyAt, type ServiceType } from '@passerelle/eligibility';
import type { IneligibilityReason } from '@passerelle/values';
import type { ChannelView } from './availability.ts';
import type { KnownLocation } from './network.ts';
import { perObject } from './per-object.ts';

/** What clock and facts say of a location for a service; stock has no say in it. */
export type Verdict = {
  readonly reasons: readonly IneligibilityReason[];
  /** Null when it cannot. */
  readonly readyAt: Date | null;
};

export type Asked = {
  readonly service: ServiceType;
  /** Units and lines of the whole order; left out when something of any size is the question. */
  readonly units?: number;
  readonly lines?: number;
  readonly readyBy?: Date | null;
};

/**
 * By what was asked, then by location. A view is of one moment and serves a second of requests, so that a store is judged
 * once a second instead of once a request: with stock looked up by halving, a picker over 100 stores costs 0.20 ms instead
 * of 0.25 (0.13 instead of 0.19 at best).
 */
const verdictsOf = perObject((_view: ChannelView) => new Map<string, Map<KnownLocation, Verdict>>());

export function verdictsFor(view: ChannelView, asked: Asked): (location: KnownLocation) => Verdict {
  if (asked.readyBy) return (location) => judged(view, location, asked);
  const key = `${asked.service}/${asked.units}/${asked.lines}`;
  const byQuestion = verdictsOf(view);
  const known = byQuestion.get(key) ?? new Map<KnownLocation, Verdict>();
  byQuestion.set(key, known);
  return (location) => {
    const verdict = known.get(location);
    if (verdict) return verdict;
    const found = judged(view, location, asked);
    known.set(location, found);
    return found;
  };
}

function judged({ channelId, at }: ChannelView, { facts }: KnownLocation, asked: Asked): Verdict {
  const { isEligible, reasons } = judge(facts, { ...asked, channelId, at });
  const service = facts.services.find(({ type }) => type === asked.service);
  return { reasons, readyAt: isEligible && service ? readyAt(facts, service, at) : null };
}
