import { scalars, UserErrorType } from '@passerelle/server';
import type { Resolvers } from '../generated/resolver-types.ts';
import { Location, Order, OrderLine } from './entities.ts';
import { Mutation } from './mutation.ts';
import { ReturnPolicy, ReturnPolicyTerms } from './policy.ts';
import { Query } from './query.ts';
import { Refund, RefundErrorType } from './refund.ts';
import {
  Exchange,
  Return,
  ReturnConnection,
  ReturnInspection,
  ReturnInspectionLine,
  ReturnLine,
  ReturnPolicyDecision,
  ReturnReceipt,
  ReturnTransfer,
  ReturnUserExit,
} from './return.ts';

const { DateTime, Decimal, CurrencyCode, CountryCode, URL } = scalars;

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Return,
  ReturnLine,
  ReturnInspection,
  ReturnInspectionLine,
  ReturnReceipt,
  ReturnTransfer,
  ReturnUserExit,
  ReturnConnection,
  ReturnPolicyDecision,
  ReturnPolicy,
  ReturnPolicyTerms,
  Order,
  OrderLine,
  Location,
  Refund,
  Exchange,
  ExchangeReturnError: UserErrorType,
  UserError: RefundErrorType,
  RefundReturnError: RefundErrorType,
  CreateReturnError: UserErrorType,
  ReturnError: UserErrorType,
  ResolveReturnExtraError: UserErrorType,
  ReturnPolicyError: UserErrorType,
  DateTime,
  Decimal,
  CurrencyCode,
  CountryCode,
  URL,
};
