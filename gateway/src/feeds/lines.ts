import { HttpError } from '@passerelle/server';

/** Longer lines are no rows: memory stays bounded whatever is sent. */
export const longestLine = 64 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** One line of an upload, from 1. `bytes` has its line end, as it was sent. */
export type Line = { readonly number: number; readonly bytes: Buffer; readonly text: string };

/**
 * Splits a stream into lines, all that a piece of it ends together, and holds no more than one line beside the chunk at
 * hand. Empty lines are left out.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  for await (const chunk of stream) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const piece = chunk.subarray(from, end + 1);
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      rest = Buffer.alloc(0);
      from = end + 1;
      number++;
      checkLength(bytes.length, number);
      addLine(lines, number, bytes);
    }
    if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
    checkLength(rest.length, number + 1);
    if (lines.length > 0) yield lines;
  }
  const last: Line[] = [];
  addLine(last, number + 1, rest);
  if (last.length > 0) yield last;
}

function addLine(lines: Line[], number: number, bytes: Buffer): void {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === lineFeed || bytes[end - 1] === carriageReturn)) end--;
  if (end > 0) lines.push({ number, bytes, text: bytes.toString('utf8', 0, end) });
}

function checkLength(length: number, number: number): void {
  if (length > longestLine) throw new HttpError(413, `Line ${number} is longer than ${longestLine} bytes.`);
}

/** The fields of one line of CSV (RFC 4180, without line breaks inside fields); undefined when quotes do not match. */
export function fieldsOf(line: string, separator = ','): readonly string[] | undefined {
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at);
      fields.push(line.slice(at, end < 0 ? line.length : end));
      if (end < 0) return fields;
      at = end + 1;
      continue;
    }
    let field = '';
    for (at++; ; at++) {
      const end = line.indexOf('"', at);
      if (end < 0) return undefined;
      field += line.slice(at, end);
      at = end + 1;
      if (line[at] !== '"') break;
      field += '"';
    }
    fields.push(field);
    if (at === line.length) return fields;
    if (line[at] !== separator) return undefined;
    at++;
  }
  return fields;
}
