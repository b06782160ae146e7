import {
  type CompositeType,
  isObjectType,
  isSubtype,
  type ObjectType,
  type Selection,
  type SelectionSet,
  type Type,
  Variable,
} from '@apollo/federation-internals';
import type { Conditions } from './conditions.ts';
import { Unsupported } from './unsupported.ts';

/** A condition in JavaScript, over `f`, the flags; an empty one always holds. */
type Condition = string;

/** A field of the answer: where several selections ask for it, their inner ones follow each other. */
export type Selected = {
  readonly responseName: string;
  readonly isTypename: boolean;
  readonly type: Type;
  readonly condition: Condition;
  readonly inner: readonly SelectionSet[];
};

export type Collected = {
  readonly fields: readonly Selected[];
  /** Apollo's executor reads the selections differently when an object does not name its type. */
  readonly needsTypename: boolean;
};

/**
 * The fields of one object type in the order in which Apollo's executor writes them, which with fragments is not quite
 * the order of the specification. Throws `Unsupported` where that order depends on a variable.
 */
export function collectFields(type: ObjectType, sets: readonly SelectionSet[], conditions: Conditions): Collected {
  const fields = new Map<string, Selected>();
  let needsTypename = false;

  function visit(set: SelectionSet, parent: CompositeType, outer: Condition) {
    for (const selection of set.selections()) {
      const own = conditionOf(selection, conditions);
      if (own === 'never') continue;
      const condition = both(outer, own);
      if (selection.kind === 'FieldSelection') {
        const selected = selectedBy(selection, condition);
        needsTypename ||= selected.isTypename && !isObjectType(parent);
        fields.set(selected.responseName, merged(fields.get(selected.responseName), selected));
        continue;
      }
      const { typeCondition = undefined } = selection.element;
      const applies = !typeCondition || isSubtype(typeCondition, type);
      needsTypename ||= applies !== (!typeCondition || isSubtype(typeCondition, parent));
      if (applies) visit(selection.selectionSet, typeCondition ?? parent, condition);
    }
  }
  for (const set of sets) visit(set, type, '');
  return { fields: [...fields.values()], needsTypename };
}

const both = (one: Condition, other: Condition) => (one && other ? `${one} && ${other}` : one || other);

function selectedBy(selection: Selection & { kind: 'FieldSelection' }, condition: Condition): Selected {
  const field = selection.element;
  const responseName = field.responseName();
  // Names that every object already has would need care at each step; nobody asks for them.
  if (responseName in Object.prototype) throw new Unsupported(responseName);
  // What is said there is taken for the type's name by Apollo's executor.
  if (responseName === '__typename' && field.name !== '__typename') throw new Unsupported('an alias __typename');
  if (field.name === '__schema' || field.name === '__type') throw new Unsupported('introspection');
  return {
    responseName,
    isTypename: field.name === '__typename',
    type: field.definition.type as Type,
    condition,
    inner: selection.selectionSet ? [selection.selectionSet] : [],
  };
}

function merged(known: Selected | undefined, again: Selected): Selected {
  if (!known) return again;
  const isLeaf = known.inner.length === 0;
  // A leaf that is there in any case is there once.
  const isSettled = known.condition === '' && (isLeaf || again.condition === '');
  if (!isSettled || String(known.type) !== String(again.type)) {
    throw new Unsupported(`selections of ${known.responseName} that depend on each other`);
  }
  return { ...known, inner: [...known.inner, ...again.inner] };
}

function conditionOf({ element }: Selection, conditions: Conditions): Condition {
  const parts: string[] = [];
  for (const directive of element.appliedDirectives) {
    const wanted = directive.name === 'include';
    if (!wanted && directive.name !== 'skip') throw new Unsupported(`@${directive.name}`);
    const value: unknown = directive.arguments().if;
    if (value instanceof Variable) parts.push(`${wanted ? '' : '!'}f[${conditions.flagOf(value.name)}]`);
    else if (value !== wanted) return 'never';
  }
  return parts.join(' && ');
}
