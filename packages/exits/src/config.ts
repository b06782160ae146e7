import { isIP } from 'node:net';
import * as v from 'valibot';
import { createEgress, readNetwork } from './egress.ts';
import { integer, list, oneOf, readForm, settings, text } from './form.ts';
import { type PointName, type Policy, pointNames, points } from './points.ts';

const modes = ['LIVE', 'SHADOW', 'OFF'] as const;
/** Asked and followed; asked, compared and ignored; not asked. */
export type Mode = (typeof modes)[number];

export type ExitConfig = {
  readonly url: URL;
  /** Standard Webhooks secrets, `whsec_` and base64; signed with each, so that one can be replaced by another. */
  readonly secrets: readonly string[];
  readonly budgetMs: number;
  readonly onFailure: Policy;
  readonly mode: Mode;
  /** Calls that may run at once. */
  readonly concurrency: number;
  /** Share of calls that are made, 0 to 100; which, depends on the call's id alone. */
  readonly percentage: number;
};

export type ExitsConfig = {
  /** Told to every exit. */
  readonly tenant: string;
  /** Addresses and networks exits may have beside public ones. */
  readonly allowedAddresses: readonly string[];
  readonly exits: ReadonlyMap<PointName, ExitConfig>;
};

/** No exit at all. */
export const noExits: ExitsConfig = { tenant: '', allowedAddresses: [], exits: new Map() };

/** The settings cannot be used; `problems` names each field and what it must be. */
export class ExitsConfigError extends Error {
  override readonly name = 'ExitsConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Where secrets are: variables by name. */
type Secrets = Readonly<Record<string, string | undefined>>;

const network = v.pipe(
  v.string(),
  v.check(
    (value) => readNetwork(value) !== undefined,
    ({ received }) => `must be an address such as 127.0.0.1 or a network such as 10.20.0.0/16, not ${received}.`,
  ),
);

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password;
}
const webAddress = v.pipe(
  v.string(),
  v.check(isWebAddress, 'must be an https or http address without a name or password in it.'),
  v.transform((value) => new URL(value)),
);

/** The name of a variable, read as what is in it. */
const secretIn = (secrets: Secrets) =>
  v.pipe(
    text(128),
    v.rawTransform(({ dataset: { value: name }, addIssue, NEVER }) => {
      const secret = secrets[name];
      if (secret && /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)) return secret;
      const message = secret
        ? `names the variable ${name}, which must hold whsec_ and at least 24 bytes in base64.`
        : `names the variable ${name}, which is not set.`;
      addIssue({ message });
      return NEVER;
    }),
  );

function exitAt(point: PointName, secrets: Secrets) {
  const { policies, onFailure, budgetMs } = points[point];
  const form = settings({
    url: webAddress,
    secretsFrom: list(secretIn(secrets), 1, 2),
    budgetMs: v.nullish(integer(10, 10_000), budgetMs),
    onFailure: v.nullish(oneOf<Policy>(policies), onFailure),
    mode: v.nullish(oneOf(modes), 'LIVE'),
    concurrency: v.nullish(integer(1, 1000), 50),
    percentage: v.nullish(integer(0, 100), 100),
  });
  return v.pipe(
    form,
    v.transform(({ secretsFrom, ...rest }): ExitConfig => ({ ...rest, secrets: secretsFrom })),
  );
}

const exitsIn = (secrets: Secrets) =>
  settings(
    Object.fromEntries(pointNames.map((name) => [name, v.optional(exitAt(name, secrets))])),
    'point of the graph',
  );

/** A name is looked up with each connection; an address is judged here. */
function problemOfAddress(allowed: readonly string[], { url }: ExitConfig): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return undefined;
  if (createEgress(allowed).mayReach(host, url.protocol === 'https:')) return undefined;
  const why = url.protocol === 'https:' ? 'an internal address' : 'reached without encryption';
  return `is ${host}, which is ${why}; list it in allowedAddresses if that is meant.`;
}

/**
 * Reads the settings of exits from JSON. `secrets` are the variables they may name. Throws one `ExitsConfigError` that
 * names every field that is wrong.
 */
export function readExits(json: string, secrets: Secrets): ExitsConfig {
  const form = settings({
    tenant: v.nullish(text(64), 'default'),
    allowedAddresses: v.nullish(list(network, 0, 100), []),
    exits: exitsIn(secrets),
  });
  const read = readForm(form, parse(json));
  if (read.problems) throw new ExitsConfigError(read.problems);

  const exits = new Map(Object.entries(read.value.exits) as [PointName, ExitConfig][]);
  const problems: string[] = [];
  for (const [name, exit] of exits) {
    const problem = problemOfAddress(read.value.allowedAddresses, exit);
    if (problem) problems.push(`exits["${name}"].url ${problem}`);
  }
  if (problems.length > 0) throw new ExitsConfigError(problems);
  return { ...read.value, exits };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ExitsConfigError([`The file is not JSON: ${(error as Error).message}.`]);
  }
}
