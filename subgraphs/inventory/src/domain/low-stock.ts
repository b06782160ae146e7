import { type Connection, type InvalidInput, invalidInput } from '@passerelle/values';

/** Fewer than this is LOW_STOCK where nobody set anything else. */
export const standardThreshold = 5;
export const highestThreshold = 100_000;
/** A channel's thresholds of its own for SKUs are kept in memory. */
export const mostThresholds = 10_000;

/** Below how many units a channel calls its stock low. */
export type ChannelThresholds = {
  readonly standard: number;
  readonly bySku: ReadonlyMap<string, number>;
};

/** By channel; a channel that set nothing is absent. */
export type Thresholds = ReadonlyMap<string, ChannelThresholds>;

/** A threshold somebody set; `sku` null for the whole channel. */
export type Threshold = {
  readonly channelId: string;
  readonly sku: string | null;
  readonly units: number;
  readonly setBy: string;
  readonly setAt: Date;
};

export type ThresholdPage = Connection<Threshold>;

export const thresholdOf = (thresholds: ChannelThresholds | undefined, sku: string): number =>
  thresholds?.bySku.get(sku) ?? thresholds?.standard ?? standardThreshold;

export function toThresholds(given: readonly Threshold[]): Thresholds {
  return new Map(
    [...Map.groupBy(given, ({ channelId }) => channelId)].map(([channelId, own]) => [
      channelId,
      {
        standard: own.find(({ sku }) => sku === null)?.units ?? standardThreshold,
        bySku: new Map(own.flatMap(({ sku, units }) => (sku === null ? [] : [[sku, units] as const]))),
      },
    ]),
  );
}

export const checkThreshold = (units: number): readonly InvalidInput[] =>
  units >= 0 && units <= highestThreshold
    ? []
    : [invalidInput(['quantity'], `A threshold is 0 to ${highestThreshold} units, or null for none of its own.`)];
