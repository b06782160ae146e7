import { invalidInput, type OwnRefusal, type Refusal } from '@passerelle/values';
import { type MovementReason, ownSource } from './movement.ts';

/** One event of a till or a warehouse. */
export type StockEvent = {
  readonly eventId: string;
  readonly locationId: string;
  readonly sku: string;
  /** Change of on-hand in units, signed. */
  readonly delta: number;
  readonly reason: MovementReason;
  readonly occurredAt: Date;
};

export const maxEvents = 500;
export const maxDelta = 100_000;
/** How far the clock of a till may be ahead of ours. */
const clockToleranceMs = 5 * 60_000;

/** Moved by us when an order's units leave; a till that reported it too would have them counted twice. */
const ownReasons: readonly MovementReason[] = ['ISSUE'];
const truthReasons: readonly MovementReason[] = ['COUNT', 'SNAPSHOT'];

type Path = readonly (string | number)[];

/** PostgreSQL keeps every character but NUL. */
export const isStorable = (text: string) => !text.includes('\0');

/** Text the database can keep: no NUL, not empty, not endless. */
export function checkText(path: Path, text: string, maxLength: number): readonly Refusal[] {
  const name = String(path.at(-1));
  if (text.length < 1 || text.length > maxLength) {
    return [invalidInput(path, `${name} has 1 to ${maxLength} characters.`)];
  }
  return isStorable(text) ? [] : [invalidInput(path, `${name} must not contain the NUL character.`)];
}

export function checkSource(source: string): readonly Refusal[] {
  if (source.startsWith(ownSource)) {
    return [invalidInput(['source'], `Sources that begin with ${ownSource} are our own. Name your system.`)];
  }
  return checkText(['source'], source, 100);
}

export function checkDelta(path: Path, delta: number): readonly Refusal[] {
  if (delta !== 0 && Math.abs(delta) <= maxDelta) return [];
  return [invalidInput(path, `delta is a change by 1 to ${maxDelta} units up or down, not ${delta}.`)];
}

export function checkDeltaReason(path: Path, reason: MovementReason): readonly Refusal[] {
  if (truthReasons.includes(reason)) {
    const message = `${reason} states a quantity, not a change. Use recordStockCount or a stock snapshot.`;
    return [invalidInput(path, message)];
  }
  if (ownReasons.includes(reason)) {
    const message = `${reason} is recorded when the order's units leave. Do not report it again.`;
    return [invalidInput(path, message)];
  }
  return [];
}

/** Everything wrong with one event but its SKU and location. */
export function checkEvent(event: StockEvent, index: number, now: Date): readonly Refusal[] {
  const at = (field: keyof StockEvent): Path => ['events', index, field];
  const refusals = [
    ...checkText(at('eventId'), event.eventId, 200),
    ...checkDelta(at('delta'), event.delta),
    ...checkDeltaReason(at('reason'), event.reason),
  ];
  if (event.occurredAt.getTime() > now.getTime() + clockToleranceMs) {
    const message = `occurredAt ${event.occurredAt.toISOString()} lies in the future. Check the clock at the source.`;
    refusals.push(invalidInput(at('occurredAt'), message));
  }
  return refusals;
}

export type QuantityConflict = OwnRefusal<
  'QUANTITY_CONFLICT',
  { readonly expectedOnHand: number; readonly actualOnHand: number }
>;

export const quantityConflict = (expectedOnHand: number, actualOnHand: number): QuantityConflict => ({
  code: 'QUANTITY_CONFLICT',
  message: `${expectedOnHand} units were expected on hand, there are ${actualOnHand}. Look again and retry.`,
  path: ['input', 'expectedOnHand'],
  expectedOnHand,
  actualOnHand,
});
