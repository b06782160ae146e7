import { HttpError } from '@passerelle/server';

/** Counts what is open, in all and of each client. `take` refuses one too many, and answers how to leave, once. */
export function createSeats({ most, mostOfOne }: { readonly most: number; readonly mostOfOne: number }) {
  const byClient = new Map<string, number>();
  let taken = 0;
  return {
    taken: () => taken,
    take(client: string): () => void {
      const own = byClient.get(client) ?? 0;
      if (taken >= most) {
        throw new HttpError(503, 'All streams are taken right now; try again later.', 'SERVICE_UNAVAILABLE', {
          'retry-after': '10',
        });
      }
      if (own >= mostOfOne) throw new HttpError(429, `A client has at most ${mostOfOne} streams.`, 'RATE_LIMITED');
      byClient.set(client, own + 1);
      taken += 1;
      let isHere = true;
      return () => {
        if (!isHere) return;
        isHere = false;
        taken -= 1;
        const left = (byClient.get(client) ?? 1) - 1;
        if (left === 0) byClient.delete(client);
        else byClient.set(client, left);
      };
    },
  };
}

/** Lets `most` pieces of work run at a time, the others wait in the order they came. */
export function createGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
