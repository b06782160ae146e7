/**
 * What Vendure 3.7.3 and Medusa 2.21.2 did with the same work, measured elsewhere and not by this program: each installed
 * from its packages and driven through its own public API, on a machine like this one (two cores shared by server,
 * database and driver), PostgreSQL durable, 2 000 variants in a warehouse and 100 stores, 16 clients in a closed loop.
 * Their machine was busy: what a request costs in CPU compares better than rates.
 */
export type Elsewhere = {
  /** Lowest and highest that was seen; the same where one run was made. */
  readonly vendure: readonly [number, number];
  readonly medusa: readonly [number, number];
  /** CPU of server and database for one unit, in ms. */
  readonly vendureCpuMs?: number;
  /** Times Vendure's rate: at least, and aimed at. */
  readonly atLeast: number;
  readonly aim: number;
};

export const elsewhere: Readonly<Record<string, Elsewhere>> = {
  listing: { vendure: [10.7, 10.9], medusa: [2.9, 4.7], vendureCpuMs: 96, atLeast: 100, aim: 300 },
  picker: { vendure: [62.7, 84], medusa: [35, 46], vendureCpuMs: 15.5, atLeast: 20, aim: 50 },
  checkout: { vendure: [6.7, 7.3], medusa: [0.5, 0.84], vendureCpuMs: 212, atLeast: 30, aim: 60 },
  'stock-writes': { vendure: [151, 1189], medusa: [532, 1401], atLeast: 100, aim: 200 },
};
