import { isUnionType, validateSchema } from 'graphql';
import type { Finding } from '../findings.ts';
import type { Graph } from './graph.ts';

/** Every variant must be a schema, with all members of its unions, and with all that is tagged for it. */
export function variantsLayer({ composed, subgraphs }: Graph): Finding[] {
  if (!composed) return [];
  const findings: Finding[] = [];
  const reached = new Set<string>();
  for (const [variant, schema] of composed.variants) {
    const tell = (subject: string, message: string) =>
      findings.push({ layer: 'variants', severity: 'error', subject: `${variant}: ${subject}`, message });
    // A variant nothing is tagged for is no schema; that it was one before is for the layer of changes to tell.
    const problems = schema.getQueryType() ? validateSchema(schema) : [];
    for (const { message } of problems) tell('schema', message);
    for (const type of Object.values(schema.getTypeMap())) {
      reached.add(`${variant} ${type.name}`);
      if (!isUnionType(type)) continue;
      const whole = composed.api.getType(type.name);
      const shown = new Set(type.getTypes().map(({ name }) => name));
      const hidden = isUnionType(whole) ? whole.getTypes().filter(({ name }) => !shown.has(name)) : [];
      if (hidden.length > 0) tell(type.name, `It hides its member ${hidden.map(String).join(', ')}.`);
    }
  }
  return [...findings, ...unreachable(subgraphs, composed.variants, reached)];
}

/** Types tagged for a variant that no path of the variant leads to. */
function unreachable(
  subgraphs: Graph['subgraphs'],
  schemas: ReadonlyMap<string, unknown>,
  reached: ReadonlySet<string>,
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const node of subgraphs.flatMap(({ document }) => document.definitions)) {
    if (!node.kind.endsWith('TypeDefinition') || !('name' in node) || !node.name || !('directives' in node)) continue;
    for (const directive of node.directives ?? []) {
      const value = directive.name.value === 'tag' ? directive.arguments?.[0]?.value : undefined;
      const variant = value && 'value' in value ? String(value.value) : '';
      const subject = `${variant}: ${node.name.value}`;
      if (!schemas.has(variant) || reached.has(`${variant} ${node.name.value}`)) continue;
      findings.set(subject, { layer: 'variants', severity: 'warning', subject, message: 'No path leads to it.' });
    }
  }
  return [...findings.values()];
}
