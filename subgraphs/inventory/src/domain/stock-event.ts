import { type InvalidInput, invalidInput, type OwnRefusal, type Refusal } from '@passerelle/values';
import { isDay } from './event-time.ts';
import { type MovementReason, ownSource } from './movement.ts';
import { maxUnits } from './snapshot.ts';

/** One event of a till or a warehouse. */
export type StockEvent = {
  readonly eventId: string;
  readonly locationId: string;
  readonly sku: string;
  /** Change of on-hand in units, signed. */
  readonly delta: number;
  readonly reason: MovementReason;
  /** Either this or `occurredAtLocal`. */
  readonly occurredAt?: Date | null;
  /** Time on the clock of the location, without a zone. */
  readonly occurredAtLocal?: string | null;
  /** The order of ours it was rung up for: its units are counted when the order is issued or returned. */
  readonly orderNumber?: string | null;
  readonly isTraining?: boolean | null;
  readonly isCancelled?: boolean | null;
  /** These three number the receipts of a till. */
  readonly workstation?: string | null;
  readonly sequence?: number | null;
  readonly businessDate?: string | null;
};

/** An event whose moment is known; `instants` are all that its local time may mean. */
export type TimedEvent = StockEvent & { readonly occurredAt: Date; readonly instants: readonly Date[] };

/** Neither recorded nor counted: nothing was sold. */
export const isIgnored = ({ isTraining, isCancelled }: StockEvent) => isTraining === true || isCancelled === true;

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

/** Texts that only name something: all they must do is fit into the database. */
export const checkNames = (
  names: Readonly<Record<string, string | null | undefined>>,
  below: Path = [],
): readonly InvalidInput[] =>
  Object.entries(names).flatMap(([field, name]) =>
    isStorable(name ?? '') ? [] : [invalidInput([...below, field], `${field} must not contain the NUL character.`)],
  );

/** Units that somebody found or brought; none is a number too. */
export const checkUnits = (units: Readonly<Record<string, number>>, below: Path): readonly InvalidInput[] =>
  Object.entries(units).flatMap(([field, count]) =>
    count >= 0 && count <= maxUnits
      ? []
      : [invalidInput([...below, field], `${field} is 0 to ${maxUnits} units, not ${count}.`)],
  );

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

const orderReasons: readonly MovementReason[] = ['SALE', 'RETURN'];
const largestSequence = 2 ** 31 - 1;

/** When an event happened: exactly one of the two ways to say so. */
export function checkMoment({ occurredAt, occurredAtLocal }: StockEvent, index: number): readonly Refusal[] {
  const at = ['events', index, 'occurredAt'];
  if (!occurredAt && !occurredAtLocal) return [invalidInput(at, 'Give occurredAt or occurredAtLocal.')];
  return occurredAt && occurredAtLocal ? [invalidInput(at, 'Give occurredAt or occurredAtLocal, not both.')] : [];
}

export const noLocalTime = (index: number) =>
  invalidInput(
    ['events', index, 'occurredAtLocal'],
    'occurredAtLocal is a local time without a zone, such as 2026-11-22T10:31:07.',
  );

/** What is wrong with the number of a receipt: all three parts, or none. */
function checkReceipt({ workstation, sequence, businessDate }: StockEvent, at: (field: keyof StockEvent) => Path) {
  const parts = { workstation, sequence, businessDate };
  const given = Object.entries(parts).filter(([, part]) => part !== null && part !== undefined);
  if (given.length === 0) return [];
  const refusals: Refusal[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (part !== null && part !== undefined) continue;
    refusals.push(invalidInput(at(name as keyof StockEvent), 'Give workstation, sequence and businessDate together.'));
  }
  if (typeof workstation === 'string') refusals.push(...checkText(at('workstation'), workstation, 50));
  if (typeof sequence === 'number' && (sequence < 0 || sequence > largestSequence)) {
    refusals.push(invalidInput(at('sequence'), 'sequence is 0 or more.'));
  }
  if (typeof businessDate === 'string' && !isDay(businessDate)) {
    refusals.push(invalidInput(at('businessDate'), 'businessDate is a day such as 2026-11-22.'));
  }
  return refusals;
}

/** Everything wrong with one event but its SKU and location. What is ignored need only say which receipt it was. */
export function checkEvent(event: TimedEvent, index: number, now: Date): readonly Refusal[] {
  const at = (field: keyof StockEvent): Path => ['events', index, field];
  const refusals = [...checkText(at('eventId'), event.eventId, 200), ...checkReceipt(event, at)];
  if (isIgnored(event)) return refusals;
  refusals.push(...checkDelta(at('delta'), event.delta), ...checkDeltaReason(at('reason'), event.reason));
  if (typeof event.orderNumber === 'string') {
    refusals.push(...checkText(at('orderNumber'), event.orderNumber, 100));
    if (!orderReasons.includes(event.reason)) {
      refusals.push(invalidInput(at('orderNumber'), 'orderNumber goes with SALE and RETURN.'));
    }
  }
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
