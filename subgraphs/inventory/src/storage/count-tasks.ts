import type { Connection } from '@passerelle/database';
import type { PageWindow } from '@passerelle/values';
import type { CountLine, CountTask, CountTaskStatus } from '../domain/count-task.ts';
import { isStorable } from '../domain/stock-event.ts';

const selected = ({ sql }: Connection) => sql`
  select task.id, location_no as "locationNo", locations.id as "locationId", name, task.status,
    approval_units as "approvalUnits", approval_percent as "approvalPercent", created_by as "createdBy",
    created_at as "createdAt", submitted_by as "submittedBy", submitted_at as "submittedAt", closed_by as "closedBy",
    closed_at as "closedAt", (
      select jsonb_agg(jsonb_build_object('lineNo', line_no, 'status', line.status, 'countedQuantity', counted_quantity,
        'countedAt', counted_at, 'countedBy', counted_by, 'expectedQuantity', expected_quantity, 'item',
        jsonb_build_object('itemNo', item_no, 'sku', sku, 'category', category, 'isTracked', is_tracked))
        order by line_no)
      from count_lines as line join items using (item_no) where task_id = task.id) as lines
  from count_tasks as task join locations using (location_no)`;

const tasksOf = (rows: readonly Record<string, unknown>[]) =>
  rows.map((row) => ({
    ...row,
    lines: (row.lines as (CountLine & { countedAt: string | null })[]).map((line) => ({
      ...line,
      countedAt: line.countedAt === null ? null : new Date(line.countedAt),
    })),
  })) as unknown as CountTask[];

/** Tasks by id with their lines, in no order; missing ones are absent. */
export async function findCountTasks(connection: Connection, ids: readonly string[]): Promise<CountTask[]> {
  const { sql } = connection;
  return tasksOf(await sql`${selected(connection)} where task.id = any(${ids.filter(isStorable)}::text[])`);
}

/** One task, kept from changing until the transaction ends. */
export async function lockCountTask(tx: Connection, id: string): Promise<CountTask | undefined> {
  if (!isStorable(id)) return undefined;
  await tx.sql`select from count_tasks where id = ${id} for update`;
  return (await findCountTasks(tx, [id]))[0];
}

export type CountTaskFilter = {
  readonly statuses?: readonly CountTaskStatus[] | null;
  readonly locationNos: readonly number[] | null;
};

/** One page of tasks, newest first, and one row more. Ids begin with the moment they were made. */
export async function pageCountTasks(
  connection: Connection,
  { statuses, locationNos }: CountTaskFilter,
  { size, backwards, after, before }: PageWindow,
): Promise<CountTask[]> {
  const { sql } = connection;
  return tasksOf(
    await sql`
      ${selected(connection)}
      where true
        ${statuses ? sql`and task.status = any(${statuses as string[]}::text[])` : sql``}
        ${locationNos ? sql`and location_no = any(${locationNos as number[]}::integer[])` : sql``}
        ${after ? sql`and task.id < ${String(after[0])}` : sql``}
        ${before ? sql`and task.id > ${String(before[0])}` : sql``}
      order by ${backwards ? sql`task.id` : sql`task.id desc`}
      limit ${size + 1}`,
  );
}

type NewTask = Pick<
  CountTask,
  'id' | 'locationNo' | 'name' | 'approvalUnits' | 'approvalPercent' | 'createdBy' | 'createdAt'
>;

/** Makes a task with a line for each item, in the order given. */
export async function insertCountTask({ sql }: Connection, task: NewTask, itemNos: readonly number[]): Promise<void> {
  await sql`
    insert into count_tasks (id, location_no, name, approval_units, approval_percent, created_by, created_at)
    values (${task.id}, ${task.locationNo}, ${task.name}, ${task.approvalUnits}, ${task.approvalPercent},
      ${task.createdBy}, ${task.createdAt})`;
  await sql`
    insert into count_lines (task_id, line_no, item_no)
    select ${task.id}, position, item_no
    from unnest(${itemNos as number[]}::integer[]) with ordinality as given (item_no, position)`;
}

/** Writes lines of a task that is locked. */
export async function saveCountLines({ sql }: Connection, id: string, lines: readonly CountLine[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    update count_lines as line
    set status = given.status, counted_quantity = given.counted_quantity, counted_at = given.counted_at,
      counted_by = given.counted_by, expected_quantity = given.expected_quantity
    from unnest(${lines.map(({ lineNo }) => lineNo)}::integer[], ${lines.map(({ status }) => status)}::text[],
      ${lines.map(({ countedQuantity }) => countedQuantity)}::integer[],
      ${lines.map(({ countedAt }) => countedAt?.toISOString() ?? null)}::timestamptz[],
      ${lines.map(({ countedBy }) => countedBy)}::text[],
      ${lines.map(({ expectedQuantity }) => expectedQuantity)}::integer[])
      as given (line_no, status, counted_quantity, counted_at, counted_by, expected_quantity)
    where task_id = ${id} and line.line_no = given.line_no`;
}

/** Moves a task that is locked on, and notes who did it. */
export async function saveTaskStatus(
  { sql }: Connection,
  id: string,
  {
    status,
    by,
    isSubmission,
  }: { readonly status: CountTaskStatus; readonly by: string; readonly isSubmission: boolean },
  now: Date,
): Promise<void> {
  const isClosed = status === 'POSTED' || status === 'CANCELLED';
  await sql`
    update count_tasks
    set status = ${status}
      ${isSubmission ? sql`, submitted_by = ${by}, submitted_at = ${now}` : sql``}
      ${isClosed ? sql`, closed_by = ${by}, closed_at = ${now}` : sql``}
    where id = ${id}`;
}
