import { isIP } from 'node:net';
import { type Check, integer, list, object, oneOf, optional, record, text } from './check.ts';
import { createEgress, readNetwork } from './egress.ts';
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

const network: Check<string> = (value, path, note) => {
  if (typeof value === 'string' && readNetwork(value)) return value;
  note(`${path} must be an address such as 127.0.0.1 or a network such as 10.20.0.0/16, not ${JSON.stringify(value)}.`);
  return '';
};

const webAddress: Check<URL> = (value, path, note) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const isGood = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  if (!isGood) note(`${path} must be an https or http address without a name or password in it.`);
  return url ?? new URL('https://unknown.invalid');
};

const secretIn =
  (secrets: Secrets): Check<string> =>
  (value, path, note) => {
    const name = text(128)(value, path, note);
    const secret = name && secrets[name];
    if (name && !secret) note(`${path} names the variable ${name}, which is not set.`);
    else if (name && !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret as string)) {
      note(`${path}: the variable ${name} must hold whsec_ and at least 24 bytes in base64.`);
    }
    return secret ?? '';
  };

const exitOf =
  (name: string, secrets: Secrets): Check<ExitConfig | undefined> =>
  (value, path, note) => {
    if (!Object.hasOwn(points, name)) {
      note(`${path} is no point of the graph; there are ${pointNames.join(', ')}.`);
      return undefined;
    }
    const usual = points[name as PointName];
    const read = object(
      {
        url: webAddress,
        secretsFrom: list(secretIn(secrets), 1, 2),
        budgetMs: optional(integer(10, 10_000)),
        onFailure: optional(oneOf(usual.policies)),
        mode: optional(oneOf(modes)),
        concurrency: optional(integer(1, 1000)),
        percentage: optional(integer(0, 100)),
      },
      { strict: true },
    )(value, path, note);
    if (!read?.secretsFrom) return undefined;
    return {
      url: read.url,
      secrets: read.secretsFrom,
      budgetMs: read.budgetMs ?? usual.budgetMs,
      onFailure: read.onFailure ?? usual.onFailure,
      mode: read.mode ?? 'LIVE',
      concurrency: read.concurrency ?? 50,
      percentage: read.percentage ?? 100,
    };
  };

/** A name is looked up with each connection; an address is judged here. */
function checkAddress(config: ExitsConfig, name: string, { url }: ExitConfig, note: (problem: string) => void): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return;
  if (createEgress(config.allowedAddresses).mayReach(host, url.protocol === 'https:')) return;
  const why = url.protocol === 'https:' ? 'an internal address' : 'reached without encryption';
  note(`exits["${name}"].url: ${host} is ${why}; list it in allowedAddresses if that is meant.`);
}

/**
 * Reads the settings of exits from JSON. `secrets` are the variables they may name. Throws one `ExitsConfigError` that
 * names every field that is wrong.
 */
export function readExits(json: string, secrets: Secrets): ExitsConfig {
  const problems: string[] = [];
  const note = (problem: string) => problems.push(problem);
  const read = object(
    {
      tenant: optional(text(64)),
      allowedAddresses: optional(list(network, 0, 100)),
      exits: record((name) => exitOf(name, secrets)),
    },
    { strict: true },
  )(parse(json), '', note);
  if (problems.length > 0) throw new ExitsConfigError(problems);

  const config = {
    tenant: read.tenant ?? 'default',
    allowedAddresses: read.allowedAddresses ?? [],
    exits: read.exits as ReadonlyMap<PointName, ExitConfig>,
  };
  for (const [name, exit] of config.exits) checkAddress(config, name, exit, note);
  if (problems.length > 0) throw new ExitsConfigError(problems);
  return config;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ExitsConfigError([`The file is not JSON: ${(error as Error).message}.`]);
  }
}
