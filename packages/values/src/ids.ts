/**
 * Ids say what they are and sort by age: `ord_` + 10 characters of time + 12 random ones (Crockford base 32).
 * The time prefix keeps new rows together in an index.
 */
export const idPrefixes = {
  channel: 'chn',
  location: 'loc',
  closure: 'cls',
  sharingPolicy: 'spl',
  pilot: 'plt',
  level: 'lvl',
  pool: 'pol',
  protectionRule: 'prt',
  reservation: 'rsv',
  snapshot: 'snp',
  countTask: 'cnt',
  movement: 'mov',
  transferOrder: 'tro',
  order: 'ord',
  orderLine: 'oln',
  deliveryGroup: 'dgr',
  payment: 'pay',
  hold: 'hld',
  edit: 'edt',
  changeRequest: 'chr',
  cancellationRequest: 'cnr',
  fulfillmentOrder: 'ful',
  fulfillmentOrderLine: 'fln',
  shipment: 'shp',
  package: 'pkg',
  routing: 'rtg',
  strategy: 'stg',
  return: 'ret',
  returnLine: 'rln',
  returnPolicy: 'rpo',
  returnTransfer: 'rtr',
  returnExtra: 'rex',
  inspection: 'isp',
  refund: 'rfd',
  exchange: 'exc',
  event: 'evt',
} as const;

export type IdKind = keyof typeof idPrefixes;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text;
  return text;
}

/** Random bytes are asked for by the page: an order has twenty ids, and each question costs more than its answer. */
const page = new Uint8Array(4080);
let used = page.length;

function fromPage(bytes: Uint8Array): Uint8Array {
  if (used + bytes.length > page.length) {
    crypto.getRandomValues(page);
    used = 0;
  }
  used += bytes.length;
  return page.subarray(used - bytes.length, used);
}

/** A new id. `random` gives bytes; tests and the demo pass a seeded one. */
export function newId(
  kind: IdKind,
  now: Date = new Date(),
  random: (bytes: Uint8Array) => Uint8Array = fromPage,
): string {
  let tail = '';
  for (const byte of random(new Uint8Array(12))) tail += alphabet[byte & 31];
  return `${idPrefixes[kind]}_${base32(now.getTime(), 10)}${tail}`;
}
