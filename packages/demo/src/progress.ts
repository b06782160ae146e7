/** Told what a load does; see `terminalProgress` and `noProgress`. */
export type Progress = {
  /** Starts a stage of `total` steps. */
  readonly begin: (title: string, total: number) => void;
  readonly advance: (steps: number) => void;
  /** Ends the stage begun last. */
  readonly end: () => void;
};

export const noProgress: Progress = { begin() {}, advance() {}, end() {} };

type Output = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

const barWidth = 30;
const redrawMs = 80;

/** A bar that fills where somebody watches, one plain line a finished stage where nobody does. */
export function terminalProgress(output: Output = process.stderr, now: () => number = Date.now): Progress {
  let stage = { title: '', total: 0, done: 0, startedAt: 0, drawnAt: 0 };
  const seconds = () => `${((now() - stage.startedAt) / 1000).toFixed(1)} s`;

  function draw() {
    const share = stage.total === 0 ? 1 : Math.min(1, stage.done / stage.total);
    const filled = Math.round(share * barWidth);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    output.write(`\r  ${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${stage.title}`);
    stage.drawnAt = now();
  }
  return {
    begin(title, total) {
      stage = { title, total, done: 0, startedAt: now(), drawnAt: 0 };
      if (output.isTTY) draw();
    },
    advance(steps) {
      stage.done += steps;
      if (output.isTTY && now() - stage.drawnAt >= redrawMs) draw();
    },
    end() {
      if (output.isTTY) {
        stage.done = stage.total;
        draw();
        output.write(`, ${seconds()}\n`);
      } else {
        output.write(`${stage.title}: ${stage.done}, ${seconds()}\n`);
      }
    },
  };
}
