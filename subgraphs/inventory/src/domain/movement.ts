/** Why on-hand stock changed; the SDL's `StockMovementReason`. */
export type MovementReason =
  | 'SALE'
  | 'RETURN'
  | 'RECEIPT'
  | 'ISSUE'
  | 'COUNT'
  | 'ADJUSTMENT'
  | 'DAMAGE'
  | 'THEFT'
  | 'TRANSFER_IN'
  | 'TRANSFER_OUT'
  | 'SNAPSHOT';

/** Movements this subgraph makes itself carry a source that begins so; no feed may use it. */
export const ownSource = 'passerelle:';

/** One stock level. */
export type LevelKey = { readonly itemNo: number; readonly locationNo: number };

/** A change of one level that happened at a moment. */
export type Delta = LevelKey & {
  /** Change of on-hand in units, signed. */
  readonly quantity: number;
  /** Change of blocked units, which are part of on-hand; signed, and the level's sum never below zero. */
  readonly blockedQuantity: number;
  readonly reason: MovementReason;
  /** With `eventId` it makes the movement unique; our own begin with `passerelle:`. */
  readonly source: string;
  /** Null for what is known to happen once. */
  readonly eventId: string | null;
  readonly reference: string | null;
  readonly actor: string | null;
  readonly occurredAt: Date;
  /** Units of somebody's order: no pool has a share of them. */
  readonly isSpokenFor?: boolean;
  /** Recorded and never counted: its units are counted by another movement. */
  readonly isNote?: boolean;
};

/**
 * APPLIED: on the level. LATE: in the ledger only, a later truth is known. NOTED: in the ledger only, for ever.
 * DUPLICATE: recorded before, skipped.
 */
export type DeltaOutcome = 'APPLIED' | 'LATE' | 'NOTED' | 'DUPLICATE';

export type AppliedDelta = Delta & {
  readonly outcome: DeltaOutcome;
  /** Units by which the level changed. */
  readonly appliedQuantity: number;
  readonly appliedBlockedQuantity: number;
  /** The level's on-hand after this delta. */
  readonly onHandAfter: number;
};
