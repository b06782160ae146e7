import { scalars, UserErrorType } from '@passerelle/server';
import { Channel, Closure, Location, LocationService, NetworkChange } from './location.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import { rulesTypes } from './rules.ts';

export const resolvers = {
  Query,
  Mutation,
  Location,
  LocationService,
  NetworkChange,
  Channel,
  Closure,
  ...rulesTypes,
  UserError: UserErrorType,
  LocationUserError: UserErrorType,
  BookServiceCapacityError: UserErrorType,
  DateTime: scalars.DateTime,
  Date: scalars.Date,
  LocalTime: scalars.LocalTime,
  Duration: scalars.Duration,
  CurrencyCode: scalars.CurrencyCode,
  CountryCode: scalars.CountryCode,
  Locale: scalars.Locale,
  TimeZone: scalars.TimeZone,
};
