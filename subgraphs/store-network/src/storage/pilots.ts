import type { Connection } from '@passerelle/database';
import { and, eq } from 'drizzle-orm';
import type { Pilot } from '../domain/pilot.ts';
import { pilots } from './tables.ts';

export async function insertPilot({ db }: Connection, pilot: Pilot): Promise<void> {
  await db.insert(pilots).values(pilot);
}

/** Writes over the version before; the rules are locked. */
export async function savePilot({ db }: Connection, { id, ...pilot }: Pilot): Promise<void> {
  await db
    .update(pilots)
    .set(pilot)
    .where(and(eq(pilots.id, id), eq(pilots.version, pilot.version - 1)));
}
