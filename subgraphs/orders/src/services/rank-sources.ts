import type { Dependencies } from '../context.ts';
import { rankFacts } from '../domain/exit-facts.ts';
import type { Rank } from './sources.ts';
import { consult, type ExitLog } from './user-exits.ts';

/**
 * Has an exit say which location is first choice; null leaves it to our own rule. Asked once for each delivery, however
 * often locations are chosen because others were quicker. `attempt` tells decisions of one order apart.
 */
export function rankerOf(
  deps: Pick<Dependencies, 'exits' | 'now'>,
  log: ExitLog,
  { attempt, channelId }: { readonly attempt: string; readonly channelId: string },
): Rank {
  const known = new Map<string, readonly string[] | null>();
  return async (group, candidates) => {
    if (candidates.length < 2) return null;
    const before = known.get(group.groupId);
    if (before !== undefined) return before;
    const answer = await consult(deps, log, 'sourcing.rank', {
      id: `${attempt}.sourcing.rank.${group.groupId}`,
      question: () => ({ input: rankFacts(log.orderId, group, candidates), context: { channelId }, own: [] }),
    });
    const ranking = answer?.output?.locationIds ?? null;
    known.set(group.groupId, ranking);
    return ranking;
  };
}
