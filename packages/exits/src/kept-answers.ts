import type { Told } from './answer.ts';

/** Answers kept of one exit at most; the oldest goes first. */
const largest = 1000;

/** What names this one order and not the question: another order with the same facts has the same answer. */
const names: ReadonlySet<string> = new Set(['orderId', 'groupId', 'fulfillmentOrderId', 'lineId']);

/** The question an exit is asked, by which its answer is kept; the channel and the locale belong to it. */
export const questionOf = ({ input, context = {} }: { readonly input: object; readonly context?: object }) =>
  JSON.stringify([input, context], (field, value) => (names.has(field) ? undefined : value));

/** Answers an exit lets us keep for a while, by what it was told; lost with the process and with new settings. */
export function createKeptAnswers(ticks: () => number) {
  const kept = new Map<string, { readonly told: Told; readonly until: number }>();
  return {
    find(key: string): Told | undefined {
      const found = kept.get(key);
      if (found && found.until > ticks()) return found.told;
      kept.delete(key);
      return undefined;
    },
    keep(key: string, told: Told) {
      if (told.ttlSeconds === 0) return;
      kept.delete(key);
      const reasons = told.reasons.map(({ code, message }) => ({ code, message }));
      kept.set(key, { told: { ...told, reasons }, until: ticks() + told.ttlSeconds * 1000 });
      const oldest = kept.keys().next();
      if (kept.size > largest && !oldest.done) kept.delete(oldest.value);
    },
  };
}
