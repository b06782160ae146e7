import { inTransaction } from '@passerelle/database';
import { invalidInput, limitExceeded, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import { maximumLocationChanges } from '../domain/channel.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { insertChange } from '../storage/changes.ts';
import { lockChannel, saveServed } from '../storage/channels.ts';
import { recordFacts } from '../storage/facts.ts';
import { lockLocationIds } from '../storage/locations.ts';

export type UpdateChannelLocationsInput = {
  readonly channelId: string;
  readonly expectedVersion: number;
  readonly addLocationIds?: readonly string[] | null;
  readonly removeLocationIds?: readonly string[] | null;
};

/** Adds locations to a channel and removes others. */
export const updateChannelLocations = (context: ActionContext, input: UpdateChannelLocationsInput) =>
  inTransaction(context.database, async (tx): Promise<Result<{ id: string }, NetworkRefusal>> => {
    const { channelId, addLocationIds, removeLocationIds } = input;
    const add = addLocationIds ?? [];
    const remove = removeLocationIds ?? [];
    if (add.length + remove.length > maximumLocationChanges) {
      const message = `Give ${maximumLocationChanges} ids at most, both lists together.`;
      return refuse(limitExceeded(null, message, maximumLocationChanges));
    }
    const both = add.findIndex((id) => remove.includes(id));
    if (both >= 0) return refuse(invalidInput(['addLocationIds', both], 'Add a location or remove it, not both.'));

    const channel = await lockChannel(tx, channelId);
    if (!channel) return refuse(notFound('channel', channelId, ['channelId']));
    if (channel.version !== input.expectedVersion)
      return refuse(versionConflict(input.expectedVersion, channel.version));

    const known = new Set(await lockLocationIds(tx, [...add, ...remove]));
    const unknown = Object.entries({ addLocationIds: add, removeLocationIds: remove }).flatMap(([field, ids]) =>
      ids.flatMap((id, index) => (known.has(id) ? [] : [notFound('location', id, [field, index])])),
    );
    if (unknown.length > 0) return refuse(...unknown);

    const now = context.now();
    const changed = await saveServed(tx, channelId, { add, remove });
    const change = { action: 'updateChannelLocations', actor: context.caller.subject, input };
    await insertChange(tx, channelId, change, now);
    if (changed.length > 0) await recordFacts(tx, changed, now);
    return ok({ id: channelId });
  });
