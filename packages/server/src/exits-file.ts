import { type Exits, ExitsConfigError, openExits } from '@passerelle/exits';
import type { Reader } from './env.ts';
import type { Logger } from './log.ts';
import { StartError } from './run.ts';
import { traceHeaders } from './tracing.ts';

export type ExitsSource = {
  /** No exits when left out. */
  readonly file: string | undefined;
  /** Variables the file may name as secrets. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
};

/** `EXITS_FILE`, and the variables it may name. */
export const readExitsSource = (env: Reader, secrets: ExitsSource['secrets']): ExitsSource => ({
  file: env.optional('EXITS_FILE'),
  secrets,
});

/** Opens the exits of `EXITS_FILE` for this process; what is wrong with it ends the start, or later stands in the log. */
export async function openExitsFile({ file, secrets }: ExitsSource, log: Logger): Promise<Exits> {
  const options = {
    secrets,
    trace: traceHeaders,
    onFailure: (failed: object) => log.warn(failed, 'exit fell back'),
    onBadFile: (err: unknown) => log.error({ err, file }, 'EXITS_FILE cannot be used; what it said before holds'),
  };
  return openExits(file, options).catch((error: Error) => {
    const problems = error instanceof ExitsConfigError ? error.problems : [error.message];
    throw new StartError(problems.map((problem) => `EXITS_FILE ${file}: ${problem}`).join('\n'));
  });
}
