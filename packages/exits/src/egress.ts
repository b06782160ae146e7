import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { ExitFailed } from './failure.ts';

/**
 * Networks no exit is looked for in unless they are listed: this machine, private and shared networks, link-local ones
 * (there cloud machines find their own credentials), multicast and what is reserved (RFC 6890, RFC 4193, RFC 6598).
 */
const internal = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  internal.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  internal.addSubnet(network, prefix, 'ipv6');
}

const kindOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Which addresses exits may have. */
export type Egress = {
  /** Listed ones, and public ones when the call is encrypted. */
  readonly mayReach: (address: string, isEncrypted: boolean) => boolean;
};

/** One listed address or network, `127.0.0.1` or `10.20.0.0/16`; undefined when it is none. */
export function readNetwork(text: string): { readonly address: string; readonly prefix: number } | undefined {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const length = prefix === undefined ? bits : Number(prefix);
  const isGood = isIP(address) !== 0 && more.length === 0 && prefix !== '' && Number.isInteger(length);
  return isGood && length >= 0 && length <= bits ? { address, prefix: length } : undefined;
}

export function createEgress(listed: readonly string[]): Egress {
  const allowed = new BlockList();
  for (const text of listed) {
    const network = readNetwork(text);
    if (network) allowed.addSubnet(network.address, network.prefix, kindOf(network.address));
  }
  return {
    mayReach: (address, isEncrypted) =>
      allowed.check(address, kindOf(address)) || (isEncrypted && !internal.check(address, kindOf(address))),
  };
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up for a connection and answers allowed addresses only: what is checked is what is connected to. */
export const guardedLookup =
  ({ mayReach }: Egress, isEncrypted: boolean) =>
  (name: string, options: LookupOptions, found: Found): void =>
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const allowed = addresses.filter(({ address }) => mayReach(address, isEncrypted));
      const [first] = allowed;
      if (!first) return found(new ExitFailed('NOT_ALLOWED', `${name} is at an address exits must not have.`), []);
      return options.all ? found(null, allowed) : found(null, first.address, first.family);
    });
