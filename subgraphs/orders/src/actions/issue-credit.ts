import { invalidInput, type MoneyText, ok, parseMoney, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { CreditAnswer } from '../services/credit-issuer.ts';

export type IssueCreditInput = {
  readonly reference: string;
  readonly amount: MoneyText;
  readonly target?: string | null;
};

/** Gives credit for goods nobody knows an order of; once for each reference, however often it is asked. */
export async function issueCredit(
  { credit, now }: Dependencies,
  { reference, amount: text, target = null }: IssueCreditInput,
): Promise<Result<CreditAnswer, Refusal>> {
  const amount = parseMoney(text, ['amount']);
  if (!amount.ok) return amount;
  const { minor: amountMinor, currency } = amount.value;
  if (amountMinor <= 0) return refuse(invalidInput(['amount', 'amount'], 'Give more than zero.'));
  return ok(await credit.load({ key: reference, target, amountMinor, currency, now: now() }));
}
