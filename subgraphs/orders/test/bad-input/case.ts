import type { Caller } from '@passerelle/server';

export type Input = Readonly<Record<string, unknown>>;
/** What is changed of a good input, and how the first refusal names it; the path is below `input`, empty for the whole. */
export type Row = readonly [wrong: string, change: Input, code: string, path: string];

/** A mutation with an input it would take, and all that may be wrong with it. */
export type BadInputs = {
  readonly mutation: string;
  readonly good: Input;
  readonly rows: readonly Row[];
  readonly caller?: Caller;
};

export const badKeys: readonly Row[] = [
  ['a short key', { idempotencyKey: 'short' }, 'INVALID_INPUT', 'idempotencyKey'],
  ['a key without end', { idempotencyKey: 'k'.repeat(129) }, 'INVALID_INPUT', 'idempotencyKey'],
];
export const staleVersion: Row = ['another version', { expectedVersion: 99 }, 'VERSION_CONFLICT', 'expectedVersion'];
export const unknown = (field: string): Row => ['an unknown id', { [field]: 'none' }, 'NOT_FOUND', field];

/** What may be wrong with units named by line, at most `limit` of each. */
export const badUnits = (field: string, lineId: string, limit: number, idField = 'lineId'): readonly Row[] => {
  const units = (...of: readonly (readonly [string, number])[]) => ({
    [field]: of.map(([id, quantity]) => ({ [idField]: id, quantity })),
  });
  return [
    ['no line', units(), 'INVALID_INPUT', field],
    ['an unknown line', units(['none', 1]), 'INVALID_INPUT', `${field}.0.${idField}`],
    ['a line named twice', units([lineId, 1], [lineId, 1]), 'INVALID_INPUT', `${field}.1.${idField}`],
    ['no unit', units([lineId, 0]), 'INVALID_INPUT', `${field}.0.quantity`],
    ['too many units', units([lineId, limit + 1]), 'QUANTITY_TOO_LARGE', `${field}.0.quantity`],
  ];
};
