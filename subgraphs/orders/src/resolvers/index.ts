import { scalars, UserErrorType } from '@passerelle/server';
import { formatMoney } from '@passerelle/values';
import type { PriceMismatchErrorResolvers } from '../generated/resolver-types.ts';
import {
  FulfillmentOrder,
  FulfillmentOrderLine,
  FulfillmentRejection,
  Location,
  RoutingChoice,
  RoutingRejection,
  Shipment,
  ShipmentLine,
} from './fulfillment-order.ts';
import { ImportedOrder } from './imported.ts';
import { Mutation } from './mutation.ts';
import {
  DeliveryGroup,
  Order,
  OrderEdit,
  OrderForReturn,
  OrderLine,
  OrderLineForReturn,
  OrderPayment,
} from './order.ts';
import { Query } from './query.ts';
import { SimulatedChoice, SourcingStrategy } from './strategy.ts';
import { OrderUserExit, RoutingDecision, UserExitCall } from './user-exits.ts';

const PriceMismatchError: PriceMismatchErrorResolvers = {
  expected: ({ expected }) => formatMoney(expected),
  actual: ({ actual }) => formatMoney(actual),
};

const { DateTime, Decimal, CurrencyCode, CountryCode, Locale, URL } = scalars;

export const resolvers = {
  Query,
  Mutation,
  ImportedOrder,
  Order,
  OrderLine,
  DeliveryGroup,
  OrderPayment,
  OrderEdit,
  OrderForReturn,
  OrderLineForReturn,
  FulfillmentOrder,
  FulfillmentOrderLine,
  FulfillmentRejection,
  RoutingDecision,
  RoutingChoice,
  RoutingRejection,
  OrderUserExit,
  UserExitCall,
  Shipment,
  ShipmentLine,
  SourcingStrategy,
  SimulatedChoice,
  Location,
  PriceMismatchError,
  UserError: UserErrorType,
  PlaceOrderError: UserErrorType,
  ImportOrdersError: UserErrorType,
  PlaceExchangeOrderError: UserErrorType,
  CancelExchangeOrderError: UserErrorType,
  RefundOrderError: UserErrorType,
  EditOrderError: UserErrorType,
  OrderHoldError: UserErrorType,
  CancelOrderError: UserErrorType,
  FulfillmentOrderError: UserErrorType,
  SourcingStrategyError: UserErrorType,
  CompletePickupError: UserErrorType,
  ShipmentEventError: UserErrorType,
  ShipmentError: UserErrorType,
  DateTime,
  Decimal,
  CurrencyCode,
  CountryCode,
  Locale,
  URL,
};
