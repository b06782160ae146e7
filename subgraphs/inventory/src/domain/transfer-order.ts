import { type Connection, invalidState, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { MovementReason } from './movement.ts';
import type { Item } from './stock.ts';

export type TransferStatus =
  | 'DRAFT'
  | 'REQUESTED'
  | 'PICKING'
  | 'SHIPPED'
  | 'PARTLY_RECEIVED'
  | 'RECEIVED'
  | 'CANCELLED';

/** What may be done with a transfer order once it is there. */
export type TransferStep = 'REQUEST' | 'PICK' | 'SHIP' | 'RECEIVE' | 'RESOLVE' | 'CANCEL';

/** In which states a step may be taken, and at which end of the transfer. */
export const transferSteps: Readonly<
  Record<TransferStep, { readonly from: readonly TransferStatus[]; readonly at: 'SENDER' | 'RECEIVER' | 'EITHER' }>
> = {
  REQUEST: { from: ['DRAFT'], at: 'SENDER' },
  PICK: { from: ['REQUESTED', 'PICKING'], at: 'SENDER' },
  SHIP: { from: ['PICKING'], at: 'SENDER' },
  RECEIVE: { from: ['SHIPPED', 'PARTLY_RECEIVED'], at: 'RECEIVER' },
  RESOLVE: { from: ['SHIPPED', 'PARTLY_RECEIVED'], at: 'EITHER' },
  CANCEL: { from: ['DRAFT', 'REQUESTED', 'PICKING'], at: 'EITHER' },
};

/**
 * Units of one SKU, by where they are: `requested` = `atSender` + `notFound` + `damagedAtSender` + `leftBehind` + `shipped`,
 * and `shipped` = `inTransit` + `received` + `damaged` + `lost` + `foundAtSender`. Surplus units are beyond these.
 */
export type TransferLine = {
  readonly lineNo: number;
  readonly item: Item;
  readonly requested: number;
  readonly atSender: number;
  /** Of `atSender`, and after shipping what was. */
  readonly picked: number;
  readonly notFound: number;
  readonly damagedAtSender: number;
  readonly leftBehind: number;
  readonly shipped: number;
  readonly inTransit: number;
  /** Undamaged. */
  readonly received: number;
  readonly damaged: number;
  readonly lost: number;
  readonly foundAtSender: number;
  /** Found on arrival beyond what was shipped, and not decided on. */
  readonly surplus: number;
  readonly takenIn: number;
  readonly sentBack: number;
};

/** Goods that one location sends another. */
export type TransferOrder = {
  readonly id: string;
  readonly reference: string | null;
  readonly fromLocationNo: number;
  readonly fromLocationId: string;
  readonly toLocationNo: number;
  readonly toLocationId: string;
  readonly status: TransferStatus;
  readonly expectedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lines: readonly TransferLine[];
  readonly history: readonly TransferMoment[];
};

/** Who did what with a transfer order. */
export type TransferMoment = {
  readonly step: TransferStep | 'CREATE';
  readonly actor: string;
  readonly note: string | null;
  readonly occurredAt: Date;
};

export type TransferOrderPage = Connection<TransferOrder>;

/** Units that a step moves at one end; entered in the ledger. */
export type TransferMove = {
  readonly end: 'SENDER' | 'RECEIVER';
  readonly itemNo: number;
  /** Change of on-hand, signed. */
  readonly quantity: number;
  /** Change of blocked units. */
  readonly blockedQuantity?: number;
  readonly reason: MovementReason;
  /** Recorded and never counted: the units left on-hand before. */
  readonly isNote?: boolean;
};

/** The order after a step, and what the step moves. */
export type TransferOutcome = { readonly order: TransferOrder; readonly moves: readonly TransferMove[] };

/** Refuses a step that the order's state does not allow. */
export function checkStep({ id, status }: TransferOrder, step: TransferStep): readonly Refusal[] {
  const { from } = transferSteps[step];
  if (from.includes(status)) return [];
  const message = `Transfer order ${id} is ${status}; ${step} is for ${from.join(' and ')}.`;
  return [invalidState(message, status, ['id'])];
}

/** Steps that somebody at the given ends may take next. */
export const nextSteps = (order: TransferOrder, seesEnd: { readonly sender: boolean; readonly receiver: boolean }) =>
  (Object.keys(transferSteps) as TransferStep[]).filter(
    (step) => transferSteps[step].from.includes(order.status) && isAtEnd(step, seesEnd),
  );

/** Whether somebody who sees these ends may take the step. */
export function isAtEnd(
  step: TransferStep,
  { sender, receiver }: { readonly sender: boolean; readonly receiver: boolean },
): boolean {
  const { at } = transferSteps[step];
  return at === 'SENDER' ? sender : at === 'RECEIVER' ? receiver : sender || receiver;
}

const holding: readonly TransferStatus[] = ['REQUESTED', 'PICKING'];

/** Units of a line that are reserved at the sender. */
export const heldUnits = ({ status }: TransferOrder, line: TransferLine): number =>
  holding.includes(status) ? line.atSender : 0;

/** Asks the sender for the goods: from then on they are set aside there. */
export const request = (order: TransferOrder): TransferOutcome => ({
  order: { ...order, status: 'REQUESTED' },
  moves: [],
});

/** Gives back what is still at the sender. */
export const cancel = (order: TransferOrder): TransferOutcome => ({
  order: { ...order, status: 'CANCELLED', lines: order.lines.map((line) => leaveBehind({ ...line, picked: 0 })) },
  moves: [],
});

const leaveBehind = (line: TransferLine): TransferLine => ({
  ...line,
  leftBehind: line.leftBehind + line.atSender - line.picked,
  atSender: line.picked,
});

/** Sends what was picked; what was not goes back to the sender's stock. */
export function ship(order: TransferOrder, expectedAt: Date): Result<TransferOutcome, Refusal> {
  if (order.lines.every(({ picked }) => picked === 0)) {
    return refuse(invalidState('Nothing is picked: pick something, or cancel the order.', order.status, ['id']));
  }
  const lines = order.lines.map((line) => ({
    ...leaveBehind(line),
    atSender: 0,
    shipped: line.picked,
    inTransit: line.picked,
  }));
  const moves = lines
    .filter(({ shipped }) => shipped > 0)
    .map(
      ({ item, shipped }): TransferMove => ({
        end: 'SENDER',
        itemNo: item.itemNo,
        quantity: -shipped,
        reason: 'TRANSFER_OUT',
      }),
    );
  return ok({ order: { ...order, status: 'SHIPPED', expectedAt, lines }, moves });
}

/** RECEIVED once nothing is on its way and nothing waits for a decision. */
export const arrivalStatus = (lines: readonly TransferLine[]): TransferStatus =>
  lines.every(({ inTransit, surplus }) => inTransit === 0 && surplus === 0) ? 'RECEIVED' : 'PARTLY_RECEIVED';
