import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  validateSchema,
} from 'graphql';
import type { Finding } from '../findings.ts';
import type { Graph } from './graph.ts';

/**
 * Every variant must be a schema, with all members of its unions, with all that is tagged for it, and without keys that
 * filter or sort by a field it does not show.
 */
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
      for (const key of blindKeys(type, schema, composed.api)) {
        tell(
          `${type.name}.${key}`,
          'It tells of a field that is hidden here; tag the field too, or the key for others.',
        );
      }
      if (!isUnionType(type)) continue;
      const whole = composed.api.getType(type.name);
      const shown = new Set(type.getTypes().map(({ name }) => name));
      const hidden = isUnionType(whole) ? whole.getTypes().filter(({ name }) => !shown.has(name)) : [];
      if (hidden.length > 0) tell(type.name, `It hides its member ${hidden.map(String).join(', ')}.`);
    }
  }
  return [...findings, ...unreachable(subgraphs, composed.variants, reached)];
}

/** Keys of `OrderFilter` and `OrderSortField` that are named like fields of `Order` of which the variant shows none. */
function blindKeys(type: GraphQLNamedType, variant: GraphQLSchema, api: GraphQLSchema): string[] {
  const [, name = ''] = /^(\w+?)(?:Filter|SortField)$/.exec(type.name) ?? [];
  const [shown, whole] = [variant.getType(name), api.getType(name)];
  if (!isObjectType(shown) || !isObjectType(whole)) return [];
  return keysOf(type).filter((key) => {
    const fields = namesOf(key).filter((field) => whole.getFields()[field]);
    return fields.length > 0 && !fields.some((field) => shown.getFields()[field]);
  });
}

function keysOf(type: GraphQLNamedType): readonly string[] {
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
}

/** What a field may be called that a key tells of: `channelIds` of `channel` or `channels`, `UPDATED_AT` of `updatedAt`. */
function namesOf(key: string): readonly string[] {
  const isConstant = key === key.toUpperCase();
  const name = isConstant ? key.toLowerCase().replace(/_(\w)/g, (_all, letter) => letter.toUpperCase()) : key;
  return [name, name.replace(/s$/, ''), name.replace(/es$/, ''), name.replace(/Ids?$/, ''), name.replace(/Ids?$/, 's')];
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
