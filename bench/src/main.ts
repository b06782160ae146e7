import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import { machine } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    'warm-up': { type: 'string', default: '3' },
    million: { type: 'boolean', default: false },
    'data-dir': { type: 'string', default: '.data/bench' },
  },
});
const plan = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  warmUpSeconds: Number(values['warm-up']),
};

const [first = 'product'] = positionals;
const isBench = Object.hasOwn(benches, first);
const name = isBench ? first : 'product';
const names = isBench ? positionals.slice(1) : positionals;
const results = await benches[name]?.({
  plan,
  names,
  isMillion: values.million,
  dataDir: values['data-dir'],
  pathText: process.env.PATH,
  tell: (text) => console.log(text),
});
const file = path.join('.data/bench-results', `${name}-${new Date().toISOString().replaceAll(':', '-')}.json`);
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, JSON.stringify({ machine: machine(), plan, results }, null, 2));
console.log(`written to ${file}`);
process.exit(0);
