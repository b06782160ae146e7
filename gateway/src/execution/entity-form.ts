import {
  baseType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type ObjectType,
  type Operation,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { EntityTexts, type TextsWanted } from '@passerelle/server';
import { type FieldNode, Kind, parse, type SelectionNode } from 'graphql';
import { AnswerForm } from './answer-form.ts';
import type { Conditions } from './conditions.ts';
import { membersForm } from './forms.ts';
import { collectFields, type Selected } from './selections.ts';
import { Unsupported } from './unsupported.ts';

/** Some fields of a fetch that the client asked for in one piece and in the same order. */
export type Run = {
  readonly fields: readonly string[];
  /** Where an entity keeps their text: no text of a subgraph can have such a key. */
  readonly slot: symbol;
};

/**
 * What a fetch says of entities, put in as text: the writer writes it where the fields would stand. Half of a picker's
 * answer of 12 kB is never read.
 */
export type Insert = {
  /** The selections of the objects it is put into. */
  readonly type: ObjectType;
  readonly sets: readonly SelectionSet[];
  readonly runs: readonly Run[];
  /** How that looks as it comes from elsewhere, when it is in one piece. */
  readonly form: AnswerForm | undefined;
  /** What to ask of a subgraph in this process. */
  readonly texts: TextsWanted | undefined;
};

class EntityForm extends AnswerForm {
  readonly #entity: RegExp;

  constructor(entity: string) {
    super();
    this.#entity = new RegExp(`${entity}[,\\]]`, 'y');
  }

  protected match(answer: string): EntityTexts | undefined {
    if (!answer.startsWith(start)) return undefined;
    const entity = this.#entity;
    const members: string[][] = [];
    entity.lastIndex = start.length;
    for (let from = start.length; entity.test(answer); from = entity.lastIndex) {
      members.push([answer.slice(from + 1, entity.lastIndex - 2)]);
      if (answer[entity.lastIndex - 1] === ',') continue;
      return answer.slice(entity.lastIndex) === '}}' ? new EntityTexts(members) : undefined;
    }
    return undefined;
  }
}

const start = '{"data":{"_entities":[';

/**
 * The inserts of a plan, by their fetch. Only of what is asked last, so that nothing is asked by what they say. The rest
 * of a plan is read.
 */
export function insertsOf(
  { node }: QueryPlan,
  operation: Operation,
  conditions: Conditions,
): ReadonlyMap<FetchNode, Insert> {
  const inserts = new Map<FetchNode, Insert>();
  const taken = new Set<string>();
  for (const last of lastOf(node)) {
    if (last.kind !== 'Flatten' || last.node.kind !== 'Fetch') continue;
    const path = last.path.map(String);
    const insert = insertOf(last.node, path, operation, conditions);
    const places = insert?.runs.flatMap(({ fields }) => fields.map((field) => [...path, field].join('.'))) ?? [];
    if (!insert || places.some((place) => taken.has(place))) continue;
    if ([...inserts.values()].some((other) => clash(insert, other))) continue;
    for (const place of places) taken.add(place);
    inserts.set(last.node, insert);
  }
  return inserts;
}

/** Whether the same selections, as of a fragment that is spread twice, would be put in here in other pieces than there. */
function clash(one: Insert, other: Insert): boolean {
  const isSame = one.type === other.type && one.sets.length === other.sets.length;
  if (!isSame || !one.sets.every((set, place) => set === other.sets[place])) return false;
  return one.runs.some(({ slot, fields }) =>
    other.runs.some((each) => each.slot !== slot && each.fields.some((field) => fields.includes(field))),
  );
}

function lastOf(node: QueryPlan['node']): readonly PlanNode[] {
  const last = node?.kind === 'Sequence' ? node.nodes.at(-1) : undefined;
  return last?.kind === 'Parallel' ? last.nodes : last ? [last] : [];
}

function insertOf(
  fetch: FetchNode,
  path: readonly string[],
  operation: Operation,
  conditions: Conditions,
): Insert | undefined {
  const asked = entityFieldsOf(fetch.operation);
  const at = asked && supported(() => selectedAt(operation, path, conditions));
  const runs = at?.type.name === asked?.type ? runsOf(asked?.fields.map(nameOf) ?? [], at?.fields ?? []) : undefined;
  if (!asked || !at || !runs) return undefined;
  const [only, another] = runs;
  const form = only && !another ? supported(() => new EntityForm(membersForm(only, at.type, conditions))) : undefined;
  const texts = supported(() => textsOf(asked.fields, runs, conditions));
  if (!form && !texts) return undefined;
  const named = runs.map((run) => run.map(({ responseName }) => responseName));
  return {
    type: at.type,
    sets: at.sets,
    runs: named.map((fields) => ({ fields, slot: Symbol.for(`${fields}`) })),
    form,
    texts,
  };
}

function supported<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** What is asked, in pieces that the client asked for as they are; undefined when there is something else. */
function runsOf(names: readonly string[], fields: readonly Selected[]): Selected[][] | undefined {
  const runs: Selected[][] = [];
  let last = -1;
  for (const name of names) {
    const place = fields.findIndex(({ responseName }) => responseName === name);
    const field = fields[place];
    if (!field) return undefined;
    if (place === last + 1 && runs.length > 0) runs.at(-1)?.push(field);
    else runs.push([field]);
    last = place;
  }
  return runs;
}

/**
 * How a subgraph in this process may say it: when what it is asked, within too, is what the client asked, in the same order
 * and in any case.
 */
function textsOf(
  asked: readonly FieldNode[],
  runs: readonly (readonly Selected[])[],
  conditions: Conditions,
): TextsWanted | undefined {
  const enums = new Map<string, ReadonlySet<string>>();

  function isSame(nodes: readonly SelectionNode[], fields: readonly Selected[]): boolean {
    return nodes.length === fields.length && nodes.every((node, place) => isSameField(node, fields[place] as Selected));
  }
  function isSameField(node: SelectionNode, { responseName, condition, isTypename, type, inner }: Selected): boolean {
    if (node.kind !== Kind.FIELD || node.directives?.length || nameOf(node) !== responseName || condition) return false;
    if (isTypename) return node.name.value === '__typename';
    const base = baseType(type);
    if (isEnumType(base)) enums.set(base.name, new Set(base.values.map(({ name }) => name)));
    if (!isObjectType(base)) return isEnumType(base) || isScalarType(base);
    const { fields, needsTypename } = collectFields(base, inner, conditions);
    return !needsTypename && isSame(node.selectionSet?.selections ?? [], fields);
  }
  return isSame(asked, runs.flat()) ? { groups: runs.map(({ length }) => length), enums } : undefined;
}

/** What a fetch asks of entities of one type; undefined when there are more types, or conditions. */
function entityFieldsOf(query: string): { readonly type: string; readonly fields: readonly FieldNode[] } | undefined {
  const [operation] = parse(query, { noLocation: true }).definitions;
  const [root] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const [only, another] = root?.kind === Kind.FIELD ? (root.selectionSet?.selections ?? []) : [];
  if (another || only?.kind !== Kind.INLINE_FRAGMENT || !only.typeCondition || only.directives?.length)
    return undefined;
  const { selections } = only.selectionSet;
  const fields = selections.filter((field) => field.kind === Kind.FIELD && !field.directives?.length);
  return fields.length < selections.length
    ? undefined
    : { type: only.typeCondition.name.value, fields: fields as readonly FieldNode[] };
}

const nameOf = ({ alias, name }: FieldNode) => (alias ?? name).value;

type At = { readonly type: ObjectType; readonly sets: readonly SelectionSet[]; readonly fields: readonly Selected[] };

/** What the client asked at a path; undefined when that depends on a type. */
function selectedAt(operation: Operation, path: readonly string[], conditions: Conditions): At | undefined {
  let type: Type | undefined = operation.schema().schemaDefinition.rootType(operation.rootKind);
  let sets: readonly SelectionSet[] = [operation.selectionSet];
  for (const key of path) {
    if (key === '@') {
      if (!type || !isListType(type)) return undefined;
      type = present(type.ofType);
      continue;
    }
    if (!type || !isObjectType(type)) return undefined;
    const field = collectFields(type, sets, conditions).fields.find(({ responseName }) => responseName === key);
    if (!field) return undefined;
    type = present(field.type);
    sets = field.inner;
  }
  return type && isObjectType(type) ? { type, sets, fields: collectFields(type, sets, conditions).fields } : undefined;
}

const present = (type: Type): Type => (isNonNullType(type) ? type.ofType : type);
