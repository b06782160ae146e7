import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** In the process that is profiled: SIGUSR2 begins, the next one ends and writes to the file of this module's `?to=`. */
const file = new URL(import.meta.url).searchParams.get('to') as string;
const session = new Session();
let isRunning = false;
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });

process.on('SIGUSR2', async () => {
  if (!isRunning) {
    isRunning = true;
    await session.post('Profiler.start');
    return;
  }
  isRunning = false;
  const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
  writeFileSync(file, JSON.stringify(profile));
});
