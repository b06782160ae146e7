import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';

/** What GraphQL itself refuses before a mutation is asked: a flag or a word of a list can be nothing else. */
const isClosed = (type: GraphQLInputType) => isEnumType(getNamedType(type)) || String(getNamedType(type)) === 'Boolean';

/** Every field of every mutation's input that a caller may get wrong, such as `reserveStock lines.*.sku`. */
export function openFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
    args.flatMap(({ type }) => fieldsOf(type).map((path) => `${name} ${path.join('.')}`)),
  );
}

function fieldsOf(type: GraphQLInputType, path: readonly string[] = []): (readonly string[])[] {
  if (isListType(getNullableType(type))) {
    const items = fieldsOf((getNullableType(type) as { ofType: GraphQLInputType }).ofType, [...path, '*']);
    return isEnumType(getNamedType(type)) ? [path] : [path, ...items];
  }
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((field) => fieldsOf(field.type, [...path, field.name]));
  }
  return isClosed(type) ? [] : [path];
}

/** Fields that no value makes wrong, and why. */
export const neverWrong: Readonly<Record<string, string>> = {
  'stopStockWatch channelId': 'what nobody watches is not watched already',
  'recordExpectedReceipts receipts.*.expectedAt': 'any moment; one that passed is no longer promised',
  'shipTransferOrder expectedAt': 'any moment; one that passed is no longer promised',
  'issueAllocatedStock occurredAt': 'the service that says so has shipped it',
  'receiveTransferredStock occurredAt': 'the service that says so has received it',
  'allocateOrder revision': 'any number; one that was allocated is answered as before',
  'releaseOrderAllocation revision': 'any number; what is newer stays',
  'receiveTransferredStock revision': 'any number; it names what is kept',
  'releaseOrderAllocation orderLineIds': 'lines of which nothing is held give nothing back',
  'releaseOrderAllocation orderLineIds.*': 'lines of which nothing is held give nothing back',
  'releaseOrderAllocation reductions': 'lines of which nothing is held give nothing back',
  'releaseOrderAllocation reductions.*.orderLineId': 'lines of which nothing is held give nothing back',
  'createProtectionRule validFrom': 'any moment; its fault is told at `validTo`, which it must lie before',
  'updateProtectionRule validFrom': 'any moment; its fault is told at `validTo`, which it must lie before',
  'promiseExpectedStock lines.*.locationId':
    'a location where nothing comes is told at `quantity`: none can be promised',
  'allocateOrder channelId': 'told at the location that does not serve it',
  'promiseExpectedStock channelId': 'told at `quantity`: none can be promised',
  'approveCountTask rejectedSkus': 'none, or any of those that wait',
  'appendStockSnapshot rows.*.sku': 'a bad row is kept as such and told among `rejectedRows`',
  'appendStockSnapshot rows.*.onHand': 'a bad row is kept as such and told among `rejectedRows`',
  'appendStockSnapshot rows.*.blocked': 'a bad row is kept as such and told among `rejectedRows`',
};
