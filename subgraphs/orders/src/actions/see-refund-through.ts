import type { Dependencies } from '../context.ts';
import { pursueRefund } from '../services/pursue-refund.ts';

/** Goes on with a refund that waits for a capture, for a payment service, or for a process that was killed. A job. */
export const seeRefundThrough = (
  deps: Dependencies,
  { orderId, reference }: { readonly orderId: string; readonly reference: string },
) => pursueRefund(deps, orderId, reference);
