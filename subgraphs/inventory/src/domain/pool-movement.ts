import type { Connection } from '@passerelle/values';
import type { Item } from './stock.ts';

export type PoolMovementKind = 'TRANSFER' | 'ARRIVAL' | 'ISSUE' | 'RETURN';

/** One entry of a pool's ledger. */
export type PoolMovement = {
  readonly movementNo: string;
  readonly item: Item;
  readonly locationNo: number;
  readonly kind: PoolMovementKind;
  /** Signed units. */
  readonly quantity: number;
  readonly reference: string | null;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly occurredAt: Date;
};

export type PoolMovementPage = Connection<PoolMovement>;

export const poolMovementId = ({ movementNo }: Pick<PoolMovement, 'movementNo'>) =>
  `plm_${BigInt(movementNo).toString(36)}`;
