import { type ConstDirectiveNode, Kind, print } from 'graphql';
import type { Finding } from '../findings.ts';
import type { SubgraphSource } from '../subgraphs.ts';
import type { Baseline, Policy } from './graph.ts';

/** Tells nothing about who may see, ask or pay. */
const ofNoInterest = new Set(['deprecated', 'specifiedBy', 'link']);

/** Every directive of every coordinate of every subgraph: scopes, tags, cost, list size, keys, requires, cache hints. */
export const policyOf = (subgraphs: readonly SubgraphSource[]): Policy =>
  Object.fromEntries(
    subgraphs.map(({ name, document }) => [name, Object.fromEntries(coordinatesOf(document.definitions))]),
  );

type Node = {
  readonly kind: Kind;
  readonly name?: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[];
  readonly fields?: readonly Node[];
  readonly values?: readonly Node[];
  readonly arguments?: readonly Node[];
};

function* coordinatesOf(definitions: readonly unknown[]): Generator<[string, string[]]> {
  for (const node of definitions as readonly Node[]) {
    if (!node.name || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const type = node.name.value;
    yield [type, directivesOf(node)];
    for (const field of [...(node.fields ?? []), ...(node.values ?? [])]) {
      const coordinate = `${type}.${field.name?.value}`;
      yield [coordinate, directivesOf(field)];
      for (const arg of field.kind === Kind.FIELD_DEFINITION ? (field.arguments ?? []) : []) {
        if (arg.directives?.length) yield [`${coordinate}(${arg.name?.value}:)`, directivesOf(arg)];
      }
    }
  }
}

const directivesOf = ({ directives = [] }: Node): string[] =>
  directives
    .filter(({ name }) => !ofNoInterest.has(name.value))
    .map((directive) => print(directive))
    .sort();

/** Whatever changed in the policy of what was published, and what new coordinates open to the outside. */
export function policy(subgraphs: readonly SubgraphSource[], baseline: Baseline): Finding[] {
  const findings: Finding[] = [];
  for (const [subgraph, coordinates] of Object.entries(policyOf(subgraphs))) {
    const published = baseline.policy[subgraph] ?? {};
    for (const [coordinate, now] of Object.entries(coordinates)) {
      const before = published[coordinate];
      const subject = `${subgraph}: ${coordinate}`;
      const isOpened = now.some((directive) => directive.startsWith('@tag('));
      if (!before) {
        const message = `new: ${now.join(' ')}`;
        if (isOpened) findings.push({ layer: 'policy', severity: 'info', subject, message });
        continue;
      }
      const changes = [
        ...before.filter((directive) => !now.includes(directive)).map((directive) => `lost ${directive}`),
        ...now.filter((directive) => !before.includes(directive)).map((directive) => `got ${directive}`),
      ];
      if (changes.length > 0)
        findings.push({ layer: 'policy', severity: 'error', subject, message: changes.join(', ') });
    }
  }
  return findings;
}
