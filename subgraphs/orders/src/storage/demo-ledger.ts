import type { Connection } from '@passerelle/database';
import type { Answer, KnownPayment } from '../services/payment-provider.ts';
import { columnsOf } from './rows.ts';
import { demoLedger } from './tables.ts';

export type LedgerEntry = typeof demoLedger.$inferSelect;
export type Movement = {
  readonly key: string;
  readonly paymentId: string;
  readonly kind: string;
  readonly amountMinor: number;
  readonly captureKey: string | null;
  readonly answer: Answer;
  readonly askedAt: Date;
};

const columns = columnsOf(demoLedger);

/** Locks the entry of a payment, opened with what was authorized when it is seen for the first time. */
export async function lockEntry({ sql }: Connection, payment: KnownPayment, expiresAt: Date): Promise<LedgerEntry> {
  await sql`
    insert into demo_ledger (payment_id, reference, authorized_minor, expires_at)
    values (${payment.id}, ${payment.reference}, ${payment.authorizedMinor}, ${expiresAt}) on conflict do nothing`;
  const rows = await sql`select ${sql.unsafe(columns)} from demo_ledger where payment_id = ${payment.id} for update`;
  return rows[0] as unknown as LedgerEntry;
}

export async function saveEntry({ sql }: Connection, entry: LedgerEntry): Promise<void> {
  await sql`
    update demo_ledger
    set authorized_minor = ${entry.authorizedMinor}, captured_minor = ${entry.capturedMinor},
      refunded_minor = ${entry.refundedMinor}, expires_at = ${entry.expiresAt}
    where payment_id = ${entry.paymentId}`;
}

/** What a key was answered before. */
export async function findAnswer({ sql }: Connection, key: string): Promise<Answer | undefined> {
  const rows = await sql`select answer from demo_movements where key = ${key}`;
  return rows[0]?.answer;
}

export async function insertMovement({ sql }: Connection, movement: Movement): Promise<void> {
  const { key, paymentId, kind, amountMinor, captureKey, answer, askedAt } = movement;
  await sql`
    insert into demo_movements (key, payment_id, kind, amount_minor, capture_key, answer, asked_at)
    values (${key}, ${paymentId}, ${kind}, ${amountMinor}, ${captureKey}, ${sql.json(answer as never)}, ${askedAt})`;
}

/** Money captured under a key and not given back yet, and how often a kind of movement was refused. */
export async function factsOf(
  { sql }: Connection,
  paymentId: string,
  { captureKey, kind }: { readonly captureKey: string | null; readonly kind: string },
): Promise<{ readonly openMinor: number; readonly refusals: number }> {
  const [facts] = await sql`
    select
      coalesce(sum(amount_minor) filter (where not is_refused and kind = 'capture' and key = ${captureKey}), 0)
        - coalesce(sum(amount_minor) filter (where not is_refused and kind = 'refund' and capture_key = ${captureKey}), 0)
        as open,
      count(*) filter (where is_refused and kind = ${kind})::int as refusals
    from (select *, answer->>'status' = 'FAILED' as is_refused from demo_movements
      where payment_id = ${paymentId}) as movements`;
  return { openMinor: Number(facts?.open ?? 0), refusals: facts?.refusals ?? 0 };
}

/** Takes a movement back: its entry is as if it had been refused. */
export async function undoMovement({ sql }: Connection, key: string): Promise<void> {
  await sql`
    with undone as (
      update demo_movements set answer = '{"status":"FAILED","declineCode":"BOUNCED"}'
      where key = ${key} and answer->>'status' <> 'FAILED' returning payment_id, kind, amount_minor
    )
    update demo_ledger
    set captured_minor = captured_minor - case when kind = 'capture' then amount_minor else 0 end,
      refunded_minor = refunded_minor - case when kind = 'refund' then amount_minor else 0 end
    from undone where demo_ledger.payment_id = undone.payment_id`;
}
