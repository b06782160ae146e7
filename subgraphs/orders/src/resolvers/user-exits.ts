import type {
  OrderUserExitResolvers,
  RoutingDecisionResolvers,
  UserExitCallResolvers,
} from '../generated/resolver-types.ts';

export const OrderUserExit: OrderUserExitResolvers = {
  name: ({ point }) => point,
  reasons: ({ reasons }) => reasons.map(({ code }) => code),
};

export const UserExitCall: UserExitCallResolvers = { name: ({ point }) => point };

export const RoutingDecision: RoutingDecisionResolvers = {
  userExits: async ({ id, orderId }, _args, { reads }) =>
    (await reads.exitCallsOfOrder.load(orderId)).filter(({ routingId }) => routingId === id),
};
