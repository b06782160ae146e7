import { type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';

/**
 * Whether this definition is the one of the entity's owner. An owner promises fields beyond the key; whoever refers to
 * somebody else's entity adds only what may be missing, so that the entity outlives it.
 */
export const isOwnersDefinition = ({ fields = [] }: ObjectTypeDefinitionNode, keys: ReadonlySet<string>): boolean =>
  fields.some((field) => !keys.has(field.name.value) && isPromised(field));

const isPromised = ({ type, directives = [] }: FieldDefinitionNode) =>
  type.kind === Kind.NON_NULL_TYPE && !directives.some(({ name }) => name.value === 'external');
