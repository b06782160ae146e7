import { type InvalidInput, invalidInput } from '@passerelle/values';

/** MORE: of a SKU of the return; OTHER: of another one. */
export type ExtraKind = 'MORE' | 'OTHER';
/** HELD until somebody decides. */
export type ExtraOutcome = 'HELD' | 'TAKEN_IN' | 'SENT_BACK' | 'DISPOSED';

/** Units that arrived with a return and were not announced. */
export type Extra = {
  readonly id: string;
  readonly returnId: string;
  readonly receiptId: number;
  readonly kind: ExtraKind;
  readonly sku: string;
  readonly quantity: number;
  readonly note: string | null;
  readonly outcome: ExtraOutcome;
  /** The line that took the units in. */
  readonly returnLineId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
};

export type ArrivedExtra = { readonly sku: string; readonly quantity: number; readonly note?: string | null };

const maximumExtras = 200;
const maximumUnits = 9999;
const maximumNote = 1000;

/** What is wrong with extra units as somebody counted them. */
export function checkExtras(extras: readonly ArrivedExtra[]): InvalidInput[] {
  if (extras.length > maximumExtras) return [invalidInput(['extras'], `At most ${maximumExtras} extras.`)];
  return extras.flatMap(({ sku, quantity, note }, index) => [
    ...(sku.trim() === '' ? [invalidInput(['extras', index, 'sku'], 'Name the SKU.')] : []),
    ...(quantity < 1 || quantity > maximumUnits
      ? [invalidInput(['extras', index, 'quantity'], 'Give 1 to 9 999 units.')]
      : []),
    ...((note?.length ?? 0) > maximumNote
      ? [invalidInput(['extras', index, 'note'], `At most ${maximumNote} characters.`)]
      : []),
  ]);
}

/** Whether units are more of what was announced, or something else. */
export const kindOf = (sku: string, announced: readonly { readonly sku: string }[]): ExtraKind =>
  announced.some((line) => line.sku === sku) ? 'MORE' : 'OTHER';
