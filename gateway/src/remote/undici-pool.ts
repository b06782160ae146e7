import { ServiceError } from '@passerelle/server';
import { type Dispatcher, Pool } from 'undici';
import type { Deadline } from '../deadline.ts';
import { contentHeaders, longestAnswer, mostConnections, type RemoteAnswer, type RemotePool } from './pool.ts';

/** Kept connections by undici: for addresses with TLS, and where our own are switched off. */
export function openUndiciPool(url: string): RemotePool {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  // Each request has its deadline: timers of the pool's own would be others for the same.
  const pool = new Pool(origin, { connections: mostConnections, headersTimeout: 0, bodyTimeout: 0 });
  return {
    post: (headers, body, deadline) =>
      new Promise((resolve, reject) => {
        const request = { method: 'POST', path, headers: [...contentHeaders, ...headers], body };
        pool.dispatch(request, new Receiver(resolve, reject, deadline));
      }),
    close: () => pool.close(),
  };
}

/**
 * Takes an answer as it comes. `pool.request` makes a stream of each and waits for its chunks one by one: with signal and
 * timers left out too, a question and its answer cost 75 to 117 µs instead of 147 to 198.
 */
class Receiver implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: RemoteAnswer) => void;
  readonly #reject: (error: Error) => void;
  readonly #deadline: Deadline;
  #statusCode = 0;
  #size = 0;
  #first: Buffer | undefined;
  #more: Buffer[] | undefined;

  constructor(resolve: (answer: RemoteAnswer) => void, reject: (error: Error) => void, deadline: Deadline) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#deadline = deadline;
  }

  /** When it leaves, which may be later than it was given to the pool. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    const giveUp = () => controller.abort(new ServiceError('took too long'));
    if (this.#deadline.isOver) giveUp();
    else this.#deadline.whenOver(giveUp);
  }

  onResponseStart(_: Dispatcher.DispatchController, statusCode: number): void {
    this.#statusCode = statusCode;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > longestAnswer) {
      controller.abort(new ServiceError(`answered more than ${longestAnswer} bytes`));
    } else if (this.#first) {
      this.#more ??= [this.#first];
      this.#more.push(chunk);
    } else {
      this.#first = chunk;
    }
  }

  onResponseEnd(): void {
    const bytes = this.#more ? Buffer.concat(this.#more) : this.#first;
    this.#resolve({ statusCode: this.#statusCode, text: bytes?.toString('utf8') ?? '' });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}
