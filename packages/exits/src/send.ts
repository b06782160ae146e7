import type { Pool } from 'undici';
import { largestAnswer, readAnswer, type Told } from './answer.ts';
import { ExitFailed, isWorthARetry } from './failure.ts';
import type { PointName } from './points.ts';
import type { SealedAsk } from './request.ts';

export type Sending = {
  readonly pool: Pool;
  readonly path: string;
  readonly point: PointName;
  readonly sealed: SealedAsk;
  /** Aborted when the budget is used up. */
  readonly deadline: AbortSignal;
};

/** Asks, and once more under the same id when the exit was not reached or fell over; never past the deadline. */
export async function send(sending: Sending): Promise<Told> {
  try {
    return await attempt(sending);
  } catch (error) {
    const isLast = !(error instanceof ExitFailed) || !isWorthARetry(error) || sending.deadline.aborted;
    if (isLast) throw error;
    return attempt(sending);
  }
}

async function attempt({ pool, path, point, sealed, deadline }: Sending): Promise<Told> {
  try {
    const { statusCode, body } = await pool.request({ method: 'POST', path, ...sealed, signal: deadline });
    const isGood = statusCode >= 200 && statusCode < 300;
    const text = isGood ? await readBody(body) : '';
    if (isGood) return readAnswer(point, statusCode, text);
    // The connection is kept only when what is left to read is little.
    await body.dump({ limit: largestAnswer, signal: deadline });
    throw failureOf(statusCode);
  } catch (error) {
    if (deadline.aborted) throw new ExitFailed('TIMED_OUT', 'No answer within the budget.');
    if (error instanceof ExitFailed) throw error;
    throw new ExitFailed('UNREACHABLE', (error as Error).message);
  }
}

async function readBody(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop ends the connection: nobody wants the rest.
    if (length > largestAnswer)
      throw new ExitFailed('INVALID_ANSWER', `The answer has more than ${largestAnswer} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failureOf(status: number): ExitFailed {
  if (status >= 500) return new ExitFailed('SERVER_ERROR', `It answered ${status}.`);
  if (status === 429) return new ExitFailed('TOO_MANY_CALLS', 'It answered 429.');
  if (status === 409 || status === 422) return new ExitFailed('CANNOT_JUDGE', `It answered ${status}.`);
  return new ExitFailed('UNEXPECTED_STATUS', `It answered ${status}.`);
}
