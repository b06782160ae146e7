import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type ExitsConfig, noExits, readExits } from './config.ts';
import { createExits, type Exits, type ExitsOptions } from './exits.ts';

/** How long a kill switch takes at most. */
const usualLookMs = 2000;

export type ExitsFileOptions = ExitsOptions & {
  /** Variables the file may name as secrets. */
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** The file is looked at this often. */
  readonly lookEveryMs?: number;
  /** The file was changed into something that cannot be used: the settings before stay. */
  readonly onBadFile: (error: unknown) => void;
};

/** Opens the exits of a file and follows its changes; none without a file. Throws when the file cannot be used. */
export async function openExits(file: string | undefined, options: ExitsFileOptions): Promise<Exits> {
  if (!file) return createExits(noExits, options);
  const read = async (): Promise<ExitsConfig> => readExits(await readFile(file, 'utf8'), options.secrets);
  const exits = createExits(await read(), options);
  const follow = () => read().then(exits.replace).catch(options.onBadFile);
  watchFile(file, { interval: options.lookEveryMs ?? usualLookMs, persistent: false }, follow);
  return {
    ...exits,
    async close() {
      unwatchFile(file, follow);
      await exits.close();
    },
  };
}
