import { countOf, type Finding, type LayerName } from '../findings.ts';

const words = { error: 'BREAKS', warning: 'may break', info: 'note' } as const;
const longestShown = 40;

/** A table of layers, and below it what each found, for people. */
export function tableOf(layers: readonly LayerName[], findings: readonly Finding[]): string {
  const rows = layers.map((layer) => {
    const own = findings.filter((finding) => finding.layer === layer);
    const counts = (['error', 'warning', 'info'] as const).map((severity) =>
      String(countOf(own, severity)).padStart(8),
    );
    return `${layer.padEnd(18)}${counts.join('')}`;
  });
  const head = `${'layer'.padEnd(18)}${['errors', 'warnings', 'notes']
    .map((word) => word.padStart(9))
    .join('')
    .slice(1)}`;
  const told = layers.flatMap((layer) => detailsOf(findings.filter((finding) => finding.layer === layer)));
  return [head, ...rows, ...(told.length > 0 ? ['', ...told] : [])].join('\n');
}

function detailsOf(findings: readonly Finding[]): string[] {
  const lines = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ layer, severity, subject, message }) => `${words[severity]}  [${layer}] ${subject}: ${message}`);
  const rest = lines.length - longestShown;
  return rest > 0 ? [...lines.slice(0, longestShown), `… and ${rest} more of this layer; --json tells all`] : lines;
}

/** 2 when something breaks, 1 when something may and `isStrict`, else 0. */
export function exitCodeOf(findings: readonly Finding[], isStrict: boolean): number {
  if (countOf(findings, 'error') > 0) return 2;
  return isStrict && countOf(findings, 'warning') > 0 ? 1 : 0;
}
