import { scalars, UserErrorType } from '@passerelle/server';
import type { Resolvers } from '../generated/resolver-types.ts';
import { Location, Order, OrderLine } from './entities.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import { Return, ReturnConnection, ReturnInspection, ReturnLine } from './return.ts';

const { DateTime, Decimal, CurrencyCode, URL } = scalars;

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Return,
  ReturnLine,
  ReturnInspection,
  ReturnConnection,
  Order,
  OrderLine,
  Location,
  UserError: UserErrorType,
  CreateReturnError: UserErrorType,
  ReturnError: UserErrorType,
  DateTime,
  Decimal,
  CurrencyCode,
  URL,
};
