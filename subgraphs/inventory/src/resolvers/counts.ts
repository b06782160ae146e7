import { badUserInput, orBadUserInput } from '@passerelle/server';
import type { Refusal, Result } from '@passerelle/values';
import {
  approveCountTask,
  cancelCountTask,
  createCountTask,
  recordCountedQuantities,
  submitCountTask,
} from '../actions/count-tasks.ts';
import type { Context } from '../context.ts';
import { type CountTaskStatus, summarize, type CountTask as Task, varianceOf } from '../domain/count-task.ts';
import { seesLocation } from '../domain/feed-scope.ts';
import type {
  CountLineResolvers,
  CountTaskError,
  CountTaskResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../generated/resolver-types.ts';
import { locationOf } from './levels.ts';

const maximumLocations = 100;

async function seenTask(context: Context, id: string): Promise<Task | null> {
  const task = await context.reads.countTask.load(id);
  return task && seesLocation(context.caller, task.locationId) ? task : null;
}

export const countQueries: Pick<QueryResolvers, 'countTask' | 'countTasks'> = {
  countTask: (_root, { id }, context) => seenTask(context, id),
  async countTasks(_root, { filter, ...page }, { reads, caller }) {
    const { statuses, locationIds } = filter ?? {};
    if ((locationIds?.length ?? 0) > maximumLocations) throw badUserInput(`At most ${maximumLocations} locations.`);
    const wanted = { statuses: statuses as CountTaskStatus[] | null | undefined, locationIds };
    return orBadUserInput(await reads.countTasks({ ...wanted, boundTo: caller.locationIds }, page));
  },
};

/** The task as it is now, or why nothing was done. */
async function taskPayload({ reads }: Context, result: Result<string, Refusal>) {
  if (!result.ok) return { task: null, userErrors: result.refusals as unknown as CountTaskError[] };
  return { task: await reads.countTask.clear(result.value).load(result.value), userErrors: [] };
}

type CountMutations =
  | 'createCountTask'
  | 'recordCountedQuantities'
  | 'submitCountTask'
  | 'approveCountTask'
  | 'cancelCountTask';

export const countMutations: Required<Pick<MutationResolvers, CountMutations>> = {
  createCountTask: async (_root, { input }, context) => taskPayload(context, await createCountTask(context, input)),
  recordCountedQuantities: async (_root, { input }, context) =>
    taskPayload(context, await recordCountedQuantities(context, input)),
  submitCountTask: async (_root, { input }, context) => taskPayload(context, await submitCountTask(context, input)),
  approveCountTask: async (_root, { input }, context) => taskPayload(context, await approveCountTask(context, input)),
  cancelCountTask: async (_root, { input }, context) => taskPayload(context, await cancelCountTask(context, input)),
};

const CountTask: CountTaskResolvers = {
  location: ({ locationNo }, _args, context) => locationOf(context, locationNo),
  lines: ({ lines }) => [...lines],
  summary: summarize,
};

const CountLine: CountLineResolvers = { variance: varianceOf };

export const countTypes = { CountTask, CountLine };
