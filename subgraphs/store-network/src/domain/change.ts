import type { Connection } from '@passerelle/values';

/** One entry of the audit trail. */
export type NetworkChange = {
  readonly changeNo: number;
  readonly subjectId: string;
  /** Name of the mutation. */
  readonly action: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly input: unknown;
  readonly changedAt: Date;
};

export type ChangePage = Connection<NetworkChange>;
