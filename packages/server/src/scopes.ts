import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Caller } from './caller.ts';

/** What `@authenticated` and `@requiresScopes` ask for: one of the alternatives in full. */
export type ScopeRule = { readonly coordinate: string; readonly alternatives: readonly (readonly string[])[] };

/** Rules by coordinate: `Order` or `Order.payments`. */
export type ScopeRules = ReadonlyMap<string, ScopeRule>;

type Directed = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | FieldDefinitionNode;

/** Reads the rules out of SDL, a subgraph's or a supergraph's. */
export function readScopeRules(sdl: DocumentNode): ScopeRules {
  const rules = new Map<string, ScopeRule>();
  const note = (coordinate: string, node: Directed) => {
    for (const directive of node.directives ?? []) {
      // Scopes ask for more than a known caller does, whichever stands first.
      if (directive.name.value === 'authenticated' && !rules.has(coordinate)) {
        rules.set(coordinate, { coordinate, alternatives: [[]] });
      }
      if (directive.name.value !== 'requiresScopes') continue;
      const scopes = directive.arguments?.find((argument) => argument.name.value === 'scopes');
      rules.set(coordinate, {
        coordinate,
        alternatives: scopes ? (valueFromASTUntyped(scopes.value) as string[][]) : [],
      });
    }
  };
  for (const definition of sdl.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    note(definition.name.value, definition);
    for (const field of definition.fields ?? []) note(`${definition.name.value}.${field.name.value}`, field);
  }
  return rules;
}

/** The rules a document touches, by the fields it selects and the types it reaches. */
export function rulesOf(schema: GraphQLSchema, document: DocumentNode, rules: ScopeRules): readonly ScopeRule[] {
  const touched = new Set<ScopeRule>();
  const touch = (coordinate: string) => {
    const rule = rules.get(coordinate);
    if (rule) touched.add(rule);
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        touch(`${parent.name}.${field.name}`);
        touch(getNamedType(field.type).name);
      },
      InlineFragment(node) {
        if (node.typeCondition) touch(node.typeCondition.name.value);
      },
      FragmentDefinition(node) {
        touch(node.typeCondition.name.value);
      },
    }),
  );
  return [...touched];
}

/** The first rule the caller does not satisfy. */
export function firstDenied(rules: readonly ScopeRule[], caller: Caller): ScopeRule | undefined {
  return rules.find(
    ({ alternatives }) =>
      caller.kind === 'anonymous' || !alternatives.some((scopes) => scopes.every((scope) => caller.scopes.has(scope))),
  );
}
