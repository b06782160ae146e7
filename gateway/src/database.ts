import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { joinUsers, probeDatabase } from '@passerelle/database';
import { startEmbedded } from '@passerelle/database/embedded';
import { StartError } from '@passerelle/server';
import type { Config } from './config.ts';

export type AdminDatabase = {
  readonly adminUrl: string;
  /** Stops an embedded server, unless another process still uses it. */
  readonly stop: () => Promise<void>;
};

/** The server at `DATABASE_URL`, or the embedded one in the data folder. */
export async function openDatabase({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<AdminDatabase> {
  if (databaseUrl) {
    const problem = await probeDatabase(databaseUrl, { admin: true });
    if (problem) throw new StartError(`DATABASE_URL names a database that cannot be used: ${problem}.`);
    return { adminUrl: databaseUrl, stop: async () => {} };
  }
  const server = await startEmbedded({ dataDir });
  const { leave } = await joinUsers(server.url);
  return { adminUrl: server.url, stop: () => leave(server.stop) };
}

/** Makes the data folder; an unwritable one is the starter's to mend. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartError(`DATA_DIR is ${dataDir}, which cannot be written to (${(error as { code?: string }).code}).`);
  }
}
