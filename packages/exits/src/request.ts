import { createHash, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { ExitConfig } from './config.ts';
import type { Inputs, PointName } from './points.ts';

/** Version of what the points send and take. */
const contractVersion = 1;

export type Ask<P extends PointName> = {
  /** Names the logical call: asked again under the same id, the exit may answer what it answered before. */
  readonly id: string;
  readonly input: Inputs[P];
  readonly context?: { readonly channelId?: string; readonly locale?: string };
  /** The answer is not followed. */
  readonly isDryRun?: boolean;
};

export type SealedAsk = {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** SHA-256 of what the exit is told, in hex: two calls can be compared without keeping what was said. */
export const hashOfInput = (input: object) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/** What `standardwebhooks` signs: `id.timestamp.body`, HMAC-SHA-256, once for each secret. */
export const signaturesOf = (secrets: readonly string[], id: string, at: Date, body: string) =>
  secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' ');

/** A span of its own when nothing is traced here: the exit can still name the call. */
const newTraceparent = () => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`;

/** The POST to an exit, signed as Standard Webhooks are. */
export function sealAsk<P extends PointName>(
  point: P,
  { id, input, context = {}, isDryRun = false }: Ask<P>,
  {
    exit,
    tenant,
    now,
    trace,
  }: {
    readonly exit: ExitConfig;
    readonly tenant: string;
    readonly now: Date;
    readonly trace: Readonly<Record<string, string>>;
  },
): SealedAsk {
  const deadlineMs = exit.budgetMs;
  const body = JSON.stringify({
    exit: point,
    version: contractVersion,
    tenant,
    occurredAt: now.toISOString(),
    deadlineMs,
    dryRun: isDryRun,
    input,
    context,
  });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signaturesOf(exit.secrets, id, now, body),
      'idempotency-key': id,
      traceparent: newTraceparent(),
      ...trace,
      'x-oms-exit': point,
      'x-oms-exit-version': String(contractVersion),
      'x-oms-deadline-ms': String(deadlineMs),
      'x-oms-tenant': tenant,
    },
  };
}
