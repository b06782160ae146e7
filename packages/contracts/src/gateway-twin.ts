const authLink = /(\/(?:authenticated|requiresScopes|policy)\/v[\d.]+"[^)]*?),?\s*for: SECURITY\)/g;

/**
 * A supergraph without `for: SECURITY` on its access links: the gateway's library refuses what is marked so, and the
 * gateway enforces those rules itself.
 */
export const gatewayTwinOf = (supergraph: string): string => supergraph.replaceAll(authLink, '$1)');
