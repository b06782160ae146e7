/** Upper bounds of the times told apart, in seconds. */
const bounds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

/** The requests of one API so far. */
export type Tally = {
  /** Requests by HTTP status. */
  readonly statuses: Map<number, number>;
  /** Requests that took up to each bound and longer than the one before; the last place is for even longer ones. */
  readonly took: number[];
  seconds: number;
};

export const createTally = (): Tally => ({
  statuses: new Map(),
  took: new Array(bounds.length + 1).fill(0),
  seconds: 0,
});

/**
 * Counts in plain numbers: every request pays for this, and only who reads the figures pays for labels. The library's
 * histogram took longer over a request than all the limits together.
 */
export function count(tally: Tally, status: number, seconds: number): void {
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  tally.seconds += seconds;
  let place = 0;
  while (place < bounds.length && seconds > (bounds[place] as number)) place += 1;
  tally.took[place] = (tally.took[place] as number) + 1;
}

/** In the text format of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function textOf(tallies: ReadonlyMap<string, Tally>): string {
  const used = [...tallies].filter(([, { statuses }]) => statuses.size > 0);
  const lines = [
    '# HELP passerelle_requests_total Requests by API and HTTP status.',
    '# TYPE passerelle_requests_total counter',
    ...used.flatMap(([api, { statuses }]) =>
      [...statuses].map(([status, number]) => `passerelle_requests_total{api="${api}",status="${status}"} ${number}`),
    ),
    '# HELP passerelle_request_seconds Time from the head of a request to its answer.',
    '# TYPE passerelle_request_seconds histogram',
    ...used.flatMap(([api, tally]) => histogramOf(api, tally)),
  ];
  return `${lines.join('\n')}\n`;
}

function histogramOf(api: string, { took, seconds }: Tally): string[] {
  let all = 0;
  const buckets = took.map((number, place) => {
    all += number;
    return `passerelle_request_seconds_bucket{le="${bounds[place] ?? '+Inf'}",api="${api}"} ${all}`;
  });
  return [
    ...buckets,
    `passerelle_request_seconds_sum{api="${api}"} ${seconds}`,
    `passerelle_request_seconds_count{api="${api}"} ${all}`,
  ];
}
