import type { TransferLine, TransferOrder } from './transfer-order.ts';

export type TransferDifferenceKind = 'SHORT' | 'OVER' | 'DAMAGED';
export type TransferDifferenceCause =
  | 'NOT_FOUND'
  | 'DAMAGED_AT_SENDER'
  | 'LEFT_BEHIND'
  | 'NOT_ARRIVED'
  | 'LOST'
  | 'FOUND_AT_SENDER'
  | 'DAMAGED_ON_ARRIVAL'
  | 'SURPLUS'
  | 'TAKEN_IN'
  | 'SENT_BACK';

/** Units of one SKU that did not go as asked. */
export type TransferDifference = {
  readonly kind: TransferDifferenceKind;
  readonly cause: TransferDifferenceCause;
  readonly quantity: number;
  /** Somebody has to decide. */
  readonly isOpen: boolean;
};

type Counted = { readonly cause: TransferDifferenceCause; readonly of: keyof TransferLine; readonly isOpen?: boolean };
const causes: Readonly<Record<TransferDifferenceKind, readonly Counted[]>> = {
  SHORT: [
    { cause: 'NOT_FOUND', of: 'notFound' },
    { cause: 'LEFT_BEHIND', of: 'leftBehind' },
    { cause: 'NOT_ARRIVED', of: 'inTransit', isOpen: true },
    { cause: 'LOST', of: 'lost' },
    { cause: 'FOUND_AT_SENDER', of: 'foundAtSender' },
  ],
  OVER: [
    { cause: 'SURPLUS', of: 'surplus', isOpen: true },
    { cause: 'TAKEN_IN', of: 'takenIn' },
    { cause: 'SENT_BACK', of: 'sentBack' },
  ],
  DAMAGED: [
    { cause: 'DAMAGED_AT_SENDER', of: 'damagedAtSender' },
    { cause: 'DAMAGED_ON_ARRIVAL', of: 'damaged' },
  ],
};

/** What of a line did not go as asked. Units on their way are no difference before something of the order has arrived. */
export const differencesOf = ({ status }: Pick<TransferOrder, 'status'>, line: TransferLine): TransferDifference[] =>
  (Object.keys(causes) as TransferDifferenceKind[]).flatMap((kind) =>
    causes[kind]
      .filter(({ cause }) => cause !== 'NOT_ARRIVED' || status === 'PARTLY_RECEIVED')
      .map(({ cause, of, isOpen = false }) => ({ kind, cause, quantity: line[of] as number, isOpen }))
      .filter(({ quantity }) => quantity > 0),
  );

/** A line as callers see it. */
export type ShownTransferLine = TransferLine & { readonly differences: readonly TransferDifference[] };

export const shownLines = (order: TransferOrder): ShownTransferLine[] =>
  order.lines.map((line) => ({ ...line, differences: differencesOf(order, line) }));
