import type { IneligibilityReason } from '@passerelle/values';

/** A location chosen for some lines, as kept with the order. */
export type Choice = {
  readonly locationId: string;
  readonly lineIds: string[];
  readonly score: number;
  readonly reasons: string[];
};
/** A location that was weighed and left out; no reason means that a better plan was found without it. */
export type LeftOut = {
  readonly locationId: string;
  readonly reasons: IneligibilityReason[];
  /** Absent in decisions made before scores were kept. */
  readonly score?: number | null;
};

/** One decision on who fulfills what. */
export type Routing = {
  readonly id: string;
  readonly orderId: string;
  readonly revision: number;
  readonly decidedAt: Date;
  readonly strategy: string;
  readonly splitCount: number;
  readonly chosen: Choice[];
  readonly rejected: LeftOut[];
};
