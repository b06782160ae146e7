import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Asker, Deployment } from './deployment.ts';

export type UploadAnswer = { readonly status: number; readonly body: Record<string, never> };

/** A file on its way to a door for files, sent no faster than it is taken. */
export type Upload = {
  readonly answer: Promise<UploadAnswer>;
  /** Waits until the network takes more. */
  readonly write: (part: string | Buffer) => Promise<void>;
  readonly end: () => void;
  /** Hangs up in the middle of it. */
  readonly breakOff: () => void;
};

const partner: Asker = { role: 'partner' };

export async function openUpload(
  { url, tokenOf }: Deployment,
  door: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Upload> {
  const sent = request(url + door, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(partner)}`, 'content-type': 'application/x-ndjson', ...headers },
  });
  const answer = (async () => {
    const [response] = await once(sent, 'response');
    return { status: response.statusCode, body: JSON.parse(await text(response)) };
  })();
  // Who hangs up gets no answer, and does not wait for one.
  answer.catch(() => {});
  return {
    answer,
    async write(part) {
      if (!sent.write(part)) await once(sent, 'drain');
    },
    end: () => sent.end(),
    breakOff: () => sent.destroy(),
  };
}

/** Sends a whole file. */
export async function upload(
  deployment: Deployment,
  door: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<UploadAnswer> {
  const opened = await openUpload(deployment, door, headers);
  await opened.write(body);
  opened.end();
  return opened.answer;
}
