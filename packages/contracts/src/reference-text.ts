import { readScopeRules, type ScopeRules } from '@passerelle/server';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import type { StoredOperation } from './layers/graph.ts';

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

const cell = (text: string | null | undefined) =>
  (text ?? '')
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');
const anchor = (name: string) => name.toLowerCase();

/** A type as it is written, its name leading to where it is told. */
function linked(type: Field['type']): string {
  const { name } = getNamedType(type);
  const text = String(type).replaceAll('[', '\\[');
  return isSpecifiedScalarType(getNamedType(type)) ? text : text.replace(name, `[${name}](#${anchor(name)})`);
}

/** One API in Markdown: what may be asked and sent, with the scopes it takes, every type, and what its clients send. */
export function referenceOf(
  api: string,
  schema: GraphQLSchema,
  supergraph: DocumentNode,
  examples: readonly Pick<StoredOperation, 'name' | 'text'>[],
): string {
  const rules = readScopeRules(supergraph);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => !!type,
  );
  const others = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.includes(type as never))
    .sort((a, b) => a.name.localeCompare(b.name));
  const kinds: readonly [string, (type: GraphQLNamedType) => boolean][] = [
    ['Types', (type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type)],
    ['Inputs', isInputObjectType],
    ['Enums', isEnumType],
    ['Scalars', isScalarType],
  ];
  return [
    `# ${api}`,
    `Generated from the SDL by \`pnpm reference\`. Served at \`/graphql${api === 'internal' ? '' : `/${api}`}\`.`,
    ...roots.map((type) => typeText(type, rules)),
    ...kinds.flatMap(([title, isOne]) => {
      const found = others.filter(isOne);
      return found.length > 0 ? [`# ${title}`, ...found.map((type) => typeText(type, rules))] : [];
    }),
    ...(examples.length > 0 ? ['# Stored operations'] : []),
    ...examples.map(({ name, text }) => `## Operation ${name}\n\n\`\`\`graphql\n${text.trim()}\n\`\`\``),
    '',
  ].join('\n\n');
}

function typeText(type: GraphQLNamedType, rules: ScopeRules): string {
  const head = `## ${type.name}\n\n${(type.description ?? '').trim()}${scopesOf(type.name, rules)}`;
  if (isUnionType(type)) return `${head}\n\nOne of ${type.getTypes().map(linked).join(', ')}.`;
  if (isEnumType(type)) {
    const rows = type
      .getValues()
      .map((value) => `| \`${value.name}\` | ${cell(value.description)}${deprecated(value)} |`);
    return `${head}\n\n| Value | |\n| --- | --- |\n${rows.join('\n')}`;
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return head;
  const rows = Object.values(type.getFields() as Record<string, Field>).map(
    (field) =>
      `| \`${field.name}\` | ${linked(field.type)} | ${cell(field.description)}${argumentsOf(field)}${deprecated(field)}${scopesOf(`${type.name}.${field.name}`, rules)} |`,
  );
  return `${head}\n\n| Field | Type | |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function argumentsOf(field: Field): string {
  const args = 'args' in field ? field.args : [];
  return args.map((arg) => `<br>\`${arg.name}\`: ${linked(arg.type)}. ${cell(arg.description)}`).join('');
}

const deprecated = ({ deprecationReason }: { readonly deprecationReason?: string | null }) =>
  deprecationReason ? `<br>**Deprecated.** ${cell(deprecationReason)}` : '';

function scopesOf(coordinate: string, rules: ScopeRules): string {
  const rule = rules.get(coordinate);
  if (!rule) return '';
  const ways = rule.alternatives.map((scopes) => scopes.map((scope) => `\`${scope}\``).join(' and ') || 'signed in');
  return ` Needs ${ways.join(' or ')}.`;
}
