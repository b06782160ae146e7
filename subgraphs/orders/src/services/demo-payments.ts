import { type Connection, type Database, inTransaction } from '@passerelle/database';
import {
  factsOf,
  findAnswer,
  insertMovement,
  type LedgerEntry,
  lockEntry,
  saveEntry,
  undoMovement,
} from '../storage/demo-ledger.ts';
import type { Answer, Asked, Notification, PaymentProvider } from './payment-provider.ts';

const dayMs = 86_400_000;
/** As long as the longest of the card schemes that payment services name. */
const authorizedForMs = 28 * dayMs;

type Kind = 'authorise' | 'adjust' | 'capture' | 'cancel' | 'refund';
type Ask = Asked & { readonly captureKey?: string };
type Outcome = Answer & { readonly entry?: Partial<LedgerEntry> };

const refused = (declineCode: string): Outcome => ({ status: 'FAILED', declineCode });

/** Words in a payment's reference that make the demo service decline, on purpose; everything else succeeds. */
const declines: Readonly<Record<Kind | 'confirm', readonly { word: string; code: string; times: number }[]>> = {
  confirm: [{ word: 'declined', code: 'REFUSED', times: Infinity }],
  authorise: [{ word: 'no-more', code: 'INSUFFICIENT_FUNDS', times: Infinity }],
  adjust: [
    { word: 'no-adjust', code: 'NOT_SUPPORTED', times: Infinity },
    { word: 'no-more', code: 'INSUFFICIENT_FUNDS', times: Infinity },
  ],
  capture: [
    { word: 'capture-fails-once', code: 'ACQUIRER_ERROR', times: 1 },
    { word: 'capture-fails-always', code: 'CARD_BLOCKED', times: Infinity },
  ],
  cancel: [],
  refund: [
    { word: 'refund-fails-once', code: 'ACQUIRER_ERROR', times: 1 },
    { word: 'refund-fails-always', code: 'ACCOUNT_CLOSED', times: Infinity },
  ],
};

const wanted = (kind: Kind | 'confirm', reference: string, refusals: number) =>
  declines[kind].find(({ word, times }) => reference.includes(word) && refusals < times);
const expiryOf = (reference: string, now: Date) =>
  new Date(now.getTime() + (reference.includes('short') ? dayMs : authorizedForMs));

/** What each movement does to an entry of the ledger, or why it cannot be; nothing goes past what is there. */
const rules: Readonly<Record<Kind, (entry: LedgerEntry, asked: Ask, openMinor: number) => Outcome>> = {
  authorise: (_entry, { key }) => ({ status: 'SUCCEEDED', reference: key }),
  adjust: (entry, { key, amountMinor, payment, now }) =>
    amountMinor < entry.capturedMinor
      ? refused('BELOW_CAPTURED')
      : {
          status: 'SUCCEEDED',
          reference: key,
          expiresAt: expiryOf(payment.reference, now),
          entry: { authorizedMinor: amountMinor, expiresAt: expiryOf(payment.reference, now) },
        },
  capture(entry, { key, amountMinor, now }) {
    if (entry.expiresAt <= now) return refused('EXPIRED');
    if (amountMinor > entry.authorizedMinor - entry.capturedMinor) return refused('EXCEEDS_AUTHORIZED');
    return { status: 'SUCCEEDED', reference: key, entry: { capturedMinor: entry.capturedMinor + amountMinor } };
  },
  cancel: (entry, { key, amountMinor }) =>
    amountMinor > entry.authorizedMinor - entry.capturedMinor
      ? refused('EXCEEDS_AUTHORIZED')
      : { status: 'SUCCEEDED', reference: key, entry: { authorizedMinor: entry.authorizedMinor - amountMinor } },
  refund: (entry, { key, amountMinor }, openMinor) =>
    amountMinor > openMinor
      ? refused('EXCEEDS_CAPTURED')
      : { status: 'SUCCEEDED', reference: key, entry: { refundedMinor: entry.refundedMinor + amountMinor } },
};

/**
 * The payment service `demo`: keeps a ledger in its own tables, so that it never gives more than it took, over restarts
 * and repeated calls. Words in the reference choose what it declines: `declined`, `no-adjust`, `no-more`,
 * `capture-fails-once`, `capture-fails-always`, `refund-fails-once`, `refund-fails-always`; `later` has captures and
 * refunds end by notification, `short` has authorizations run out after a day. A refund of a capture that was made
 * elsewhere, as those of imported orders were, is declined as UNKNOWN_CAPTURE.
 */
export function demoPayments(database: Database): PaymentProvider {
  const move = (kind: Kind) => (asked: Ask) => inTransaction(database, (tx) => moveIn(tx, kind, asked));
  return {
    async confirm({ reference }, now) {
      const decline = wanted('confirm', reference, 0);
      if (decline) return { status: 'FAILED', declineCode: decline.code };
      return { status: 'SUCCEEDED', reference, expiresAt: expiryOf(reference, now) };
    },
    authorise: move('authorise'),
    adjust: move('adjust'),
    capture: move('capture'),
    cancel: move('cancel'),
    refund: move('refund'),
    readNotification,
  };
}

async function moveIn(tx: Connection, kind: Kind, asked: Ask): Promise<Answer> {
  const { payment, key, amountMinor, captureKey = null, now } = asked;
  // Money of an imported order went elsewhere: there is no entry to give it back from, and none is opened.
  if (kind === 'refund' && captureKey && !(await findAnswer(tx, captureKey))) {
    return { status: 'FAILED', declineCode: 'UNKNOWN_CAPTURE' };
  }
  const entry = await lockEntry(tx, payment, payment.expiresAt ?? expiryOf(payment.reference, now));
  const before = await findAnswer(tx, key);
  if (before) return before;
  const { openMinor, refusals } = await factsOf(tx, payment.id, { captureKey, kind });
  const decline = wanted(kind, payment.reference, refusals);
  const { entry: changed, ...done } = decline
    ? { ...refused(decline.code), entry: undefined }
    : rules[kind](entry, asked, openMinor);
  const isLater = payment.reference.includes('later') && (kind === 'capture' || kind === 'refund');
  const answer: Answer =
    isLater && done.status === 'SUCCEEDED' ? { status: 'PENDING', reference: done.reference } : done;
  if (changed) await saveEntry(tx, { ...entry, ...changed });
  await insertMovement(tx, { key, paymentId: payment.id, kind, amountMinor, captureKey, answer, askedAt: now });
  return answer;
}

/**
 * Has the demo service end a movement it left under way, or take one back that had come about, and gives the message it
 * sends of that. For tests and demonstrations.
 */
export function endDemoMovement(database: Database, key: string, outcome: Notification['outcome']): Promise<string> {
  return inTransaction(database, async (tx) => {
    if (outcome === 'FAILED') await undoMovement(tx, key);
    return JSON.stringify({
      id: `${key}:${outcome}`,
      key,
      outcome,
      ...(outcome === 'FAILED' ? { declineCode: 'BOUNCED' } : {}),
    });
  });
}

function readNotification(body: string): Notification | null {
  try {
    const { id, key, outcome, declineCode } = JSON.parse(body) as Partial<Notification>;
    if (typeof id !== 'string' || typeof key !== 'string') return null;
    if (outcome !== 'SUCCEEDED' && outcome !== 'FAILED') return null;
    return { id, key, outcome, ...(typeof declineCode === 'string' ? { declineCode } : {}) };
  } catch {
    return null;
  }
}
