import { ok, type Result } from '@passerelle/values';
import { addUp, type QuantityRefusal } from './receiving.ts';
import { handled, type Return } from './return.ts';

export type ItemCondition = 'AS_NEW' | 'OPENED' | 'WORN' | 'DAMAGED' | 'INCOMPLETE';
export type Disposition = 'RESTOCK' | 'TRANSFER' | 'REPAIR' | 'SCRAP' | 'SEND_BACK';

export type Finding = {
  readonly returnLineId: string;
  readonly quantity: number;
  readonly condition: ItemCondition;
  readonly disposition: Disposition;
  readonly note?: string | null;
};

export type InspectionLine = Required<Finding> & { readonly sku: string };

export type Inspection = {
  readonly id: string;
  readonly returnId: string;
  readonly locationId: string;
  readonly inspectedAt: Date;
  readonly actor: string;
  readonly needsRestock: boolean;
  readonly restockedAt: Date | null;
  readonly lines: readonly InspectionLine[];
};

const isRefused = (finding: Finding) => finding.disposition === 'SEND_BACK';

/** The return after an inspection: units sent back to the shopper are refused, all others accepted. */
export function inspect(current: Return, findings: readonly Finding[], now: Date): Result<Return, QuantityRefusal> {
  const lineOf = new Map(current.lines.map((line) => [line.id, line]));
  const sums = addUp(findings, (id) => {
    const line = lineOf.get(id);
    return line && line.receivedQuantity - line.acceptedQuantity - line.refusedQuantity;
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
  if (disposition !== 'RESTOCK') return 'NONE';
  return unsellable.includes(condition) ? 'BLOCKED' : 'RESTOCKED';
}

/**
 * What goes into stock at the inspecting location, one line a SKU: units to restock are sellable unless damaged or
 * incomplete, those and units to repair are kept apart; all else never becomes stock there.
 */
export function stockLines(lines: readonly InspectionLine[]): StockLine[] {
  const bySku = Map.groupBy(lines, (line) => line.sku);
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
