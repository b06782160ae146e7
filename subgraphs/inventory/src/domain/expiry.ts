/** Name of the job that ends a cart's hold, and the key under which it waits. */
export const expireTask = 'expire-reservation';
export const expiryKey = (id: string) => `expire:${id}`;
