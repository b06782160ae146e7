import { readFileSync } from 'node:fs';
import type { GeoPoint } from '@passerelle/values';
import { tableFile } from './table-file.ts';

let table: ReadonlyMap<string, GeoPoint> | undefined;

const readTable = (): ReadonlyMap<string, GeoPoint> =>
  new Map(
    readFileSync(tableFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [code = '', latitude, longitude] = line.split(' ');
        return [code, { latitude: Number(latitude), longitude: Number(longitude) }];
      }),
  );

/** Countries and territories whose addresses carry French postal codes. */
const countries = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);

/**
 * Where the people of a postal code live, to a few kilometres; null for a code or a country that is not known. Spaces
 * within the code do not count. The table is read from its file when it is first asked, and kept.
 */
export function positionOfPostalCode(postalCode: string, countryCode = 'FR'): GeoPoint | null {
  if (!countries.has(countryCode)) return null;
  table ??= readTable();
  return table.get(postalCode.replaceAll(' ', '')) ?? null;
}
