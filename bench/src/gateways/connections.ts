/** Kept connections of a driver, each a client that waits for its answer before it asks again. */
export const connections = 32;
