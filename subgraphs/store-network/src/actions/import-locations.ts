import { inTransaction } from '@passerelle/database';
import { newId, ok, type Result } from '@passerelle/values';
import type { ActionContext } from '../context.ts';
import {
  type ImportedLocation,
  type ImportFormat,
  isSame,
  mergeImported,
  type RowError,
  readImport,
} from '../domain/import.ts';
import type { Location } from '../domain/location.ts';
import type { NetworkRefusal } from '../domain/refusals.ts';
import { insertChanges } from '../storage/changes.ts';
import { recordFacts } from '../storage/facts.ts';
import {
  bumpVersions,
  findTakenGlns,
  insertLocations,
  lockLocationsByCode,
  saveLocation,
} from '../storage/locations.ts';

export type ImportInput = { readonly format: ImportFormat; readonly content: string; readonly dryRun?: boolean | null };
export type Imported = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errors: RowError[];
};

/**
 * Creates the locations of a file, and changes those whose code is known. Rows that are wrong are told and left out, the
 * others are written together; the same file again changes nothing. A dry run tells the same and writes nothing.
 */
export const importLocations = (context: ActionContext, { format, content, dryRun }: ImportInput) =>
  inTransaction(context.database, async (tx): Promise<Result<Imported, NetworkRefusal>> => {
    const read = readImport(format, content);
    if (!read.ok) return read;
    const codes = read.value.locations.map(({ code }) => code);
    const current = new Map((await lockLocationsByCode(tx, codes)).map((location) => [location.code, location]));
    const clashes = [
      ...clashesOf(read.value.locations, await findTakenGlns(tx, codes)),
      ...otherTypes(read.value.locations, current),
    ];
    const wrong = new Set(clashes.map(({ row }) => row));
    const now = context.now();
    const rows = read.value.locations.filter(({ row }) => !wrong.has(row));
    const added = rows.filter(({ code }) => !current.has(code)).map((row) => toNew(row, now));
    const changed = rows.flatMap((row) => {
      const before = current.get(row.code);
      const after = before && mergeImported(before, row);
      return before && after && !isSame(before, after) ? [after] : [];
    });
    const unchanged = rows.length - added.length - changed.length;
    const errors = [...read.value.errors, ...clashes].sort((a, b) => a.row - b.row);
    if (!dryRun) {
      await insertLocations(tx, added);
      for (const location of changed) await saveLocation(tx, location);
      await bumpVersions(
        tx,
        changed.map(({ id }) => id),
        now,
      );
      const inputs = new Map(rows.map((row) => [row.code, row]));
      const all = [...added, ...changed];
      const change = { action: 'importLocations', actor: context.caller.subject };
      await insertChanges(
        tx,
        all.map(({ id, code }) => ({ ...change, subject: id, input: inputs.get(code) })),
        now,
      );
      await recordFacts(
        tx,
        all.map(({ id }) => id),
        now,
      );
    }
    return ok({ created: added.length, updated: changed.length, unchanged, errors });
  });

/** A number names one location only, in the file and beyond it. */
function clashesOf(rows: readonly ImportedLocation[], taken: ReadonlySet<string>): RowError[] {
  const seen = new Set(taken);
  return rows.flatMap(({ row, code, gln }) => {
    if (!gln) return [];
    if (seen.has(gln)) return [{ row, code, field: 'gln', message: `GLN ${gln} names another location.` }];
    seen.add(gln);
    return [];
  });
}

/** What a location is stays: its services and its stock hang on it. */
const otherTypes = (rows: readonly ImportedLocation[], current: ReadonlyMap<string, Location>): RowError[] =>
  rows.flatMap(({ row, code, type }) => {
    const known = current.get(code);
    if (!known || known.type === type) return [];
    return [{ row, code, field: 'type', message: `${code} is a ${known.type}, and stays one.` }];
  });

const toNew = ({ row, ...given }: ImportedLocation, now: Date): Location => ({
  id: newId('location', now),
  status: 'PLANNED',
  coordinates: null,
  phone: null,
  gln: null,
  region: null,
  brands: [],
  closesOnHolidays: false,
  countryCode: given.address.countryCode,
  instructions: {},
  attributes: [],
  version: 1,
  createdAt: now,
  updatedAt: now,
  ...given,
});
