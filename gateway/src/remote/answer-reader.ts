import { ServiceError } from '@passerelle/server';
import { longestAnswer } from './pool.ts';

const endOfHead = Buffer.from('\r\n\r\n');
const lineFeed = 10;
const longestHead = 16 * 1024;
const longestLine = 1024;

/**
 * Reads one HTTP/1.1 answer from the bytes of a connection, in pieces of any size. Strict: what could be understood in
 * two ways throws, and whatever comes after the answer means that the connection is not kept.
 */
export class AnswerReader {
  statusCode = 0;
  text = '';
  /** Whether another question may follow on the connection. */
  isKept = false;
  /** How long the other side keeps it for one, when it says so. */
  keptMs: number | undefined;
  #head: Buffer | undefined;
  #body: Body | undefined;

  /** True when the answer is whole. The bytes may be written over afterwards. */
  take(received: Buffer): boolean {
    let bytes = received;
    while (!this.#body) {
      if (this.#head) bytes = Buffer.concat([this.#head, bytes]);
      const end = bytes.indexOf(endOfHead);
      if (end < 0) {
        if (bytes.length > longestHead) throw new ServiceError('answered with a head too long');
        this.#head = Buffer.from(bytes);
        return false;
      }
      this.#head = undefined;
      this.#readHead(bytes.toString('latin1', 0, end + 2));
      bytes = bytes.subarray(end + endOfHead.length);
    }
    const extra = this.#body.take(bytes);
    if (extra === undefined) return false;
    this.isKept &&= extra === 0;
    this.text = this.#body.text;
    return true;
  }

  /** The other side has ended: true when the answer is whole by that. */
  end(): boolean {
    if (!(this.#body instanceof BodyToTheEnd)) return false;
    this.#body.finish();
    this.text = this.#body.text;
    return true;
  }

  #readHead(head: string): void {
    const status = /^HTTP\/1\.([01]) ([1-5]\d\d)[ \r]/.exec(head);
    if (!status) throw new ServiceError('does not answer in HTTP/1.1');
    this.statusCode = Number(status[2]);
    const said = namedIn(head);
    // What is preliminary has no body; nobody asked for another protocol.
    if (this.statusCode < 200 && this.statusCode !== 101) return;
    this.isKept = status[1] === '1' && !/\bclose\b/i.test(said.connection ?? '');
    const seconds = /\btimeout=(\d{1,6})/i.exec(said['keep-alive'] ?? '')?.[1];
    if (seconds) this.keptMs = Number(seconds) * 1000;
    this.#body = bodyOf(this.statusCode, said);
    if (this.#body instanceof BodyToTheEnd) this.isKept = false;
  }
}

type Said = Partial<Record<'content-length' | 'transfer-encoding' | 'connection' | 'keep-alive', string>>;

function namedIn(head: string): Said {
  const said: Said = {};
  const headers = /\r\n(content-length|transfer-encoding|connection|keep-alive):[ \t]*([^\r\n]*)/gi;
  for (let found = headers.exec(head); found; found = headers.exec(head)) {
    const name = (found[1] as string).toLowerCase() as keyof Said;
    if (said[name] !== undefined && name !== 'connection') throw new ServiceError(`says ${name} twice`);
    said[name] = `${said[name] ?? ''} ${found[2]}`.trim();
  }
  return said;
}

function bodyOf(statusCode: number, said: Said): Body {
  const { 'content-length': length, 'transfer-encoding': coding } = said;
  if (statusCode === 101) throw new ServiceError('answered in another protocol');
  if (length !== undefined && coding !== undefined) throw new ServiceError('says two lengths');
  if (statusCode === 204 || statusCode === 304) return new BodyOfLength(0);
  if (coding !== undefined) {
    if (coding.toLowerCase() !== 'chunked') throw new ServiceError('answered in an unknown coding');
    return new BodyInChunks();
  }
  if (length === undefined) return new BodyToTheEnd();
  if (!/^\d{1,15}$/.test(length)) throw new ServiceError('says no length');
  return new BodyOfLength(Number(length));
}

/** Collects the body. */
abstract class Body {
  text = '';
  #pieces: Buffer[] = [];
  #size = 0;

  /** Bytes that came after the whole body; undefined when it is not whole yet. */
  abstract take(bytes: Buffer): number | undefined;

  protected keep(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > longestAnswer) throw tooLong();
    this.#pieces.push(Buffer.from(bytes));
  }

  finish(): void {
    this.text = Buffer.concat(this.#pieces).toString('utf8');
  }
}

const tooLong = () => new ServiceError(`answered more than ${longestAnswer} bytes`);

class BodyOfLength extends Body {
  readonly #length: number;
  #left: number;

  constructor(length: number) {
    super();
    if (length > longestAnswer) throw tooLong();
    this.#length = length;
    this.#left = length;
  }

  take(bytes: Buffer): number | undefined {
    if (bytes.length >= this.#length && this.#left === this.#length) {
      // All at once, as most answers come: nothing is copied.
      this.text = bytes.toString('utf8', 0, this.#length);
      return bytes.length - this.#length;
    }
    this.keep(bytes.subarray(0, this.#left));
    const extra = bytes.length - this.#left;
    this.#left -= bytes.length;
    if (extra < 0) return undefined;
    this.finish();
    return extra;
  }
}

class BodyToTheEnd extends Body {
  take(bytes: Buffer): undefined {
    this.keep(bytes);
  }
}

class BodyInChunks extends Body {
  #awaits: 'size' | 'end of chunk' | 'trailer' = 'size';
  #left = 0;
  #line = '';
  #trailers = 0;

  take(bytes: Buffer): number | undefined {
    let at = 0;
    while (at < bytes.length) {
      if (this.#left > 0) {
        const piece = bytes.subarray(at, at + this.#left);
        this.keep(piece);
        this.#left -= piece.length;
        at += piece.length;
        continue;
      }
      const end = bytes.indexOf(lineFeed, at);
      this.#line += bytes.toString('latin1', at, end < 0 ? bytes.length : end + 1);
      if (this.#line.length > longestLine) throw new ServiceError('answered in chunks that are none');
      if (end < 0) return undefined;
      at = end + 1;
      if (!this.#isLast(this.#line)) continue;
      this.finish();
      return bytes.length - at;
    }
    return undefined;
  }

  #isLast(line: string): boolean {
    this.#line = '';
    if (this.#awaits === 'size') {
      const size = /^([\da-f]{1,8})[ \t]*(?:;[^\r]*)?\r\n$/i.exec(line)?.[1];
      if (!size) throw new ServiceError('answered in chunks that are none');
      this.#left = Number.parseInt(size, 16);
      this.#awaits = this.#left > 0 ? 'end of chunk' : 'trailer';
      return false;
    }
    if (line === '\r\n') {
      const isLast = this.#awaits === 'trailer';
      this.#awaits = 'size';
      return isLast;
    }
    this.#trailers += line.length;
    const isTrailer = this.#awaits === 'trailer' && line.endsWith('\r\n') && this.#trailers < longestHead;
    if (!isTrailer) throw new ServiceError('answered in chunks that are none');
    return false;
  }
}
