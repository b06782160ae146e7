import { expect, it } from 'vitest';
import { readWrk } from './drivers.ts';

const printed = (more: string) => `Running 2s test @ http://127.0.0.1:4000/
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     4.02ms    2.00ms  29.15ms   92.13%
    Req/Sec     8.31k     1.21k   10.02k    75.00%
  Latency Distribution
     50%    3.62ms
     75%    4.20ms
     90%  950.00us
     99%    1.20s
  16563 requests in 2.00s, 98.12MB read
${more}Requests/sec:   8272.51
Transfer/sec:     49.00MB
`;

it('reads what wrk printed', () => {
  expect(readWrk(printed(''))).toEqual({ requests: 16_563, rate: 8272.51, p50Ms: 3.62, p99Ms: 1200 });
});

it.each(['  Non-2xx or 3xx responses: 7', '  Socket errors: connect 0, read 3, write 0, timeout 0'])(
  'tells of a fault: %s',
  (line) => {
    expect(readWrk(printed(`${line}\n`)).fault).toBe(line.trim());
  },
);
