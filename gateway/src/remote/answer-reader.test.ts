import { describe, expect, it } from 'vitest';
import { AnswerReader } from './answer-reader.ts';
import { longestAnswer } from './pool.ts';

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const text = '{"data":{"name":"Zürich 🙂"}}';
const length = Buffer.byteLength(text);
const bytesOf = (answer: string) => Buffer.from(answer);
const chunk = (piece: Buffer) => Buffer.concat([bytesOf(`${piece.length.toString(16)}\r\n`), piece, bytesOf('\r\n')]);
const chunked = (pieces: readonly Buffer[], end = '0\r\n\r\n') =>
  Buffer.concat([bytesOf(`${ok}transfer-encoding: chunked\r\n\r\n`), ...pieces.map(chunk), bytesOf(end)]);
const halves = [bytesOf(text).subarray(0, 20), bytesOf(text).subarray(20)];

/** Reads what comes in pieces of a size, which are written over once they are taken. */
function read(bytes: Buffer, size = bytes.length) {
  const reader = new AnswerReader();
  let isWhole = false;
  const buffer = Buffer.alloc(size);
  for (let at = 0; at < bytes.length && !isWhole; at += size) {
    const count = bytes.copy(buffer, 0, at, at + size);
    isWhole = reader.take(buffer.subarray(0, count));
  }
  return { reader, isWhole };
}

describe('an answer', () => {
  it.each<[string, Buffer, { isKept?: boolean; keptMs?: number; statusCode?: number; text?: string }]>([
    ['with a length', bytesOf(`${ok}Content-Length: ${length}\r\n\r\n${text}`), {}],
    ['in one chunk', chunked([bytesOf(text)]), {}],
    ['in chunks that cut a letter', chunked(halves), {}],
    ['in chunks with more said of them', chunked(halves, '0;a=b\r\nx-more: yes\r\n\r\n'), {}],
    [
      'after a preliminary one',
      bytesOf(`HTTP/1.1 103 Early\r\nlink: x\r\n\r\n${ok}content-length: ${length}\r\n\r\n${text}`),
      {},
    ],
    [
      'of a connection that ends',
      bytesOf(`${ok}Connection: close\r\ncontent-length: ${length}\r\n\r\n${text}`),
      { isKept: false },
    ],
    [
      'of the older protocol',
      bytesOf(`HTTP/1.0 200 OK\r\ncontent-length: ${length}\r\n\r\n${text}`),
      { isKept: false },
    ],
    [
      'that says how long it is kept',
      bytesOf(`${ok}keep-alive: timeout=5, max=9\r\ncontent-length: ${length}\r\n\r\n${text}`),
      { keptMs: 5000 },
    ],
    [
      'with an error',
      bytesOf(`HTTP/1.1 502 Bad gateway\r\ncontent-length: ${length}\r\n\r\n${text}`),
      { statusCode: 502 },
    ],
    ['without a body', bytesOf('HTTP/1.1 204 No content\r\n\r\n'), { statusCode: 204, text: '' }],
    ['with an empty body', bytesOf(`${ok}content-length: 0\r\n\r\n`), { text: '' }],
  ])('%s is read the same in pieces of any size', (_what, bytes, expected) => {
    for (let size = bytes.length; size > 0; size = Math.floor(size / 1.3)) {
      const { reader, isWhole } = read(bytes, size);
      expect(isWhole).toBe(true);
      const { statusCode, text: said, isKept, keptMs } = reader;
      expect({ statusCode, text: said, isKept, keptMs }).toEqual({ statusCode: 200, text, isKept: true, ...expected });
    }
  });

  it('without a length is whole when the other side ends, and with one is not', () => {
    const open = read(bytesOf(`${ok}\r\n${text}`));
    expect([open.isWhole, open.reader.end(), open.reader.text, open.reader.isKept]).toEqual([false, true, text, false]);
    const cut = read(bytesOf(`${ok}content-length: 100\r\n\r\n${text}`));
    expect([cut.isWhole, cut.reader.end()]).toEqual([false, false]);
    expect(read(chunked(halves, '')).reader.end()).toBe(false);
    expect(new AnswerReader().end()).toBe(false);
  });

  it('that is followed by anything is the last one of its connection', () => {
    const { reader, isWhole } = read(bytesOf(`${ok}content-length: 2\r\n\r\n{}${ok}`));
    expect([isWhole, reader.text, reader.isKept]).toEqual([true, '{}', false]);
    expect(read(Buffer.concat([chunked(halves), bytesOf('x')])).reader.isKept).toBe(false);
  });

  it.each([
    ['two lengths', `${ok}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
    ['a length and chunks', `${ok}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`],
    ['a length that is none', `${ok}content-length: 2, 2\r\n\r\n{}`],
    ['a negative length', `${ok}content-length: -2\r\n\r\n{}`],
    ['an empty length', `${ok}content-length:\r\n\r\n{}`],
    ['a length beyond the limit', `${ok}content-length: ${longestAnswer + 1}\r\n\r\n{}`],
    ['another coding', `${ok}transfer-encoding: gzip, chunked\r\n\r\n{}`],
    ['another protocol', 'HTTP/2 200\r\n\r\n'],
    ['an upgrade', 'HTTP/1.1 101 Switching\r\n\r\n'],
    ['no HTTP', '<<<\r\n\r\n'],
    ['a head without end', `${ok}x: ${'y'.repeat(20_000)}`],
    ['a chunk without size', `${ok}transfer-encoding: chunked\r\n\r\nxyz\r\n`],
    ['a chunk of another size', `${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}}\r\n`],
    ['a size without end', `${ok}transfer-encoding: chunked\r\n\r\n${'0'.repeat(2000)}`],
    ['a chunk beyond the limit', `${ok}transfer-encoding: chunked\r\n\r\n${'f'.repeat(9)}\r\n`],
    ['trailers without end', `${ok}transfer-encoding: chunked\r\n\r\n0\r\n${'a: b\r\n'.repeat(5000)}`],
  ])('with %s is none', (_what, answer) => {
    expect(() => read(bytesOf(answer))).toThrow();
    expect(() => read(bytesOf(answer), 7)).toThrow();
  });

  it('is not collected beyond the limit, however it comes', () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const endless = new AnswerReader();
    endless.take(bytesOf(`${ok}\r\n`));
    const inChunks = new AnswerReader();
    inChunks.take(bytesOf(`${ok}transfer-encoding: chunked\r\n\r\n`));
    for (let size = piece.length; size <= longestAnswer; size += piece.length) {
      endless.take(piece);
      inChunks.take(chunk(piece));
    }
    expect(() => endless.take(piece)).toThrow('more than');
    expect(() => inChunks.take(chunk(piece))).toThrow('more than');
  });
});
