import { type Connection, inTransaction, oncePerKey } from '@passerelle/database';
import { newId, notFound, ok, type Result, refuse, versionConflict } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  changePilot,
  movePilot,
  type NewPilotWish,
  type Pilot,
  type PilotState,
  type PilotWish,
  rivalOf,
  toNewPilot,
} from '../domain/pilot.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import type { NetworkRules } from '../domain/rules.ts';
import { insertPilot, savePilot } from '../storage/pilots.ts';
import { findKnownLocationIds } from '../storage/sharing.ts';
import { changeRules, writeRules } from './rules-write.ts';

export type CreatePilotInput = NewPilotWish & { readonly idempotencyKey: string };
type Versioned = { readonly id: string; readonly expectedVersion: number };

/** Begins a pilot, once per key. From then on the service is off wherever the pilot does not include it. */
export const createPilot = (context: ActionContext, input: CreatePilotInput) =>
  inTransaction(context.database, (tx) =>
    oncePerKey<{ id: string }, NetworkRefusal>(
      tx,
      { client: context.caller.subject, operation: 'createPilot', key: input.idempotencyKey, input },
      () =>
        writeRules(context, tx, { action: 'createPilot', input }, async (tx, { pilots }, now) => {
          const rival = rivalOf(input.service, pilots);
          if (rival) return refuse(rival);
          const pilot = toNewPilot(
            input,
            newId('pilot', now),
            now,
            await findKnownLocationIds(tx, input.locationIds ?? []),
          );
          if (!pilot.ok) return pilot;
          await insertPilot(tx, pilot.value);
          return ok({ id: pilot.value.id });
        }),
    ),
  );

type Decision = (
  tx: Connection,
  pilot: Pilot,
  rules: NetworkRules,
  now: Date,
) => Promise<Result<Pilot, NetworkRefusal>>;

const change = <Input extends Versioned>(context: ActionContext, action: string, input: Input, decision: Decision) =>
  changeRules<{ id: string }, Input>(context, { action, input }, async (tx, rules, now) => {
    const pilot = rules.pilots.find(({ id }) => id === input.id);
    if (!pilot) return refuse(notFound('pilot', input.id, ['id']));
    if (pilot.version !== input.expectedVersion) return refuse(versionConflict(input.expectedVersion, pilot.version));
    const changed = await decision(tx, pilot, rules, now);
    if (!changed.ok) return changed;
    await savePilot(tx, changed.value);
    return ok({ id: pilot.id });
  });

/** Changes where a pilot runs, or from when. */
export const updatePilot = (context: ActionContext, input: PilotWish & Versioned) =>
  change(context, 'updatePilot', input, async (tx, pilot, _rules, now) =>
    changePilot(pilot, input, now, await findKnownLocationIds(tx, input.locationIds ?? [])),
  );

/** Promotes a pilot, rolls it back, or runs it again. */
export const setPilotState = (context: ActionContext, input: Versioned & { readonly state: PilotState }) =>
  change(context, 'setPilotState', input, async (_tx, pilot, { pilots }, now) =>
    movePilot(pilot, input.state, pilots, now),
  );
