import { existsSync, readFileSync } from 'node:fs';

const lookEveryMs = 500;

/**
 * Calls back when the `npx` that started this process has ended. SIGTERM to `npx` ends `npx` and the shell below it, but
 * reaches neither the package manager nor us; without this, `npx pnpm start` could not be stopped by the pid it was
 * started as. Only where `/proc` tells who our ancestors are; does nothing elsewhere.
 */
export function whenLauncherEnds(callback: () => void): void {
  const launcher = findLauncher();
  if (launcher === undefined) return;
  const timer = setInterval(() => {
    if (existsSync(`/proc/${launcher}`)) return;
    clearInterval(timer);
    callback();
  }, lookEveryMs);
  timer.unref();
}

/** The nearest ancestor that calls itself `npm exec …`, as `npx` does. */
function findLauncher(): number | undefined {
  try {
    for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('npm exec')) return pid;
    }
  } catch {
    // No /proc, or an ancestor that has just ended.
  }
  return undefined;
}

const parentOf = (pid: number) =>
  Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
