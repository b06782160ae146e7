import type { Connection } from '@passerelle/database';

export type Load = {
  readonly key: string;
  readonly number: string;
  readonly amountMinor: number;
  readonly declineCode: string | null;
  readonly now: Date;
};

/** Locks a card or credit, opened when it is seen for the first time, and tells its currency. */
export async function lockCredit({ sql }: Connection, number: string, currency: string): Promise<string> {
  await sql`insert into demo_credits (number, currency) values (${number}, ${currency}) on conflict do nothing`;
  const [credit] = await sql`select currency from demo_credits where number = ${number} for update`;
  return credit?.currency;
}

/** What a key was answered before. */
export async function findLoad({ sql }: Connection, key: string) {
  const [load] = await sql<{ number: string; declineCode: string | null }[]>`
    select number, decline_code as "declineCode" from demo_credit_loads where key = ${key}`;
  return load;
}

export async function insertLoad({ sql }: Connection, { key, number, amountMinor, declineCode, now }: Load) {
  await sql`
    insert into demo_credit_loads (key, number, amount_minor, decline_code, asked_at)
    values (${key}, ${number}, ${amountMinor}, ${declineCode}, ${now})`;
}

export async function addBalance({ sql }: Connection, number: string, minor: number) {
  await sql`update demo_credits set balance_minor = balance_minor + ${minor} where number = ${number}`;
}
