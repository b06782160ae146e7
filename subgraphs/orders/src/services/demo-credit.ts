import { type Database, inTransaction } from '@passerelle/database';
import { addBalance, findLoad, insertLoad, lockCredit } from '../storage/demo-credits.ts';
import type { CreditAnswer, CreditAsked, CreditIssuer } from './credit-issuer.ts';

/** A word in the number of a card that makes the demo service decline, on purpose; everything else succeeds. */
const blocked = 'blocked';

const declineOf = ({ target, currency }: CreditAsked, known: string): string | null => {
  if (known !== currency) return 'CURRENCY_MISMATCH';
  return target?.includes(blocked) ? 'CARD_BLOCKED' : null;
};

/**
 * The credit service `demo`: keeps cards and credit in its own tables, so that it loads each key once over restarts and
 * repeated calls. It declines cards whose number contains `blocked`, and amounts in another currency than the card's.
 */
export const demoCredit = (database: Database): CreditIssuer => ({
  load: (asked) =>
    inTransaction(database, async (tx): Promise<CreditAnswer> => {
      const number = asked.target ?? `credit-${asked.key}`;
      const known = await lockCredit(tx, number, asked.currency);
      const before = await findLoad(tx, asked.key);
      const declineCode = before ? before.declineCode : declineOf(asked, known);
      if (!before) {
        await insertLoad(tx, { ...asked, number, declineCode });
        if (declineCode === null) await addBalance(tx, number, asked.amountMinor);
      }
      return declineCode === null
        ? { status: 'SUCCEEDED', number: before?.number ?? number }
        : { status: 'FAILED', declineCode };
    }),
});
