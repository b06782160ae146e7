import type { Caller } from '@passerelle/server';
import type { Result } from '@passerelle/values';
import type { Context } from '../context.ts';
import type { CaptureInput } from '../domain/capture.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { placeCaptured } from '../services/placement.ts';
import type { Placed } from '../services/store-order.ts';

/** Accepts an order from a channel, once for each key. Who reads the order next is given what was stored. */
export async function placeOrder(
  context: Context,
  caller: Caller,
  input: CaptureInput,
): Promise<Result<Placed, OrderRefusal>> {
  const result = await placeCaptured(context, caller, input);
  if (result.ok && result.value.stored) context.reads.keepPlaced(result.value.stored);
  return result;
}
