import {
  isListType,
  isNonNullType,
  isObjectType,
  type ObjectType,
  type Operation,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';
import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { Kind, parse } from 'graphql';
import { AnswerForm, Unread } from './answer-form.ts';
import type { Conditions } from './conditions.ts';
import { membersForm } from './forms.ts';
import { collectFields, type Selected } from './selections.ts';
import { Unsupported } from './unsupported.ts';

/**
 * What a fetch says of entities that the client asked for in one piece and in the same order, put in as text. It is kept
 * at the entity under a name that no field can have, and the writer writes it where the fields would stand. Half of a
 * picker's answer of 12 kB is never read.
 */
export type Insert = {
  /** The selections of the objects it is put into. */
  readonly type: ObjectType;
  readonly sets: readonly SelectionSet[];
  readonly fields: readonly string[];
  /** Where an entity keeps the text. */
  readonly slot: string;
  readonly form: AnswerForm;
};

/** Members of each entity, without the braces around them. */
export class EntityTexts extends Unread {
  readonly members: readonly string[];
  constructor(answer: string, members: readonly string[]) {
    super(answer);
    this.members = members;
  }
}

class EntityForm extends AnswerForm {
  readonly #entity: RegExp;

  constructor(entity: string) {
    super();
    this.#entity = new RegExp(`${entity}[,\\]]`, 'y');
  }

  protected match(answer: string): EntityTexts | undefined {
    if (!answer.startsWith(start)) return undefined;
    const entity = this.#entity;
    const members: string[] = [];
    entity.lastIndex = start.length;
    for (let from = start.length; entity.test(answer); from = entity.lastIndex) {
      members.push(answer.slice(from + 1, entity.lastIndex - 2));
      if (answer[entity.lastIndex - 1] === ',') continue;
      return answer.slice(entity.lastIndex) === '}}' ? new EntityTexts(answer, members) : undefined;
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
    const places = insert?.fields.map((field) => [...path, field].join('.')) ?? [];
    if (!insert || places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    inserts.set(last.node, insert);
  }
  return inserts;
}

function lastOf(node: QueryPlan['node']): readonly PlanNode[] {
  const last = node?.kind === 'Sequence' ? node.nodes.at(-1) : undefined;
  return last?.kind === 'Parallel' ? last.nodes : last ? [last] : [];
}

function insertOf(fetch: FetchNode, path: readonly string[], operation: Operation, conditions: Conditions) {
  const asked = entityFieldsOf(fetch.operation);
  try {
    const at = asked && selectedAt(operation, path, conditions);
    if (!at || at.type.name !== asked.type) return undefined;
    const first = at.fields.findIndex(({ responseName }) => responseName === asked.fields[0]);
    const run = at.fields.slice(first, first + asked.fields.length);
    if (first < 0 || run.map(({ responseName }) => responseName).join() !== asked.fields.join()) return undefined;
    const form = new EntityForm(membersForm(run, at.type, conditions));
    return { type: at.type, sets: at.sets, fields: asked.fields, slot: `#${asked.fields}`, form };
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** What a fetch asks of entities of one type; undefined when there are more types, or conditions. */
function entityFieldsOf(query: string): { readonly type: string; readonly fields: readonly string[] } | undefined {
  const [operation] = parse(query, { noLocation: true }).definitions;
  const [root] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const [only, another] = root?.kind === Kind.FIELD ? (root.selectionSet?.selections ?? []) : [];
  if (another || only?.kind !== Kind.INLINE_FRAGMENT || !only.typeCondition || only.directives?.length)
    return undefined;
  const fields: string[] = [];
  for (const field of only.selectionSet.selections) {
    if (field.kind !== Kind.FIELD || field.directives?.length) return undefined;
    fields.push(field.alias?.value ?? field.name.value);
  }
  return { type: only.typeCondition.name.value, fields };
}

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
