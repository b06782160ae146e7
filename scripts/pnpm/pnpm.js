#!/usr/bin/env node
// `npx pnpm` in this checkout: the version we pin, with one difference. `pnpm token` is pnpm's own command for the
// tokens of a registry; here `pnpm token ROLE` prints a development token. `pnpm token list` and the like stay pnpm's.
// Run by whatever Node the machine has, 20 or newer.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolveInstalledBinary } from 'pnpm/native-binary.mjs';

const registryCommands = new Set(['list', 'ls', 'create', 'revoke', 'rm', 'delete']);
const args = process.argv.slice(2);
const [command, subcommand] = args.filter((arg) => !arg.startsWith('-'));
const isOurs = command === 'token' && !registryCommands.has(subcommand);

const child = spawn(resolveInstalledBinary(), isOurs ? ['run', '--silent', ...args] : args, { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
