import { whenLauncherEnds } from './launcher.ts';
import { createLog } from './log.ts';

/** Something the person who starts the program can mend; told in one line, without a stack. */
export class StartError extends Error {
  override readonly name: string = 'StartError';
}

/** A process that has not ended by then is ended. */
const longestStopMs = 10_000;

/**
 * Runs a program until SIGTERM or SIGINT: prints `ready` and where, or announces it otherwise, waits, disposes of what was opened, and exits with
 * 0. A `StartError` is printed as it is and ends the program with 1.
 */
export async function runUntilSignal(
  start: (resources: AsyncDisposableStack) => Promise<string>,
  announce: (url: string) => void = printReady,
): Promise<void> {
  const resources = new AsyncDisposableStack();
  let isEnding = false;

  async function end(code: number) {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(code || 1), longestStopMs).unref();
    await resources.disposeAsync().catch(report);
    process.exit(code);
  }
  process.on('SIGTERM', () => end(0));
  process.on('SIGINT', () => end(0));
  whenLauncherEnds(() => end(0));
  process.on('uncaughtException', (error) => {
    report(error);
    end(1);
  });

  try {
    const url = await start(resources);
    if (!isEnding) announce(url);
  } catch (error) {
    // What fails because everything is being closed is not news.
    if (isEnding) return;
    report(error);
    await end(1);
  }
}

const printReady = (url: string) => void process.stdout.write(`ready ${url}\n`);

/** Runs a program that ends by itself: with 0 when `work` answers true, with 1 when it answers false or throws. */
export async function runOnce(work: (resources: AsyncDisposableStack) => Promise<boolean>): Promise<void> {
  await using resources = new AsyncDisposableStack();
  try {
    if (!(await work(resources))) process.exitCode = 1;
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

function report(error: unknown): void {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else createLog().fatal({ err: error }, 'could not go on');
}
