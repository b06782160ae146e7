import type { Result } from '@passerelle/values';
import type { Context } from '../context.ts';
import type { LocationService } from '../domain/service.ts';

type Answer<T, R> = {
  readonly value: T | null;
  readonly userErrors: R[];
};

/** What a write answers: its value, or why it was refused. What was read before the write is forgotten. */
export function answer<T, R>(context: Context, result: Result<T, R>): Answer<T, R> {
  context.reads.clear();
  return result.ok ? { value: result.value, userErrors: [] } : { value: null, userErrors: [...result.refusals] };
}

/** The same beside the location, read again. */
export async function locationAnswer<R>(context: Context, result: Result<{ readonly id: string }, R>) {
  const { value, userErrors } = answer(context, result);
  return { location: value && (await context.reads.location.load(value.id)), userErrors };
}

export async function serviceAnswer<R>(context: Context, result: Result<LocationService, R>) {
  const { value, userErrors } = answer(context, result);
  const location = value && (await context.reads.location.load(value.locationId));
  return { location, service: value, userErrors };
}

export async function channelAnswer<R>(context: Context, result: Result<{ readonly id: string }, R>) {
  const { value, userErrors } = answer(context, result);
  return { channel: value && (await context.reads.channel.load(value.id)), userErrors };
}

/** A policy as it is now; null when it was removed. */
export async function policyAnswer<R>(context: Context, result: Result<{ readonly id: string }, R>) {
  const { value, userErrors } = answer(context, result);
  const policies = value ? (await context.reads.rules()).policies : [];
  return { policy: policies.find(({ id }) => id === value?.id) ?? null, userErrors };
}

export async function pilotAnswer<R>(context: Context, result: Result<{ readonly id: string }, R>) {
  const { value, userErrors } = answer(context, result);
  const pilots = value ? (await context.reads.rules()).pilots : [];
  return { pilot: pilots.find(({ id }) => id === value?.id) ?? null, userErrors };
}
