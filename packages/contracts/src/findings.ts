/** The layers of the schema's tests, in the order in which they run. */
export const layerNames = [
  'lint',
  'shared',
  'composition',
  'second-composer',
  'breaking',
  'policy',
  'variants',
  'operations',
  'plans',
  'provider',
  'consumer',
  'outage',
  'projection',
] as const;
export type LayerName = (typeof layerNames)[number];

/** `error` breaks somebody, `warning` may, `info` is told for the record. */
export type Severity = 'error' | 'warning' | 'info';

export type Finding = {
  readonly layer: LayerName;
  readonly severity: Severity;
  /** What it is about: a coordinate, an operation, a variant. */
  readonly subject: string;
  readonly message: string;
};

export const countOf = (findings: readonly Finding[], severity: Severity) =>
  findings.filter((finding) => finding.severity === severity).length;
