import { connect, type Database, ownerOf, roleUrl } from '@passerelle/database';
import { subgraphNames } from '@passerelle/server';
import { type Invariant, loadSubgraph } from './subgraphs.ts';

/** Rows an invariant found at fault; none when it holds. */
export type Finding = { readonly subgraph: string; readonly name: string; readonly rows: readonly object[] };

/** What every subgraph keeps in the same tables, whatever it is about. */
const common: readonly Invariant[] = [
  {
    name: 'no event waits longer than five minutes to be delivered',
    sql: `select subscriber, outbox.id, outbox.type, outbox.occurred_at
          from outbox_deliveries join outbox using (position)
          where delivered_at is null and occurred_at < now() - interval '5 minutes' limit 20`,
  },
];

/** Most rows shown of one invariant. */
const shown = 20;

/** Runs every subgraph's invariants as its own role; they only read. */
export async function checkInvariants(adminUrl: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const subgraph of subgraphNames) {
    const { invariants } = await loadSubgraph(subgraph);
    const owner = ownerOf(subgraph);
    const database = connect({ url: roleUrl(adminUrl, owner), schema: owner.schema, max: 1 });
    try {
      for (const { name, sql } of [...invariants, ...common]) {
        findings.push({ subgraph, name, rows: await rowsAtFault(database, sql) });
      }
    } finally {
      await database.close();
    }
  }
  return findings;
}

async function rowsAtFault({ sql }: Database, text: string): Promise<object[]> {
  const rows = await sql.begin('read only', (tx) => tx.unsafe(text));
  return [...rows].slice(0, shown);
}
