import { connect, type Socket } from 'node:net';
import { ServiceError } from '@passerelle/server';
import type { Deadline } from '../deadline.ts';
import { AnswerReader } from './answer-reader.ts';
import type { RemoteAnswer } from './pool.ts';

/** A question as it is written, and who waits for its answer. */
export type Exchange = {
  readonly text: string;
  readonly isAscii: boolean;
  readonly deadline: Deadline;
  readonly resolve: (answer: RemoteAnswer) => void;
  readonly reject: (error: Error) => void;
};

/** An idle connection is kept that long unless the other side says otherwise; less than servers usually keep theirs. */
const keptMs = 4000;
/** Before the other side ends it, so that a question does not cross with that. */
const marginMs = 1000;
const longestKeptMs = 600_000;
const readBytes = 32 * 1024;

/** One question at a time, and its answer. */
export class Connection {
  /** Idle, it takes another question until then (`performance.now`). */
  keptUntil = 0;
  readonly #socket: Socket;
  readonly #released: (connection: Connection) => void;
  readonly #ended: (connection: Connection) => void;
  #reader = new AnswerReader();
  #exchange: Exchange | undefined;
  #isEnded = false;

  constructor(
    address: { readonly host: string; readonly port: number },
    released: (connection: Connection) => void,
    ended: (connection: Connection) => void,
  ) {
    this.#released = released;
    this.#ended = ended;
    // Read into one place, from which an answer is decoded at once: no stream, and no buffer for each.
    const buffer = Buffer.allocUnsafeSlow(readBytes);
    const callback = (size: number) => {
      this.#receive(buffer.subarray(0, size));
      return !this.#isEnded;
    };
    this.#socket = connect({ ...address, noDelay: true, onread: { buffer, callback } })
      .on('error', (error) => this.#fail(error))
      .on('close', () => this.#close());
  }

  send(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#reader = new AnswerReader();
    exchange.deadline.whenOver(() => {
      if (this.#exchange === exchange) this.#fail(new ServiceError('took too long'));
    });
    this.#socket.ref();
    this.#socket.write(exchange.text, exchange.isAscii ? 'latin1' : 'utf8');
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#socket.destroy();
    this.#ended(this);
  }

  #receive(bytes: Buffer): void {
    try {
      // What nobody asked for ends it, too.
      if (!this.#exchange) this.end();
      else if (this.#reader.take(bytes)) this.#answer();
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #answer(): void {
    const { statusCode, text, isKept, keptMs: said } = this.#reader;
    const exchange = this.#exchange;
    this.#exchange = undefined;
    // One that is answered before it is read whole would be read as the next question.
    if (isKept && this.#socket.writableLength === 0) {
      const kept = said === undefined ? keptMs : Math.min(said - marginMs, longestKeptMs);
      this.keptUntil = performance.now() + kept;
      this.#socket.unref();
      this.#released(this);
    } else {
      this.end();
    }
    exchange?.resolve({ statusCode, text });
  }

  #fail(error: Error): void {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    this.end();
    exchange?.reject(error);
  }

  #close(): void {
    if (this.#exchange && this.#reader.end()) this.#answer();
    else this.#fail(Object.assign(new ServiceError('closed the connection'), { code: 'ECONNRESET' }));
  }
}
