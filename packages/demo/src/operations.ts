import { readOperation } from '@passerelle/contracts/operations';

/** What partners and apps send is sent as it is stored; the rest is asked here in the fewest words. */
export const operations = {
  placeOrder: readOperation('storefront', 'Checkout'),
  accept: readOperation('store-app', 'Accept'),
  pick: readOperation('store-app', 'Pick'),
  ship: readOperation('partner', 'WmsShip'),
  carrierEvent: readOperation('partner', 'CarrierEvent'),
  collect: readOperation('store-app', 'Collect'),
  askReturn: readOperation('storefront', 'AskReturn'),
  takeBack: readOperation('store-app', 'TakeBack'),
  inspect: readOperation('store-app', 'Inspect'),
  markReady: /* GraphQL */ `
    mutation Ready($input: MarkReadyForPickupInput!) {
      markReadyForPickup(input: $input) { fulfillmentOrder { id status } userErrors { ... on UserError { code message } } }
    }`,
  reject: /* GraphQL */ `
    mutation Reject($input: RejectFulfillmentOrderInput!) {
      rejectFulfillmentOrder(input: $input) { fulfillmentOrder { id status } userErrors { ... on UserError { code message } } }
    }`,
  cancel: /* GraphQL */ `
    mutation Cancel($input: CancelOrderInput!) {
      cancelOrder(input: $input) { order { id status } userErrors { ... on UserError { code message } } }
    }`,
  approve: /* GraphQL */ `
    mutation Approve($input: ApproveReturnInput!) {
      approveReturn(input: $input) { return { id status version } userErrors { ... on UserError { code message } } }
    }`,
  order: /* GraphQL */ `
    query DemoOrder($id: ID!) {
      order(id: $id) {
        version
        lines { id fulfilledQuantity }
        fulfillmentOrders { id version type status location { id } lines { id quantity } }
      }
    }`,
  work: /* GraphQL */ `
    query DemoWork($id: ID!) { fulfillmentOrder(id: $id) { id version type status location { id } lines { id quantity } } }`,
  return: /* GraphQL */ `
    query DemoReturn($id: ID!) { return(id: $id) { id version status lines { id requestedQuantity } } }`,
};
