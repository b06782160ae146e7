import type { Connection } from '@passerelle/database';
import type { Rule, Strategy, StrategyStatus } from '../domain/strategy.ts';

/** NOTIFY channel that tells that another strategy is active. */
export const strategiesChanged = 'orders_strategies';
const channelKey = (channelId: string | null) => channelId ?? '';
const columns = `id, nullif(channel_id, '') as "channelId", name, version, status, rules, created_by as "createdBy",
  created_at as "createdAt", activated_at as "activatedAt", archived_at as "archivedAt"`;

export async function findStrategies({ sql }: Connection, ids: readonly string[]): Promise<Strategy[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from sourcing_strategies where id = any(${ids as string[]}::text[])`;
  return rows as unknown as Strategy[];
}

/** Newest first, 100 at most. */
export async function listStrategies(
  { sql }: Connection,
  { channelId, statuses }: { channelId?: string | null; statuses?: readonly StrategyStatus[] | null },
): Promise<Strategy[]> {
  const rows = await sql`
    select ${sql.unsafe(columns)} from sourcing_strategies
    where (${channelId ?? null}::text is null or channel_id = ${channelId ?? null})
      and (${(statuses ?? null) as string[] | null}::text[] is null or status = any(${(statuses ?? null) as string[] | null}::text[]))
    order by created_at desc, id desc limit 100`;
  return rows as unknown as Strategy[];
}

export type NewStrategy = Pick<Strategy, 'id' | 'channelId' | 'name' | 'createdBy' | 'createdAt'> & {
  readonly rules: readonly Rule[];
};

/** Adds a draft under the channel's next version. */
export async function insertStrategy({ sql }: Connection, draft: NewStrategy): Promise<void> {
  const key = channelKey(draft.channelId);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sourcing-strategies:${key}`}, 0))`;
  await sql`
    insert into sourcing_strategies (id, channel_id, name, version, status, rules, created_by, created_at)
    select ${draft.id}, ${key}, ${draft.name}, coalesce(max(version), 0) + 1, 'DRAFT', ${sql.json(draft.rules as never)},
      ${draft.createdBy}, ${draft.createdAt}
    from sourcing_strategies where channel_id = ${key}`;
}

/** Locks a strategy and everything of its channel that may be active. */
export async function lockStrategy({ sql }: Connection, id: string): Promise<Strategy | undefined> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('sourcing-strategies:' || channel_id, 0))
    from sourcing_strategies where id = ${id}`;
  const rows = await sql`select ${sql.unsafe(columns)} from sourcing_strategies where id = ${id} for update`;
  return rows[0] as Strategy | undefined;
}

/** Ends a strategy, or makes it the channel's only active one; tells every process. */
export async function turnStrategy(
  { sql }: Connection,
  { id, channelId }: Pick<Strategy, 'id' | 'channelId'>,
  to: 'ACTIVE' | 'ARCHIVED',
  now: Date,
): Promise<void> {
  if (to === 'ACTIVE') {
    await sql`
      update sourcing_strategies set status = 'ARCHIVED', archived_at = ${now}
      where channel_id = ${channelKey(channelId)} and status = 'ACTIVE'`;
    await sql`
      update sourcing_strategies set status = 'ACTIVE', activated_at = ${now}, archived_at = null where id = ${id}`;
  } else {
    await sql`update sourcing_strategies set status = 'ARCHIVED', archived_at = ${now} where id = ${id}`;
  }
  await sql`select pg_notify(${strategiesChanged}, '')`;
}

/** The strategies that decide, by channel; read once and kept until `drop`. */
export type Strategies = {
  /** The channel's own, else the one of all channels, else null. */
  readonly of: (channelId: string) => Promise<Strategy | null>;
  readonly drop: () => void;
};

export function keepStrategies(database: Connection): Strategies {
  let kept: Promise<Map<string, Strategy>> | undefined;
  const read = async () => {
    const rows = await database.sql`
      select ${database.sql.unsafe(columns)} from sourcing_strategies where status = 'ACTIVE'`;
    return new Map((rows as unknown as Strategy[]).map((one) => [channelKey(one.channelId), one]));
  };
  return {
    async of(channelId) {
      kept ??= read().catch((error) => {
        kept = undefined;
        throw error;
      });
      const active = await kept;
      return active.get(channelId) ?? active.get('') ?? null;
    },
    drop: () => {
      kept = undefined;
    },
  };
}

/** Ids of a channel's latest orders, newest first. */
export async function findRecentOrders(
  { sql }: Connection,
  { channelId, count }: { readonly channelId: string; readonly count: number },
): Promise<string[]> {
  const rows = await sql`
    select id from orders where channel_id = ${channelId} order by placed_at desc, id desc limit ${count}`;
  return rows.map(({ id }) => id);
}
