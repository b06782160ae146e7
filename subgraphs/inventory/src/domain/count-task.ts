import { type Connection, invalidInput, invalidState, limitExceeded, type Refusal } from '@passerelle/values';
import { maxUnits } from './snapshot.ts';
import type { Item } from './stock.ts';
import { checkText } from './stock-event.ts';

export type CountTaskStatus = 'OPEN' | 'TO_APPROVE' | 'POSTED' | 'CANCELLED';
export type CountLineStatus = 'TO_COUNT' | 'COUNTED' | 'TO_APPROVE' | 'POSTED' | 'REJECTED' | 'SUPERSEDED';

/** Which differences wait for a person; null lets any pass. */
export type ApprovalLimits = {
  /** Units either way. */
  readonly approvalUnits: number | null;
  /** Of what was expected. */
  readonly approvalPercent: number | null;
};

/** A list of SKUs a location counts. */
export type CountTask = ApprovalLimits & {
  readonly id: string;
  readonly locationNo: number;
  readonly locationId: string;
  readonly name: string;
  readonly status: CountTaskStatus;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly lines: readonly CountLine[];
};

export type CountLine = {
  readonly lineNo: number;
  readonly item: Item;
  readonly status: CountLineStatus;
  /** Units; null until somebody counted. */
  readonly countedQuantity: number | null;
  readonly countedAt: Date | null;
  readonly countedBy: string | null;
  /** On hand at the moment of counting, by what was known when the line was written last. */
  readonly expectedQuantity: number | null;
};

export type CountTaskPage = Connection<CountTask>;

/** What somebody found of one SKU. */
export type FoundQuantity = { readonly sku: string; readonly countedQuantity: number; readonly countedAt: Date };

/** What was expected of an item at the moment it was counted, by all that is known now. */
export type Expectation = {
  readonly itemNo: number;
  readonly expected: number;
  /** A snapshot or count of a later moment is known: this count changes nothing any more. */
  readonly isSuperseded: boolean;
};

export const maxCountLines = 500;

/** Units found beyond what was expected; null until counted. */
export const varianceOf = ({ countedQuantity, expectedQuantity }: CountLine): number | null =>
  countedQuantity === null || expectedQuantity === null ? null : countedQuantity - expectedQuantity;

/** Whether a difference is more than the limits let pass unseen. Where nothing was expected, any find is over a percentage. */
export function needsApproval({ approvalUnits, approvalPercent }: ApprovalLimits, expected: number, counted: number) {
  const difference = Math.abs(counted - expected);
  return (
    (approvalUnits !== null && difference > approvalUnits) ||
    (approvalPercent !== null && difference * 100 > Math.abs(expected) * approvalPercent)
  );
}

/** What submitting does to a counted line. */
export function submitLine(
  limits: ApprovalLimits,
  line: CountLine,
  { expected, isSuperseded }: Expectation,
): CountLine {
  const status = isSuperseded
    ? 'SUPERSEDED'
    : needsApproval(limits, expected, line.countedQuantity ?? 0)
      ? 'TO_APPROVE'
      : 'POSTED';
  return { ...line, status, expectedQuantity: expected };
}

/** What deciding does to a line that waits. */
export function decideLine(line: CountLine, isRejected: boolean, { expected, isSuperseded }: Expectation): CountLine {
  const status = isRejected ? 'REJECTED' : isSuperseded ? 'SUPERSEDED' : 'POSTED';
  return { ...line, status, expectedQuantity: expected };
}

/** A line with a count; one of an earlier moment than the line has changes nothing. Null when it changes nothing. */
export function countLine(line: CountLine, found: FoundQuantity, countedBy: string): CountLine | null {
  if (line.countedAt && line.countedAt > found.countedAt) return null;
  const { countedQuantity, countedAt } = found;
  return { ...line, status: 'COUNTED', countedQuantity, countedAt, countedBy };
}

export type CountSummary = {
  readonly lineCount: number;
  readonly countedLines: number;
  readonly waitingLines: number;
  readonly netVariance: number;
  readonly absoluteVariance: number;
};

export function summarize({ lines }: CountTask): CountSummary {
  const variances = lines.map((line) => varianceOf(line) ?? 0);
  return {
    lineCount: lines.length,
    countedLines: lines.filter(({ countedAt }) => countedAt !== null).length,
    waitingLines: lines.filter(({ status }) => status === 'TO_APPROVE').length,
    netVariance: variances.reduce((sum, units) => sum + units, 0),
    absoluteVariance: variances.reduce((sum, units) => sum + Math.abs(units), 0),
  };
}

export type NewCountTask = {
  readonly name: string;
  readonly skus: readonly string[];
  readonly approvalUnits?: number | null;
  readonly approvalPercent?: number | null;
};

/** Everything wrong with a new task, its location and SKUs aside. */
export function checkTask({ name, skus, approvalUnits, approvalPercent }: NewCountTask): readonly Refusal[] {
  const refusals: Refusal[] = [...checkText(['name'], name, 100), ...checkSkus(skus)];
  if (approvalUnits != null && (approvalUnits < 0 || approvalUnits > maxUnits)) {
    refusals.push(invalidInput(['approvalUnits'], `approvalUnits is 0 to ${maxUnits}, or null for no limit.`));
  }
  if (approvalPercent != null && (approvalPercent < 0 || approvalPercent > 1000)) {
    refusals.push(invalidInput(['approvalPercent'], 'approvalPercent is 0 to 1000, or null for no limit.'));
  }
  return refusals;
}

function checkSkus(skus: readonly string[]): readonly Refusal[] {
  if (skus.length === 0) return [invalidInput(['skus'], 'Name 1 SKU or more.')];
  if (skus.length > maxCountLines) {
    return [limitExceeded(['skus'], `A task has ${maxCountLines} SKUs at most. Make several.`, maxCountLines)];
  }
  const seen = new Set<string>();
  return skus.flatMap((sku, index) => {
    const isRepeated = seen.has(sku);
    seen.add(sku);
    return isRepeated
      ? [invalidInput(['skus', index], `${sku} is named twice.`)]
      : checkText(['skus', index], sku, 100);
  });
}

/** Everything wrong with what was found, whether the task has its SKUs aside. */
export function checkFound(found: readonly FoundQuantity[], now: Date): readonly Refusal[] {
  if (found.length === 0) return [invalidInput(['counts'], 'Give 1 count or more.')];
  if (found.length > maxCountLines) {
    return [limitExceeded(['counts'], `Give ${maxCountLines} counts at most at once.`, maxCountLines)];
  }
  const seen = new Set<string>();
  return found.flatMap(({ sku, countedQuantity, countedAt }, index) => {
    const refusals: Refusal[] = [];
    if (seen.has(sku)) refusals.push(invalidInput(['counts', index, 'sku'], `${sku} is named twice.`));
    seen.add(sku);
    if (countedQuantity < 0 || countedQuantity > maxUnits) {
      const message = `A count is 0 to ${maxUnits} units, not ${countedQuantity}.`;
      refusals.push(invalidInput(['counts', index, 'countedQuantity'], message));
    }
    if (countedAt > now) {
      const message = `countedAt ${countedAt.toISOString()} lies in the future. Check the clock of the device.`;
      refusals.push(invalidInput(['counts', index, 'countedAt'], message));
    }
    return refusals;
  });
}

export const notOpen = ({ status }: CountTask) =>
  invalidState(`The task is ${status}; counts are entered while it is OPEN. Make a new one.`, status, ['id']);
