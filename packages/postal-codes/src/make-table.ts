import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parisCentres } from './paris.ts';
import { tableFile } from './table-file.ts';

/** A commune under one of its postal codes, as `codes-postaux.json` has it. */
type Commune = { readonly codePostal: string; readonly codeCommune: string; readonly nomCommune: string };
type Place = { readonly latitude: number; readonly longitude: number; readonly people: number };

/** Countries of GeoNames in which French postal codes are used. */
const french = new Set(['FR', 'RE', 'GP', 'MQ', 'GF', 'YT', 'PM', 'BL', 'MF']);
/** Countries of GeoNames that are one commune. */
const oneCommune: Readonly<Record<string, string>> = { BL: '97701', MF: '97801' };
/** First commune code of the districts of cities that have one code of their own for each. */
const districts: Readonly<Record<string, number>> = { Lyon: 69380, Marseille: 13200 };

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
const departmentOf = (commune: string) => commune.slice(0, commune.startsWith('97') ? 3 : 2);

/** Inhabited places by commune code, and by name within a department for communes that have another code by now. */
function placesFrom(cities: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (key: string, place: Place) => places.set(key, [...(places.get(key) ?? []), place]);
  for (const row of cities.split('\n').map((line) => line.split('\t'))) {
    const [name = '', latitude, longitude, country = '', admin1 = '', department = '', admin4 = '', people] = [
      1, 4, 5, 8, 10, 11, 13, 14,
    ].map((column) => row[column]);
    if (!french.has(country)) continue;
    const place = { latitude: Number(latitude), longitude: Number(longitude), people: Math.max(1, Number(people)) };
    const district = /^(\p{L}+) (\d\d)$/u.exec(name);
    const first = districts[district?.[1] ?? ''];
    if (first) add(String(first + Number(district?.[2])), place);
    add(admin4 || oneCommune[country] || admin1, place);
    add(`${department} ${plain(name)}`, place);
  }
  for (const [commune, [latitude, longitude]] of parisCentres)
    places.set(commune, [{ latitude, longitude, people: 1 }]);
  return places;
}

/** Middle of places, each weighing as much as it has people. */
function middleOf(places: readonly Place[]) {
  const people = places.reduce((sum, place) => sum + place.people, 0);
  const mean = (of: 'latitude' | 'longitude') =>
    places.reduce((sum, place) => sum + place[of] * place.people, 0) / people;
  return [mean('latitude'), mean('longitude')].map((degrees) => degrees.toFixed(3)).join(' ');
}

const [postalCodesFile, citiesFile] = process.argv.slice(2);
if (!postalCodesFile || !citiesFile) {
  console.error('usage: node make-table.ts codes-postaux.json cities500.txt');
  process.exit(1);
}
const communes = JSON.parse(readFileSync(postalCodesFile, 'utf8')) as Commune[];
const places = placesFrom(readFileSync(citiesFile, 'utf8'));
const perCode = new Map<string, Place[]>();
for (const { codePostal, codeCommune, nomCommune } of communes) {
  const found = places.get(codeCommune) ?? places.get(`${departmentOf(codeCommune)} ${plain(nomCommune)}`) ?? [];
  perCode.set(codePostal, [...(perCode.get(codePostal) ?? []), ...found]);
}
const known = [...perCode].filter(([, found]) => found.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(tableFile, known.map(([code, found]) => `${code} ${middleOf(found)}\n`).join(''));
console.log(`${path.basename(tableFile)}: ${known.length} of ${perCode.size} postal codes`);
