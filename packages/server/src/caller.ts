import { jwtVerify, SignJWT } from 'jose';

/** Who asks. Scopes say what kind of thing may be done; the other fields narrow which rows. */
export type Caller = {
  readonly kind: 'anonymous' | 'user' | 'service';
  /** Person or service; also who idempotency keys belong to. */
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** The shopper's id in the retailer's customer system; scopes ending in `:own` mean its rows. */
  readonly customerId: string | null;
  /** Locations a store's or partner's token is bound to; null when to none. */
  readonly locationIds: readonly string[] | null;
};

export const anonymous: Caller = {
  kind: 'anonymous',
  subject: 'anonymous',
  scopes: new Set(),
  customerId: null,
  locationIds: null,
};

/** The caller one subgraph is to another. */
export const serviceCaller = (name: string): Caller => ({
  ...anonymous,
  kind: 'service',
  subject: `service:${name}`,
  scopes: new Set([`service:${name}`]),
});

export const isAllowed = (caller: Caller, scope: string) => caller.scopes.has(scope);

export const callerHeader = 'passerelle-caller';
const lifetimeSeconds = 60;
const renewAfterMs = 30_000;

/** Writes and reads the header that carries a caller between our own processes, signed with their shared secret. */
export function callerWire(secret: string) {
  const key = new TextEncoder().encode(secret);
  const sealed = new WeakMap<Caller, { text: Promise<string>; at: number }>();
  return {
    seal(caller: Caller): Promise<string> {
      const known = sealed.get(caller);
      if (known && Date.now() - known.at < renewAfterMs) return known.text;
      const text = new SignJWT({ ...caller, scopes: [...caller.scopes] })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(key);
      sealed.set(caller, { text, at: Date.now() });
      return text;
    },
    /** Throws when the header was not made with our secret, or is too old. */
    async open(text: string): Promise<Caller> {
      const { payload } = await jwtVerify(text, key, { algorithms: ['HS256'] });
      return { ...(payload as unknown as Caller), scopes: new Set(payload.scopes as string[]) };
    },
  };
}
