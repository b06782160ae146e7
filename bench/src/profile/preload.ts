import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** In the process that is profiled: SIGUSR2 begins, the next one ends and writes to `PROFILE_FILE`. */
const session = new Session();
let isRunning = false;

process.on('SIGUSR2', async () => {
  if (!isRunning) {
    isRunning = true;
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
    return;
  }
  const { profile }: { profile: Profiler.Profile } = await session.post('Profiler.stop');
  writeFileSync(process.env.PROFILE_FILE as string, JSON.stringify(profile));
});
