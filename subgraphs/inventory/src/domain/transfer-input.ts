import { invalidInput, type Refusal } from '@passerelle/values';
import { maxUnits } from './snapshot.ts';
import { checkText } from './stock-event.ts';

export type NewTransferOrder = {
  readonly fromLocationId: string;
  readonly toLocationId: string;
  /** What another system calls it. */
  readonly reference?: string | null;
  readonly note?: string | null;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
};

export const maxTransferLines = 500;

/** Everything wrong with a new transfer order, its locations and SKUs aside. */
export function checkTransferOrder(order: NewTransferOrder): readonly Refusal[] {
  const { fromLocationId, toLocationId, reference, note, lines } = order;
  const refusals: Refusal[] = [];
  if (fromLocationId === toLocationId) {
    refusals.push(
      invalidInput(['toLocationId'], 'Goods go to another location than they come from: name another one.'),
    );
  }
  if (reference != null) refusals.push(...checkText(['reference'], reference, 200));
  if (lines.length < 1 || lines.length > maxTransferLines) {
    refusals.push(invalidInput(['lines'], `Give 1 to ${maxTransferLines} lines.`));
  }
  const seen = new Set<string>();
  for (const [index, { sku, quantity }] of lines.slice(0, maxTransferLines).entries()) {
    refusals.push(...checkText(['lines', index, 'sku'], sku, 100));
    if (quantity < 1 || quantity > maxUnits) {
      refusals.push(invalidInput(['lines', index, 'quantity'], `A quantity is 1 to ${maxUnits} units.`));
    }
    if (seen.has(sku)) refusals.push(invalidInput(['lines', index, 'sku'], `${sku} is there twice; add its units up.`));
    seen.add(sku);
  }
  return [...refusals, ...checkNote(note)];
}

/** Words for people beside a step. */
export const checkNote = (note: string | null | undefined): readonly Refusal[] =>
  note == null ? [] : checkText(['note'], note, 500);
