import type { Connection, Sql } from '@passerelle/database';
import type { Channel } from '../domain/channel.ts';

const columns = (sql: Sql) => sql`
  channels.id, code, name, type, currency, default_locale as "defaultLocale", ships_to as "shipsTo",
  is_active as "isActive", region, brand, version`;

/** More than the graph promises to list are not listed. */
const maximumListed = 200;

export async function findChannels({ sql }: Connection, ids: readonly string[]): Promise<Channel[]> {
  return sql<Channel[]>`select ${columns(sql)} from channels where id = any(${ids as string[]})`;
}

export async function listChannels({ sql }: Connection): Promise<Channel[]> {
  return sql<Channel[]>`select ${columns(sql)} from channels order by is_active desc, name, id limit ${maximumListed}`;
}

export type ServedChannel = { readonly locationId: string; readonly channel: Channel };

/** Channels that locations serve. */
export async function findServedChannels(
  { sql }: Connection,
  locationIds: readonly string[],
): Promise<ServedChannel[]> {
  const rows = await sql<(Channel & { locationId: string })[]>`
    select location_id as "locationId", ${columns(sql)}
    from channel_locations join channels on channels.id = channel_id
    where location_id = any(${locationIds as string[]}) order by name, channels.id`;
  return rows.map(({ locationId, ...channel }) => ({ locationId, channel }));
}

/** The channel, kept from every other change until the transaction ends. */
export async function lockChannel({ sql }: Connection, id: string): Promise<Channel | undefined> {
  const [row] = await sql<Channel[]>`select ${columns(sql)} from channels where id = ${id} for no key update`;
  return row;
}

/** Writes what may change of a channel, as its next version. */
export async function saveChannel({ sql }: Connection, channel: Channel): Promise<void> {
  const { id, name, isActive, region, brand } = channel;
  await sql`
    update channels set name = ${name}, is_active = ${isActive}, region = ${region}, brand = ${brand},
      version = version + 1
    where id = ${id}`;
}

/** Adds and removes; answers the locations for which that changed something. */
export async function saveServed(
  { sql }: Connection,
  channelId: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<string[]> {
  const rows = await sql`
    with added as (
      insert into channel_locations (channel_id, location_id)
      select ${channelId}, unnest(${add as string[]}::text[]) on conflict do nothing returning location_id
    ), removed as (
      delete from channel_locations
      where channel_id = ${channelId} and location_id = any(${remove as string[]}) returning location_id
    ), counted as (
      update channels set version = version + 1 where id = ${channelId}
    )
    select location_id as id from added union select location_id from removed order by 1`;
  return rows.map((row) => row.id);
}
