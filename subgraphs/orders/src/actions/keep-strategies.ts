import { inTransaction, oncePerKey } from '@passerelle/database';
import type { Caller } from '@passerelle/server';
import { invalidState, newId, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import { readRules, type StrategyInput, type StrategyStatus } from '../domain/strategy.ts';
import { insertStrategy, lockStrategy, turnStrategy } from '../storage/strategies.ts';

export type DraftInput = StrategyInput & { readonly idempotencyKey: string; readonly channelId?: string | null };
type Kept = { readonly id: string };

/** Writes a strategy down as a draft, under the next version of its channel. A draft decides nothing. */
export function draftStrategy(deps: Dependencies, caller: Caller, input: DraftInput): Promise<Result<Kept, Refusal>> {
  const call = {
    client: caller.subject,
    operation: 'draftSourcingStrategy',
    key: input.idempotencyKey,
    input,
  };
  return inTransaction(deps.database, (tx) =>
    oncePerKey<Kept, Refusal>(tx, call, async () => {
      const rules = readRules(input);
      if (!rules.ok) return rules;
      const now = deps.now();
      const { name, channelId = null } = input;
      const id = newId('strategy', now);
      await insertStrategy(tx, {
        id,
        channelId,
        name,
        rules: rules.value,
        createdBy: caller.subject,
        createdAt: now,
      });
      return ok({ id });
    }),
  );
}

const turnedFrom: Record<'ACTIVE' | 'ARCHIVED', readonly StrategyStatus[]> = {
  ACTIVE: ['DRAFT', 'ARCHIVED'],
  ARCHIVED: ['DRAFT', 'ACTIVE'],
};

/** Lets a strategy decide, in the place of the one before it, or ends it. Orders placed from then on feel it. */
export async function turnSourcingStrategy(
  deps: Dependencies,
  { id }: { readonly id: string },
  to: 'ACTIVE' | 'ARCHIVED',
): Promise<Result<Kept, Refusal>> {
  const result = await inTransaction(deps.database, async (tx): Promise<Result<Kept, Refusal>> => {
    const strategy = await lockStrategy(tx, id);
    if (!strategy) return refuse(notFound('sourcing strategy', id, ['id']));
    if (!turnedFrom[to].includes(strategy.status)) {
      return refuse(invalidState(`The strategy is ${strategy.status} already.`, strategy.status));
    }
    await turnStrategy(tx, strategy, to, deps.now());
    return ok({ id });
  });
  deps.strategies.drop();
  return result;
}
