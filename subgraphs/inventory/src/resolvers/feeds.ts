/** Resolvers of the mutations that bring stock in. */
export const feedQueries = {};
export const feedMutations = {};
/** Resolvers of the types that only feeds use. */
export const feedTypes = {};
