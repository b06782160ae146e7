/** Work that looks again and again for what has become due. It must be harmless when several processes do it at once. */
export type Sweep = { readonly everyMs: number; readonly work: () => Promise<void> };

/** Sweeps in this process until stopped, never twice at a time; a sweep that fails is tried again at its next turn. */
export function startSweeps(
  sweeps: Readonly<Record<string, Sweep>>,
  onError: (error: unknown, name: string) => void,
): { stop: () => Promise<void> } {
  const turns = Object.entries(sweeps).map(([name, { everyMs, work }]) => {
    let running: Promise<void> | undefined;
    const timer = setInterval(() => {
      running ??= work()
        .catch((error: unknown) => onError(error, name))
        .finally(() => {
          running = undefined;
        });
    }, everyMs);
    return async () => {
      clearInterval(timer);
      await running;
    };
  });
  return {
    async stop() {
      await Promise.all(turns.map((end) => end()));
    },
  };
}
