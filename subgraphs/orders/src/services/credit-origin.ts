import type { Connection } from '@passerelle/database';
import type { Order, Payment } from '../domain/order.ts';
import { findOrders, findPaymentsOfOrders } from '../storage/orders.ts';
import { findOperations } from '../storage/payments.ts';
import type { PaymentProvider, PaymentProviders } from './payment-provider.ts';

/** The capture at a payment service that money of a payment came from. */
export type Origin = { readonly provider: PaymentProvider; readonly payment: Payment; readonly captureId: string };

/**
 * Where the money of an exchange's credit came from: a capture of the order before it, which its payment service can give
 * back. That order counts it as given back already, for the new goods. Undefined when it came from several captures, or
 * from a payment service that is not connected: then it is given back as credit, or in cash.
 */
export async function creditOrigin(
  connection: Connection,
  providers: PaymentProviders,
  { privateAttributes }: Pick<Order, 'privateAttributes'>,
  { provider, reference }: Payment,
): Promise<Origin | undefined> {
  const originalId = privateAttributes.find(({ key }) => key === 'exchange.originalOrderId')?.value;
  if (provider !== 'exchange' || !originalId) return undefined;
  const taken = (await findOperations(connection, originalId)).filter(
    ({ refundReference, state }) => refundReference === `exchange:${reference}` && state === 'SUCCEEDED',
  );
  const [only] = taken;
  if (taken.length !== 1 || !only?.captureId) return undefined;
  const payments = await findPaymentsOfOrders(connection, [originalId]);
  const payment = payments.find(({ id }) => id === only.paymentId) as Payment;
  const known = providers[payment.provider];
  if (known) return { provider: known, payment, captureId: only.captureId };
  const [original] = await findOrders(connection, [originalId]);
  return original && creditOrigin(connection, providers, original, payment);
}
