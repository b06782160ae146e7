import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { EntityTexts, type TextsWanted, unusual } from '@passerelle/server';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import { type AnswerForm, WholeText } from './answer-form.ts';
import type { Conditions, Flags } from './conditions.ts';
import type { Insert } from './entity-form.ts';
import { isTree, type Journal, merge, type Tree } from './merge.ts';
import { type Represent, representationOf } from './representations.ts';
import { Unsupported } from './unsupported.ts';

export type SubgraphRequest = {
  readonly query: string;
  readonly variables: Tree;
  readonly operationName: string | undefined;
  /** The same for each request of a fetch, made once. */
  readonly prepared?: Prepared;
};

export type Prepared = {
  /** The JSON text of a request up to the value of its variables, which come last. */
  readonly head: string;
  /** Of an answer that can be left as text. */
  readonly form?: AnswerForm | undefined;
  /** As what a subgraph of this process may answer. */
  readonly texts?: TextsWanted | undefined;
};

export const headOf = (query: string, operationName: string | undefined): string =>
  `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;

/** Asks a subgraph; an answer that is there at once comes without a promise. */
export type Ask = (
  service: string,
  request: SubgraphRequest,
) => FormattedExecutionResult | Promise<FormattedExecutionResult>;

/** One execution of a plan. */
export type Run = {
  readonly ask: Ask;
  readonly variables: Readonly<Tree>;
  readonly flags: Flags;
  data: Tree | undefined;
  /** All of `data`, when it needs no writing. */
  text: string | undefined;
  /** False as soon as an answer is not what a healthy subgraph gives: nothing more is asked then. */
  isClean: boolean;
  readonly journal: Journal;
};

/** Undefined when it is done already: a promise is only made where something waits. */
export type Step = (run: Run) => Promise<void> | undefined;

type Compiler = {
  readonly schema: GraphQLSchema;
  readonly conditions: Conditions;
  /** How the answer to the whole operation looks when all is plain. */
  readonly form?: AnswerForm | undefined;
  /** What is put into the answer as text. */
  readonly inserts: ReadonlyMap<FetchNode, Insert>;
};

/** Compiles a plan to steps; throws `Unsupported` where it holds what only Apollo's executor does. */
export function compilePlan({ node }: QueryPlan, compiler: Compiler): Step {
  if (!node) return () => undefined;
  if (node.kind === 'Subscription') throw new Unsupported(node.kind);
  if (node.kind === 'Fetch' && !node.requires) return rootFetch(node, compiler.form);
  return stepOf(node, compiler);
}

function stepOf(node: PlanNode, compiler: Compiler): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((each) => stepOf(each, compiler)));
    case 'Parallel':
      return parallel(node.nodes.map((each) => stepOf(each, compiler)));
    case 'Fetch':
      if (node.requires) throw new Unsupported('entities at the root');
      return rootFetch(node);
    case 'Flatten':
      if (node.node.kind !== 'Fetch') throw new Unsupported(`${node.node.kind} within Flatten`);
      return entityFetch(node.node, node.path.map(String), compiler);
    case 'Condition': {
      const flag = compiler.conditions.flagOf(node.condition);
      const yes = node.ifClause && stepOf(node.ifClause, compiler);
      const no = node.elseClause && stepOf(node.elseClause, compiler);
      return (run) => (run.flags[flag] ? yes : no)?.(run);
    }
    default:
      throw new Unsupported(node.kind);
  }
}

function sequence(steps: readonly Step[]): Step {
  const from = (run: Run, first: number): Promise<void> | undefined => {
    for (let place = first; place < steps.length && run.isClean; place++) {
      const pending = (steps[place] as Step)(run);
      if (pending) return pending.then(() => from(run, place + 1));
    }
    return undefined;
  };
  return (run) => from(run, 0);
}

const parallel =
  (steps: readonly Step[]): Step =>
  (run) => {
    const pending: Promise<void>[] = [];
    for (const step of steps) {
      const waits = step(run);
      if (waits) pending.push(waits);
    }
    return pending.length > 1 ? Promise.all(pending).then(() => undefined) : pending[0];
  };

function rootFetch(node: FetchNode, form?: AnswerForm): Step {
  const requestOf = requestFor(node, form);
  const receive = (run: Run, answer: FormattedExecutionResult) => {
    if (answer instanceof WholeText) {
      run.text = answer.text;
      return;
    }
    const { data } = answer;
    if (!isTree(data)) run.isClean = false;
    else if (run.data === undefined) run.data = data;
    else if (!merge(run.data, data, run.journal)) run.isClean = false;
  };
  return (run) => send(run, node.serviceName, requestOf(run, {}), receive);
}

function entityFetch(node: FetchNode, path: readonly string[], { schema, inserts }: Compiler): Step {
  if (!node.requires) throw new Unsupported('a root fetch within Flatten');
  const insert = inserts.get(node);
  const requestOf = requestFor(node, insert?.form, insert?.texts);
  const { represent, identify } = representationOf(node.requires, schema);
  return (run) => {
    const found: Tree[] = [];
    if (!find(run.data, path, 0, found)) run.isClean = false;
    // Equal representations are sent once: 60 instead of 720 for 12 products in 60 stores.
    const representations: Tree[] = [];
    const places = new Map<unknown, number>();
    const entities: Tree[] = [];
    const placeOf: number[] = [];
    for (const entity of run.isClean ? found : []) {
      const representation = attempt(represent, entity);
      if (representation === undefined) run.isClean = false;
      if (!representation) continue;
      const identity = identify(entity, representation);
      let place = places.get(identity);
      if (place === undefined) {
        place = representations.push(representation) - 1;
        places.set(identity, place);
      }
      entities.push(entity);
      placeOf.push(place);
    }
    if (representations.length === 0 || !run.isClean) return undefined;
    const request = requestOf(run, { representations });
    return send(run, node.serviceName, request, (_, answer) => {
      const isText = insert !== undefined && answer instanceof EntityTexts;
      const answered = isText ? answer.members : answer.data?._entities;
      run.isClean &&= Array.isArray(answered) && answered.length === representations.length;
      for (let index = 0; run.isClean && index < entities.length; index++) {
        const entity = entities[index] as Tree;
        const said = (answered as unknown[])[placeOf[index] as number];
        if (said === null) continue;
        if (isText) run.isClean = put(entity, insert, said as readonly string[], run.journal);
        else run.isClean = isTree(said) && merge(entity, said, run.journal);
      }
    });
  };
}

/** Undefined where it is for Apollo's executor to say what an entity's representation is. */
function attempt(represent: Represent, entity: Tree): Tree | null | undefined {
  try {
    return represent(entity);
  } catch (error) {
    if (error === unusual) return undefined;
    throw error;
  }
}

/** False where something is said already: who is right then is for Apollo's executor to say. */
function put(entity: Tree, { runs }: Insert, texts: readonly string[], journal: Journal): boolean {
  for (let place = 0; place < runs.length; place++) {
    const { fields, slot } = runs[place] as Insert['runs'][number];
    for (const field of fields) if (entity[field] !== undefined) return false;
    journal.push(entity, slot, undefined);
    (entity as Record<symbol, unknown>)[slot] = texts[place];
  }
  return true;
}

/** Collects the objects at a path; false when something else is in the way. */
function find(value: unknown, path: readonly string[], depth: number, found: Tree[]): boolean {
  if (value === null || value === undefined) return true;
  const key = path[depth];
  if (Array.isArray(value)) {
    if (key !== undefined && key !== '@') return false;
    for (const each of value) if (!find(each, path, key === undefined ? depth : depth + 1, found)) return false;
    return true;
  }
  if (key === '@' || typeof value !== 'object') return false;
  if (key === undefined) {
    found.push(value as Tree);
    return true;
  }
  return !Object.hasOwn(value, key) || find((value as Tree)[key], path, depth + 1, found);
}

function requestFor(
  node: FetchNode,
  form?: AnswerForm,
  texts?: TextsWanted,
): (run: Run, more: Tree) => SubgraphRequest {
  const { operation: query, operationName, variableUsages = [] } = node;
  const hasRewrites = node.inputRewrites?.length || node.outputRewrites?.length || node.contextRewrites?.length;
  if (hasRewrites) throw new Unsupported('rewrites');
  if (variableUsages.includes('__proto__')) throw new Unsupported('a variable named "__proto__"');
  if (variableUsages.includes('representations')) throw new Unsupported('a variable named "representations"');
  const prepared = { head: headOf(query, operationName), form, texts };
  return (run, more) => {
    const variables: Tree = {};
    for (const name of variableUsages) {
      if (Object.hasOwn(run.variables, name) && run.variables[name] !== undefined)
        variables[name] = run.variables[name];
    }
    if (more.representations) variables.representations = more.representations;
    return { query, variables, operationName, prepared };
  };
}

function send(
  run: Run,
  service: string,
  request: SubgraphRequest,
  receive: (run: Run, answer: FormattedExecutionResult) => void,
): Promise<void> | undefined {
  const accept = (answer: FormattedExecutionResult) => {
    if (answer.errors) run.isClean = false;
    else receive(run, answer);
  };
  const fail = () => {
    run.isClean = false;
  };
  const answer = run.ask(service, request);
  if (answer instanceof Promise) return answer.then(accept).catch(fail);
  accept(answer);
  return undefined;
}
