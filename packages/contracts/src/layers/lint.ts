import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type StringValueNode,
  type TypeNode,
} from 'graphql';
import type { Finding, Severity } from '../findings.ts';
import type { SubgraphSource } from '../subgraphs.ts';
import { isOwnersDefinition } from './owned-entity.ts';

type Named = {
  readonly name: { readonly value: string };
  readonly description?: StringValueNode;
  readonly directives?: readonly ConstDirectiveNode[];
};
type Tell = (coordinate: string, message: string, severity?: Severity) => void;

const pascal = /^[A-Z][A-Za-z0-9]*$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const upper = /^[A-Z][A-Z0-9_]*$/;

/** What an SDL file must hold to by itself: words, names, where tags stand, sizes of lists, codes of mutations. */
export function lint(subgraphs: readonly SubgraphSource[]): Finding[] {
  return subgraphs.flatMap(({ name, document }) => {
    const findings: Finding[] = [];
    const tell: Tell = (coordinate, message, severity = 'error') =>
      findings.push({ layer: 'lint', severity, subject: `${name}: ${coordinate}`, message });
    const entities = new Set(document.definitions.filter(isOwnEntity).map((node) => (node as Named).name.value));
    for (const node of document.definitions) lintDefinition(node, entities, tell);
    return findings;
  });
}

const has = ({ directives = [] }: Pick<Named, 'directives'>, name: string) =>
  directives.some((directive) => directive.name.value === name);

/** A reference to somebody else's entity carries its key, what is `@external`, and what it adds. */
const isOwnEntity = (node: DefinitionNode): boolean =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION && has(node, 'key') && isOwnersDefinition(node, keysOf(node));

/** Names in the fields of a type's `@key`. */
const keysOf = ({ directives = [] }: Named): ReadonlySet<string> =>
  new Set(
    directives
      .filter(({ name }) => name.value === 'key')
      .flatMap(({ arguments: [fields] = [] }) =>
        (fields?.value.kind === Kind.STRING ? fields.value.value : '').split(/\W+/),
      ),
  );

const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

function lintDefinition(node: DefinitionNode, entities: ReadonlySet<string>, tell: Tell): void {
  if (!('name' in node) || !node.name || node.kind === Kind.DIRECTIVE_DEFINITION) return;
  const type = node.name.value;
  const keys = keysOf(node as Named);
  const isReference = has(node as Named, 'key') && !entities.has(type);
  if (!pascal.test(type)) tell(type, 'A type is named in PascalCase.');
  if (!isReference && !rootTypes.has(type)) described(node as Named, type, tell);
  if (entities.has(type) && has(node as Named, 'tag')) {
    tell(type, 'An entity is tagged field by field: a tag on the type opens every field to come.');
  }
  if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
    for (const value of node.values ?? []) {
      if (!upper.test(value.name.value)) tell(`${type}.${value.name.value}`, 'An enum value is named in UPPER_CASE.');
      described(value, `${type}.${value.name.value}`, tell);
    }
  }
  if (!('fields' in node)) return;
  for (const field of node.fields ?? []) {
    const coordinate = `${type}.${field.name.value}`;
    if (!camel.test(field.name.value)) tell(coordinate, 'A field is named in camelCase.');
    if (!isReference || !(has(field, 'external') || keys.has(field.name.value))) described(field, coordinate, tell);
    if (field.kind !== Kind.FIELD_DEFINITION) continue;
    lintOutput(type, field, entities, tell);
  }
}

function described({ description }: Named, coordinate: string, tell: Tell): void {
  if (!description?.value.trim()) tell(coordinate, 'It has no description.');
}

function lintOutput(type: string, field: FieldDefinitionNode, entities: ReadonlySet<string>, tell: Tell): void {
  const coordinate = `${type}.${field.name.value}`;
  for (const arg of field.arguments ?? []) {
    // What a mutation's one argument is, the mutation says.
    if (arg.name.value !== 'input') described(arg, `${coordinate}(${arg.name.value}:)`, tell);
    if (!camel.test(arg.name.value)) tell(`${coordinate}(${arg.name.value}:)`, 'An argument is named in camelCase.');
  }
  const item = namedType(field.type);
  if (!has(field, 'listSize') && /Connection$/.test(item)) tell(coordinate, 'A connection has a @listSize.');
  const isConnectionPart = /(Connection|Edge)$/.test(type);
  if (!has(field, 'listSize') && isList(field.type) && entities.has(item) && !isConnectionPart) {
    tell(coordinate, 'A list of entities has a @listSize, or it counts as five.', 'warning');
  }
  if (type === 'Mutation' && !/\b[A-Z]+_[A-Z_]+\b|\bno errors\b/i.test(field.description?.value ?? '')) {
    tell(coordinate, "A mutation's description lists its codes.", has(field, 'inaccessible') ? 'info' : 'warning');
  }
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
