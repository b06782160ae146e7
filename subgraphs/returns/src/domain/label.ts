import type { Return } from './return.ts';

export type Label = {
  readonly carrier: string;
  readonly url: null;
  readonly qrPayload: string;
  readonly expiresAt: null;
};

/** The label of a parcel: a code the carrier's counter scans. Nobody should send a parcel that waits for review. */
export function labelOf({ carrier, number, status }: Pick<Return, 'carrier' | 'number' | 'status'>): Label | null {
  if (carrier === null || status === 'REQUESTED' || status === 'DECLINED') return null;
  return { carrier, url: null, qrPayload: `passerelle:return:${number}`, expiresAt: null };
}
