import { measurePair } from './gateway.ts';

/** What all checks of the gateway cost a request: the same gateway without and with them, in turns. */
const [rounds = '7', seconds = '3'] = process.argv.slice(2);
const plan = { rounds: Number(rounds), seconds: Number(seconds), warmUpSeconds: Number(seconds) };
const results = await measurePair(plan, { CHECKS: 'off' }, { CHECKS: 'on' });

const shown = (value: number) => value.toPrecision(3);
console.log('| question | without, requests/CPU s | with | checks add |');
console.log('| --- | --- | --- | --- |');
for (const { question, perCpuSecond, ratio } of results) {
  const [without, withThem] = perCpuSecond.map(
    ({ median, min, max }) => `${shown(median)} (${shown(min)}–${shown(max)})`,
  );
  // With / without is how many requests are left: what one costs more is the other way round.
  const added = [ratio.median, ratio.max, ratio.min].map((share) => `${((1 / share - 1) * 100).toFixed(1)} %`);
  console.log(`| ${question} | ${without} | ${withThem} | ${added[0]} (${added[1]}–${added[2]}) |`);
}
process.exit(0);
