import type { RetailerLocation } from './retailer.ts';

/** The instants a load writes, all counted from the one at which it runs. */
export type Moments = {
  readonly now: Date;
  /** When the nightly snapshots were taken: 01:00 UTC. */
  readonly lastNight: Date;
  /** `YYYY-MM-DD` in Paris. */
  readonly day: string;
  /** An instant between last night and now, spread evenly over the values of `index`. */
  readonly today: (index: number) => Date;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const goldenRatio = 0.618_033_988_749_895;

export function momentsOf(now: Date): Moments {
  const lastNight = new Date(now);
  lastNight.setUTCHours(1, 0, 0, 0);
  if (lastNight >= now) lastNight.setUTCDate(lastNight.getUTCDate() - 1);
  const span = now.getTime() - lastNight.getTime();
  return {
    now,
    lastNight,
    day: new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now),
    today: (index) => new Date(lastNight.getTime() + Math.round((((index + 1) * goldenRatio) % 1) * span)),
  };
}

/** As of when a location's last snapshot is true: last night, unless its till fell silent before. */
export const snapshotAt = ({ now, lastNight }: Moments, { feed }: RetailerLocation) =>
  feed.silentForHours === 0 ? lastNight : new Date(now.getTime() - feed.silentForHours * hourMs);

/** When the tills of a location that sold nothing were heard last: within the last forty minutes, unless they fell silent. */
export const heardAt = ({ now }: Moments, { feed }: RetailerLocation, index: number) =>
  new Date(now.getTime() - (feed.silentForHours === 0 ? ((index * 7) % 40) * minuteMs : feed.silentForHours * hourMs));
