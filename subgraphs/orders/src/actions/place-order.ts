import type { Caller } from '@passerelle/server';
import type { Result } from '@passerelle/values';
import type { Dependencies } from '../context.ts';
import type { CaptureInput } from '../domain/capture.ts';
import type { OrderRefusal } from '../domain/refusals.ts';
import { type Placed, placeCaptured } from '../services/placement.ts';

/** Accepts an order from a channel, once for each key. */
export const placeOrder = (
  deps: Dependencies,
  caller: Caller,
  input: CaptureInput,
): Promise<Result<Placed, OrderRefusal>> => placeCaptured(deps, caller, input);
