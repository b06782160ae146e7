export type CancelInput = {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly expectedVersion: number;
  readonly lines?: readonly { readonly lineId: string; readonly quantity: number }[] | null;
  readonly reason: string;
  readonly note?: string | null;
};

/** Why units were cancelled, as the timeline tells it. */
export const cancelReason = ({ reason, note }: CancelInput) => `${reason}${note ? `, ${note}` : ''}`;
