import { openClient } from './client.ts';

/** Any number that no advisory lock of ours has in the administrator's database. */
const users = 0x7061_7373;

/**
 * Says that this process uses a server that several may share, until `leave` is called or the process dies. `leave`
 * calls `whenLast` when no other process is left, and lets nobody come in meanwhile. A server that is gone has nobody
 * to leave.
 */
export async function joinUsers(
  url: string,
): Promise<{ readonly leave: (whenLast: () => Promise<void>) => Promise<void> }> {
  // The connection is the sign of life: it must not be renewed.
  const sql = openClient(url, { max: 1, max_lifetime: null });
  await sql`select pg_advisory_lock_shared(${users})`;

  async function isLast(): Promise<boolean> {
    await sql`select pg_advisory_unlock_shared(${users})`;
    const [lock] = await sql`select pg_try_advisory_lock(${users}) as is_mine`;
    return lock?.is_mine;
  }
  return {
    async leave(whenLast) {
      try {
        if (await isLast().catch(() => false)) await whenLast();
      } finally {
        await sql.end({ timeout: 1 });
      }
    },
  };
}
