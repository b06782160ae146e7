import type { Connection, Owner } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { Payment } from '../domain/order.ts';
import type { PaymentEvent, PaymentOperation, RefundRequest } from '../domain/payment.ts';
import { asRow, asRows, columnsOf } from './rows.ts';
import { paymentOperations, refundRequests } from './tables.ts';

/** Name of the job that has an order's money follow its goods. */
export const payTask = 'pay';
/** Name of the job that looks after an authorization that runs out. */
export const expiryTask = 'authorization-expiry';
/** Name of the job that sees a refund through. */
export const refundTask = 'refund';

const columns = { operation: columnsOf(paymentOperations), request: columnsOf(refundRequests) };

/** Has an order's money follow its goods; one waiting job an order is enough. */
export const payLater = (tx: Connection, owner: Owner, orderId: string, runAt?: Date) =>
  schedule(
    tx,
    owner,
    payTask,
    { orderId },
    runAt ? { key: `${payTask}:${orderId}:again`, runAt } : { key: `${payTask}:${orderId}` },
  );

export const refundLater = (tx: Connection, owner: Owner, orderId: string, reference: string, runAt?: Date) =>
  schedule(
    tx,
    owner,
    refundTask,
    { orderId, reference },
    { key: `${refundTask}:${orderId}:${reference}`, ...(runAt ? { runAt } : {}) },
  );

export async function findWaitingRefunds({ sql }: Connection, orderId: string): Promise<string[]> {
  const rows = await sql`
    select reference from refund_requests where order_id = ${orderId} and status = 'PENDING'`;
  return rows.map(({ reference }) => reference);
}

/** An authorization is looked after this long before it runs out. */
const lookAheadMs = 3_600_000;

/** Has somebody look after an authorization before it runs out. */
export async function watchExpiry(
  tx: Connection,
  owner: Owner,
  { id, orderId, expiresAt }: Pick<Payment, 'id' | 'orderId' | 'expiresAt'>,
): Promise<void> {
  if (!expiresAt) return;
  const runAt = new Date(expiresAt.getTime() - lookAheadMs);
  await schedule(tx, owner, expiryTask, { orderId, paymentId: id }, { key: `${expiryTask}:${id}`, runAt });
}

/** Name of the job that has what a credit does not cover authorized. */
export const coverTask = 'cover-difference';
export const coverLater = (tx: Connection, owner: Owner, orderId: string, coveredBy: string) =>
  schedule(tx, owner, coverTask, { orderId, coveredBy }, { key: `${coverTask}:${orderId}` });

/** Name of the job that reads a message of a payment service. */
export const notificationTask = 'payment-notification';
export type ReceivedMessage = {
  readonly provider: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Every movement of an order, oldest first. */
export async function findOperations({ sql }: Connection, orderId: string): Promise<PaymentOperation[]> {
  const rows = await sql`
    select ${sql.unsafe(columns.operation)} from payment_operations where order_id = ${orderId} order by requested_at, id`;
  return rows as unknown as PaymentOperation[];
}

export async function findOperation({ sql }: Connection, id: string): Promise<PaymentOperation | undefined> {
  const rows = await sql`select ${sql.unsafe(columns.operation)} from payment_operations where id = ${id}`;
  return rows[0] as unknown as PaymentOperation | undefined;
}

export async function insertOperations(
  tx: Connection,
  operations: readonly PaymentOperation[],
  events: readonly PaymentEvent[],
): Promise<void> {
  if (operations.length === 0) return;
  await tx.sql`
    insert into payment_operations
    select * from jsonb_populate_recordset(null::payment_operations, ${asRows(tx, operations)})`;
  await insertPaymentEvents(tx, events);
}

export async function insertPaymentEvents(tx: Connection, events: readonly PaymentEvent[]): Promise<void> {
  await tx.sql`
    insert into payment_events
      (id, order_id, payment_id, operation_id, type, amount_minor, actor, message, occurred_at)
    select id, order_id, payment_id, operation_id, type, amount_minor, actor, message, occurred_at
    from jsonb_populate_recordset(null::payment_events, ${asRows(tx, events)})`;
}

/** Ends a movement, or opens it anew with a reference only. */
export async function saveOperation({ sql }: Connection, operation: PaymentOperation): Promise<void> {
  const { id, state, providerReference, declineCode, endedAt } = operation;
  await sql`
    update payment_operations set state = ${state}, provider_reference = ${providerReference},
      decline_code = ${declineCode}, ended_at = ${endedAt}
    where id = ${id}`;
}

export async function savePayment({ sql }: Connection, payment: Payment): Promise<void> {
  const { id, status, authorizedMinor, capturedMinor, refundedMinor, expiresAt } = payment;
  await sql`
    update payments set status = ${status}, authorized_minor = ${authorizedMinor}, captured_minor = ${capturedMinor},
      refunded_minor = ${refundedMinor}, expires_at = ${expiresAt}
    where id = ${id}`;
}

export async function insertPayment(tx: Connection, payment: Payment): Promise<void> {
  await tx.sql`insert into payments select * from jsonb_populate_record(null::payments, ${asRow(tx, payment)})`;
}

/** The order must be locked. */
export async function findRefund(
  { sql }: Connection,
  orderId: string,
  reference: string,
): Promise<RefundRequest | undefined> {
  const rows = await sql`
    select ${sql.unsafe(columns.request)} from refund_requests
    where order_id = ${orderId} and reference = ${reference}`;
  return rows[0] as unknown as RefundRequest | undefined;
}

export async function insertRefund(tx: Connection, request: RefundRequest): Promise<void> {
  await tx.sql`
    insert into refund_requests select * from jsonb_populate_record(null::refund_requests, ${asRow(tx, request)})`;
}

export async function saveRefund(
  { sql }: Connection,
  { orderId, reference, status, declineCode, updatedAt }: RefundRequest,
): Promise<void> {
  await sql`
    update refund_requests set status = ${status}, decline_code = ${declineCode}, updated_at = ${updatedAt}
    where order_id = ${orderId} and reference = ${reference}`;
}

/** False when the message was taken before. */
export async function takeNotification(
  { sql }: Connection,
  { provider, id, now }: { readonly provider: string; readonly id: string; readonly now: Date },
): Promise<boolean> {
  const rows = await sql`
    insert into payment_notifications (provider, notification_id, received_at) values (${provider}, ${id}, ${now})
    on conflict do nothing returning notification_id`;
  return rows.length > 0;
}
