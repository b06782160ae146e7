import { type InvalidInput, invalidInput, ok, type Result } from '@passerelle/values';
import { judgeableQuantity } from './allowed-actions.ts';
import { addUp, type QuantityRefusal } from './receiving.ts';
import { handled, type Return } from './return.ts';
import { shareOf } from './value.ts';

export type ItemCondition = 'AS_NEW' | 'OPENED' | 'WORN' | 'DAMAGED' | 'INCOMPLETE';
export type Disposition =
  | 'RESTOCK'
  | 'RESTOCK_SECOND_CHOICE'
  | 'TRANSFER'
  | 'REPAIR'
  | 'VENDOR'
  | 'SCRAP'
  | 'DONATE'
  | 'SEND_BACK';

export type Finding = {
  readonly returnLineId: string;
  readonly quantity: number;
  readonly condition: ItemCondition;
  readonly disposition: Disposition;
  readonly note?: string | null;
  readonly photoUrls?: readonly string[];
  /** SKU second choice is sold under. */
  readonly restockSku?: string | null;
  /** Where units sent on go; null when nobody said. */
  readonly toLocationId?: string | null;
};

export type InspectionLine = Required<Finding> & { readonly sku: string };

/** A finding on goods of high value is proposed by one person and confirmed, or rejected, by another. */
export type InspectionStatus = 'PROPOSED' | 'CONFIRMED' | 'REJECTED';

export type Inspection = {
  readonly id: string;
  readonly returnId: string;
  readonly locationId: string;
  readonly inspectedAt: Date;
  readonly actor: string;
  readonly status: InspectionStatus;
  /** The second person; null when none was needed, or none has looked yet. */
  readonly confirmedBy: string | null;
  readonly needsRestock: boolean;
  readonly restockedAt: Date | null;
  readonly lines: readonly InspectionLine[];
};

const maximumPhotos = 10;

/** What is wrong with findings by themselves. */
export function checkFindings(findings: readonly Finding[], locationId: string): InvalidInput[] {
  return findings.flatMap(({ disposition, restockSku, toLocationId, photoUrls = [] }, index) => {
    const problems: InvalidInput[] = [];
    const note = (field: string, message: string) => problems.push(invalidInput(['lines', index, field], message));
    if ((disposition === 'RESTOCK_SECOND_CHOICE') !== Boolean(restockSku)) {
      note('restockSku', 'Second choice, and nothing else, is sold under a SKU of its own.');
    }
    if (toLocationId && disposition !== 'TRANSFER') note('toLocationId', 'Only units sent on go to another location.');
    if (toLocationId === locationId) note('toLocationId', 'The units are at this location already.');
    if (photoUrls.length > maximumPhotos) note('photoUrls', `At most ${maximumPhotos} photos.`);
    return problems;
  });
}

/** Whether findings on units of this value wait for a second person. */
export function needsSecondPerson(current: Return, findings: readonly Finding[]): boolean {
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  const valueMinor = findings.reduce((sum, { returnLineId, quantity }) => {
    const line = lineOf.get(returnLineId);
    return sum + (line ? shareOf(line, line.refundableMinor, quantity) : 0);
  }, 0);
  return current.twoPersonsAboveMinor !== null && valueMinor > current.twoPersonsAboveMinor;
}

/** Units of one SKU on their way from where they were inspected, or from a drop-off point before anybody judged them. */
export type Transfer = {
  readonly id: string;
  readonly returnId: string;
  /** Null when they were sent on before they were judged. */
  readonly inspectionId: string | null;
  /** The line of units that were not judged; null of those that were. */
  readonly returnLineId: string | null;
  readonly sku: string;
  readonly quantity: number;
  readonly fromLocationId: string;
  /** Null until somebody says, at the latest on arrival. */
  readonly toLocationId: string | null;
  readonly sentAt: Date;
  readonly arrivedAt: Date | null;
  readonly stockedAt: Date | null;
};

const isRefused = (finding: Finding) => finding.disposition === 'SEND_BACK';

/** The return after an inspection: units sent back to the shopper are refused, all others accepted. */
export function inspect(current: Return, findings: readonly Finding[], now: Date): Result<Return, QuantityRefusal> {
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  const sums = addUp(findings, (id) => {
    const line = lineOf.get(id);
    return line && judgeableQuantity(line);
  });
  if (!sums.ok) return sums;
  const unitsOf = (id: string, wanted: (finding: Finding) => boolean) =>
    findings.reduce((sum, each) => sum + (each.returnLineId === id && wanted(each) ? each.quantity : 0), 0);
  const lines = current.lines.map((line) => ({
    ...line,
    acceptedQuantity: line.acceptedQuantity + unitsOf(line.id, (finding) => !isRefused(finding)),
    refusedQuantity: line.refusedQuantity + unitsOf(line.id, isRefused),
  }));
  return ok(handled(current, lines, now));
}

/** Findings with what an inspection keeps beside them. */
export function inspectionLines(current: Return, findings: readonly Finding[]): InspectionLine[] {
  const skuOf = new Map(current.lines.map((line) => [line.id, line.sku]));
  return findings.map((finding) => ({
    ...finding,
    note: finding.note ?? null,
    photoUrls: finding.photoUrls ?? [],
    restockSku: finding.restockSku ?? null,
    // What the seller owns goes where the policy said, unless staff say otherwise.
    toLocationId:
      finding.toLocationId ??
      (finding.disposition === 'TRANSFER' && current.stockOwner === 'SELLER' ? current.destinationId : null),
    sku: skuOf.get(finding.returnLineId) as string,
  }));
}

export type StockLine = {
  readonly sku: string;
  readonly restockedQuantity: number;
  readonly blockedQuantity: number;
};

const unsellable: readonly ItemCondition[] = ['DAMAGED', 'INCOMPLETE'];

type StockFate = 'RESTOCKED' | 'BLOCKED' | 'NONE';

function fateOf({ disposition, condition }: Pick<Finding, 'disposition' | 'condition'>): StockFate {
  if (disposition === 'REPAIR') return 'BLOCKED';
  if (disposition === 'RESTOCK_SECOND_CHOICE') return 'RESTOCKED';
  if (disposition !== 'RESTOCK') return 'NONE';
  return unsellable.includes(condition) ? 'BLOCKED' : 'RESTOCKED';
}

/**
 * What goes into stock at the inspecting location, one line a SKU: units to restock are sellable unless damaged or
 * incomplete, second choice is sold under its own SKU; those and units to repair are kept apart; all else never becomes
 * stock there.
 */
export function stockLines(lines: readonly InspectionLine[]): StockLine[] {
  const bySku = Map.groupBy(lines, (line) => line.restockSku ?? line.sku);
  const units = (found: readonly InspectionLine[], fate: StockFate) =>
    found.reduce((sum, line) => sum + (fateOf(line) === fate ? line.quantity : 0), 0);
  return [...bySku]
    .map(([sku, found]) => ({
      sku,
      restockedQuantity: units(found, 'RESTOCKED'),
      blockedQuantity: units(found, 'BLOCKED'),
    }))
    .filter((line) => line.restockedQuantity + line.blockedQuantity > 0)
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
