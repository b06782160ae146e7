import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Finding } from '../findings.ts';
import type { Baseline, Graph, StoredOperation } from './graph.ts';

/** Clients all of whose operations we know, in production: what none of them uses may change. */
const wholeKnown = new Set(['storefront', 'store-app']);

/** What would break or surprise the clients of each variant, compared with what was published. */
export async function breaking({ composed, operations }: Graph, { apis }: Baseline): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [variant, schema] of composed?.variants ?? []) {
    const published = apis[variant];
    // Nothing was tagged for it.
    if (!published?.trim()) continue;
    const before = buildSchema(published, { assumeValid: true });
    const used = wholeKnown.has(variant)
      ? usedBy(
          before,
          operations.filter(({ client }) => client === variant),
        )
      : undefined;
    for (const { criticality, message, path } of await diff(before, schema)) {
      if (criticality.level === CriticalityLevel.NonBreaking) continue;
      const isBreaking = criticality.level === CriticalityLevel.Breaking;
      const isUnused = isBreaking && used !== undefined && path !== undefined && !used.has(coordinateOf(path));
      findings.push({
        layer: 'breaking',
        severity: isBreaking && !isUnused ? 'error' : 'warning',
        subject: `${variant}: ${path ?? ''}`,
        message: isUnused ? `${message} No stored operation uses it.` : message,
      });
    }
  }
  return findings;
}

/** `Type` or `Type.field` of a path that may go on to an argument. */
const coordinateOf = (path: string) => path.split('.').slice(0, 2).join('.');

/** Types and fields that stored operations depend on; of inputs and enums they reach, all. */
export function usedBy(schema: GraphQLSchema, operations: readonly StoredOperation[]): ReadonlySet<string> {
  const used = new Set<string>();
  const useInput = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    const type = schema.getType(name);
    if (type && 'getValues' in type) for (const value of type.getValues()) used.add(`${name}.${value.name}`);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      used.add(`${name}.${field.name}`);
      useInput(getNamedType(field.type).name);
    }
  };
  for (const { text } of operations) {
    const info = new TypeInfo(schema);
    visit(
      parse(text),
      visitWithTypeInfo(info, {
        Field() {
          const [parent, field] = [info.getParentType(), info.getFieldDef()];
          if (!parent || !field) return;
          used.add(parent.name).add(`${parent.name}.${field.name}`);
          for (const arg of field.args) useInput(getNamedType(arg.type).name);
          const type = getNamedType(field.type);
          used.add(type.name);
          if ('getValues' in type) useInput(type.name);
          if ('getTypes' in type) for (const member of type.getTypes()) used.add(`${type.name}.${member.name}`);
        },
      }),
    );
  }
  return used;
}
