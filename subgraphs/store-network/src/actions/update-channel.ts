import { invalidInput, notFound, ok, refuse, versionConflict } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { checkMarket } from '../domain/channel.ts';
import { lockChannel, saveChannel } from '../storage/channels.ts';
import { changeRules } from './rules-write.ts';

export type UpdateChannelInput = {
  readonly id: string;
  readonly expectedVersion: number;
  readonly name?: string | null;
  readonly isActive?: boolean | null;
  readonly region?: string | null;
  readonly brand?: string | null;
};

/** Changes a channel; what is left out stays, and null takes it out of its region or brand. */
export const updateChannel = (context: ActionContext, input: UpdateChannelInput) =>
  changeRules<{ id: string }, UpdateChannelInput>(context, { action: 'updateChannel', input }, async (tx) => {
    const channel = await lockChannel(tx, input.id);
    if (!channel) return refuse(notFound('channel', input.id, ['id']));
    if (channel.version !== input.expectedVersion)
      return refuse(versionConflict(input.expectedVersion, channel.version));
    const problems = checkMarket(input);
    if (input.name != null && (input.name.trim() === '' || input.name.length > 200))
      problems.push(invalidInput(['name'], 'A name has 1 to 200 characters.'));
    if (problems.length > 0) return refuse(...problems);
    await saveChannel(tx, {
      ...channel,
      name: input.name ?? channel.name,
      isActive: input.isActive ?? channel.isActive,
      region: input.region === undefined ? channel.region : input.region,
      brand: input.brand === undefined ? channel.brand : input.brand,
    });
    return ok({ id: channel.id });
  });
