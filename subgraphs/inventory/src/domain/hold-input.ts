import { judge } from '@passerelle/eligibility';
import { invalidInput, locationNotEligible, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ChannelView } from './availability.ts';
import type { HoldWish } from './draw-in-turn.ts';
import { checkChannel } from './network.ts';
import { staleReasons } from './pickup.ts';
import { longestExtensionMinutes } from './reservation.ts';
import { checkLines, totalUnits, type WantedLine } from './wanted.ts';

export type ReserveStockInput = {
  readonly idempotencyKey: string;
  readonly channelId: string;
  readonly cartReference: string;
  readonly lines: readonly WantedLine[];
  readonly pickupLocationId?: string | null;
  readonly holdFor?: string | null;
  readonly allowPartial?: boolean | null;
};

const maximumLines = 50;
const longestReference = 200;

/** A call that may be made, and how long it holds. */
export type HoldRequest = { readonly client: string; readonly input: ReserveStockInput; readonly minutes: number };

/** What is wrong with a call by itself, whatever the channel and its stock say; undefined when nothing is. */
export function checkHold({ lines, cartReference }: ReserveStockInput, minutes: number | undefined) {
  const checked = checkLines(lines, 'lines', maximumLines);
  if (!checked.ok) return checked;
  if (cartReference.length < 1 || cartReference.length > longestReference || cartReference.includes('\0')) {
    return refuse(
      invalidInput(['cartReference'], `A cart reference has 1 to ${longestReference} characters, none of them NUL.`),
    );
  }
  if (minutes === undefined || minutes < 1 || minutes > longestExtensionMinutes) {
    return refuse(invalidInput(['holdFor'], `Hold for PT1M to PT${longestExtensionMinutes}M.`));
  }
  return undefined;
}

/** What a cart wants of a channel, or why the channel or the store of collection cannot serve it. */
export function wishOf(view: ChannelView, { input }: HoldRequest, at: Date): Result<HoldWish, Refusal> {
  const pinned = pinnedPlace(view, input, at);
  if (!pinned.ok) return pinned;
  return ok({ view, lines: input.lines, pinned: pinned.value, allowPartial: input.allowPartial ?? false });
}

/** The store of collection, when one is named and may hand the cart over; null when none is named. */
function pinnedPlace(
  { network }: ChannelView,
  { channelId, lines, pickupLocationId }: ReserveStockInput,
  at: Date,
): Result<number | null, Refusal> {
  const unserved = checkChannel(network, channelId);
  if (unserved.length > 0) return refuse(...unserved);
  if (!pickupLocationId) return ok(null);
  const known = network.byId.get(pickupLocationId);
  if (!known) return refuse(notFound('location', pickupLocationId, ['pickupLocationId']));
  const wish = { service: 'CLICK_AND_COLLECT', channelId, at, units: totalUnits(lines) } as const;
  const reasons = [...judge(known.facts, wish).reasons, ...staleReasons(known, at)];
  if (reasons.length > 0) return refuse(locationNotEligible(pickupLocationId, reasons, ['pickupLocationId']));
  return ok(known.locationNo);
}
