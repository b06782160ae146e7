import { inTransaction } from '@passerelle/database';
import { schedule } from '@passerelle/events';
import type { ActionContext } from '../context.ts';
import { nextYear } from '../domain/public-holidays.ts';
import { recordFacts } from '../storage/facts.ts';
import { pageHolidayKeepers } from '../storage/locations.ts';

/** Name of the job that tells the public holidays of the year to come. */
export const calendarTask = 'refresh-calendars';

type Background = Omit<ActionContext, 'caller'>;
const pageSize = 200;

/** Puts the job down for the beginning of the next year; once, however many processes start. */
export const scheduleCalendars = ({ database, owner, now }: Background) =>
  schedule(database, owner, calendarTask, {}, { runAt: nextYear(now()), key: calendarTask });

/** Tells the facts of every location that closes on public holidays, and comes again next year. */
export async function refreshCalendars(context: Background): Promise<void> {
  for (let after = '', more = true; more; ) {
    more = await inTransaction(context.database, async (tx) => {
      const ids = await pageHolidayKeepers(tx, after, pageSize);
      await recordFacts(tx, ids, context.now());
      after = ids.at(-1) ?? after;
      return ids.length === pageSize;
    });
  }
  await scheduleCalendars(context);
}
