import { scalars, UserErrorType } from '@passerelle/server';
import { Channel, Location, LocationService } from './location.ts';
import { Mutation } from './mutation.ts';
import { Query } from './query.ts';
import { sharingTypes } from './sharing.ts';

export const resolvers = {
  Query,
  Mutation,
  Location,
  LocationService,
  Channel,
  ...sharingTypes,
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
