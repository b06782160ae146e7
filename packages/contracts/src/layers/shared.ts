import { type DefinitionNode, Kind, print } from 'graphql';
import type { Finding } from '../findings.ts';
import type { SubgraphSource } from '../subgraphs.ts';

/** Value types that several subgraphs define must be the same in all, word for word. */
export function shared(subgraphs: readonly SubgraphSource[]): Finding[] {
  const known = new Map<string, { readonly subgraph: string; readonly text: string }>();
  const findings: Finding[] = [];
  for (const { name: subgraph, document } of subgraphs) {
    for (const node of document.definitions) {
      if (!isValueType(node)) continue;
      const type = node.name.value;
      const text = print(node);
      const first = known.get(type);
      if (!first) known.set(type, { subgraph, text });
      else if (first.text !== text) {
        const message = `It is not in ${subgraph} what it is in ${first.subgraph}: ${firstDifference(first.text, text)}`;
        findings.push({ layer: 'shared', severity: 'error', subject: type, message });
      }
    }
  }
  return findings;
}

/** Entities and root types are meant to differ. */
function isValueType(node: DefinitionNode): node is DefinitionNode & { readonly name: { readonly value: string } } {
  if (!node.kind.endsWith('TypeDefinition') || !('name' in node) || !node.name) return false;
  const isEntity = 'directives' in node && node.directives?.some((directive) => directive.name.value === 'key');
  return !isEntity && !['Query', 'Mutation', 'Subscription'].includes(node.name.value) && !isUnion(node);
}

/** A union may have members of its own in each subgraph. */
const isUnion = (node: DefinitionNode) => node.kind === Kind.UNION_TYPE_DEFINITION;

function firstDifference(a: string, b: string): string {
  const [left, right] = [a, b].map((text) => text.split('\n'));
  const index = (left ?? []).findIndex((line, at) => line !== right?.[at]);
  const at = index < 0 ? (left?.length ?? 0) : index;
  return `${left?.[at]?.trim() ?? 'nothing'} / ${right?.[at]?.trim() ?? 'nothing'}`;
}
