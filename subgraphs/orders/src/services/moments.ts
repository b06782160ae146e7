import { randomInt } from 'node:crypto';
import { newId } from '@passerelle/values';
import type { OrderEvent } from '../domain/order.ts';

/** Six digits, each as likely as the other. */
export const pickupCode = () => String(randomInt(1_000_000)).padStart(6, '0');

type Told = Pick<OrderEvent, 'orderId' | 'type' | 'actor' | 'message'>;

/** An entry of the order's timeline. */
export const moment = (told: Told, now: Date): Omit<OrderEvent, 'position'> => ({
  ...told,
  id: newId('event', now),
  occurredAt: now,
});
