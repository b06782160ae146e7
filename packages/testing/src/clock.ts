/** A clock that stands still until it is moved. */
export type TestClock = {
  readonly now: () => Date;
  readonly set: (instant: string | Date) => void;
  readonly advance: (span: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
};

/** Sunday 22 November 2026, 10:30 in Paris, unless told. */
export function testClock(start: string | Date = '2026-11-22T09:30:00Z'): TestClock {
  let instant = new Date(start);
  return {
    now: () => new Date(instant),
    set: (to) => {
      instant = new Date(to);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      instant = new Date(instant.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
    },
  };
}
