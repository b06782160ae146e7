import { type FulfillmentOrder, type FulfillmentOrderLine, heldQuantity, isOpen, isUntouched } from './fulfillment.ts';
import type { Reach } from './letting-go.ts';
import { isClosed, type Order, type OrderLine, openQuantity } from './order.ts';

export type LineEditabilityReason =
  | 'ORDER_CLOSED'
  | 'PICKING_STARTED'
  | 'SHIPPED'
  | 'COLLECTED'
  | 'EDIT_WINDOW_CLOSED'
  | 'RESTRICTED_BY_CHANNEL'
  | 'CHANGE_WAITING';

export type Editability = {
  readonly isEditable: boolean;
  readonly reducibleQuantity: number;
  readonly reasons: LineEditabilityReason[];
};

type Share = { readonly work: FulfillmentOrder; readonly line: FulfillmentOrderLine };

/**
 * Whether a line may still be changed: while the order is open and some unit of it is neither picked nor on its way.
 * While a change waits for a
 * warehouse nothing else is changed. Each reason tells what holds units back, most decisive first; with units left to take away none of them stands.
 */
export function editabilityOf(
  order: Pick<Order, 'status'>,
  line: OrderLine,
  shares: readonly Share[],
  { reach = isUntouched, isWaiting = false }: { readonly reach?: Reach; readonly isWaiting?: boolean } = {},
): Editability {
  if (isClosed(order)) return { isEditable: false, reducibleQuantity: 0, reasons: ['ORDER_CLOSED'] };
  if (isWaiting) return { isEditable: false, reducibleQuantity: 0, reasons: ['CHANGE_WAITING'] };
  const begun = shares.filter(({ work }) => isOpen(work) && !reach(work));
  const inHands = begun.reduce((sum, share) => sum + heldQuantity(share.line), 0);
  const reducibleQuantity = Math.max(0, openQuantity(line) - inHands);
  if (reducibleQuantity > 0) return { isEditable: true, reducibleQuantity, reasons: [] };

  const reasons: LineEditabilityReason[] = [];
  const fulfilledBy = (isCollection: boolean) =>
    shares.some(
      ({ work, line: part }) => part.fulfilledQuantity > 0 && (work.type === 'CLICK_AND_COLLECT') === isCollection,
    );
  if (fulfilledBy(false)) reasons.push('SHIPPED');
  if (fulfilledBy(true)) reasons.push('COLLECTED');
  if (inHands > 0) reasons.push('PICKING_STARTED');
  if (reasons.length === 0) reasons.push('ORDER_CLOSED');
  return { isEditable: false, reducibleQuantity: 0, reasons };
}
