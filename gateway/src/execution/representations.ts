import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { unusual } from '@passerelle/server';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { merge, type Tree } from './merge.ts';
import { Unsupported } from './unsupported.ts';

/** What a subgraph needs to find an entity again; null when the entity lacks some of it. */
export type Represent = (entity: unknown) => Tree | null;

/** Two entities with the same identity have the same representation. */
export type Identify = (entity: Tree, representation: Tree) => unknown;

export type Representation = { readonly represent: Represent; readonly identify: Identify };

/** Compiles the `requires` of a fetch. */
export function representationOf(requires: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): Representation {
  const pick = pickerOf(requires, schema);
  const represent: Represent = (entity) => {
    const picked = pick(entity);
    return picked?.__typename ? picked : null;
  };
  const key = onlyKey(requires, schema);
  // A string key is its own identity: no text is made of representations to compare them.
  return { represent, identify: key ? (entity) => entity[key] : (_, representation) => JSON.stringify(representation) };
}

/** The one key field of one object type; undefined when identity needs more than that. */
function onlyKey(requires: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): string | undefined {
  const [fragment, another] = requires;
  if (another || fragment?.kind !== 'InlineFragment' || !isObjectType(schema.getType(fragment.typeCondition ?? ''))) {
    return undefined;
  }
  const keys = fragment.selections.filter((field) => field.kind !== 'Field' || field.name !== '__typename');
  const [key] = keys;
  const isPlain = keys.length === 1 && key?.kind === 'Field' && !key.alias && !key.selections;
  return isPlain ? key.name : undefined;
}

type Pick = (source: unknown) => Tree | null;

function pickerOf(selections: readonly QueryPlanSelectionNode[], schema: GraphQLSchema): Pick {
  const [only, another] = selections;
  if (!another && only?.kind === 'InlineFragment' && only.typeCondition) {
    const isOfType = typeTest(schema, only.typeCondition);
    const pick = pickerOf(only.selections, schema);
    // Where it does not apply there is an object with nothing, as Apollo's executor has it.
    return (source) => (source === null ? null : isOfType((source as Tree).__typename) ? (pick(source) ?? {}) : {});
  }
  const steps = selections.map((selection) => stepOf(selection, schema));
  return (source) => {
    if (source === null) return null;
    const result: Tree = {};
    for (const step of steps) if (!step(source as Tree, result)) return null;
    return result;
  };
}

type PickStep = (source: Tree, result: Tree) => boolean;

function stepOf(selection: QueryPlanSelectionNode, schema: GraphQLSchema): PickStep {
  if (selection.kind === 'InlineFragment') {
    const { typeCondition } = selection;
    if (!typeCondition) return () => true;
    const isOfType = typeTest(schema, typeCondition);
    const pick = pickerOf(selection.selections, schema);
    return (source, result) => {
      if (!isOfType(source.__typename)) return true;
      const picked = pick(source);
      // What is said twice, and not the same, Apollo's executor puts together.
      if (picked !== null && !merge(result, picked, [])) throw unusual;
      return true;
    };
  }
  const name = selection.alias ?? selection.name;
  if (name in Object.prototype) throw new Unsupported(name);
  const inner = selection.selections && pickerOf(selection.selections, schema);
  return (source, result) => {
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    if (value === undefined) return false;
    if (!inner) result[name] = value;
    else result[name] = Array.isArray(value) ? value.map(inner) : inner(value);
    return true;
  };
}

function typeTest(schema: GraphQLSchema, condition: string): (name: unknown) => boolean {
  const expected = schema.getType(condition);
  return (name) => {
    if (name === condition) return true;
    const type = typeof name === 'string' ? schema.getType(name) : undefined;
    return (
      (isObjectType(type) || isInterfaceType(type)) && isAbstractType(expected) && schema.isSubType(expected, type)
    );
  };
}
