import type { Registry } from '@passerelle/contracts/registry';
import { HttpError } from '@passerelle/server';

/** Looks at an operation's text; may refuse it. */
export type Check = (query: string) => void;

/** As Apollo Server keeps the documents that clients name by their hash. */
type DocumentCache = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
};

/** Which documents one API takes, and which it knows by their hash. */
export type StoredDocuments = { readonly check: Check; readonly cache: DocumentCache };

const prefix = 'apq:';
const mostRemembered = 10_000;
/** Characters of the texts remembered, in all. */
const mostCharacters = 20_000_000;

/**
 * Documents of the registry are known by their hash from the start. When only they are trusted, any other text is
 * refused, else clients may register their own as they send them (automatic persisted queries).
 */
export function createStoredDocuments(registry: Registry, isTrustedOnly: boolean): StoredDocuments {
  const trusted = new Set([...registry.values()].map((text) => text.trim()));
  const sent = new Map<string, string>();
  let characters = 0;
  return {
    check(query) {
      if (isTrustedOnly && !trusted.has(query) && !trusted.has(query.trim())) throw notRegistered();
    },
    cache: {
      get: async (key) => registry.get(key.slice(prefix.length)) ?? sent.get(key),
      async set(key, text) {
        if (isTrustedOnly || sent.has(key)) return;
        while (sent.size >= mostRemembered || characters + text.length > mostCharacters) {
          const [oldest, old] = sent.entries().next().value ?? ['', ''];
          if (!sent.delete(oldest)) return;
          characters -= old.length;
        }
        sent.set(key, text);
        characters += text.length;
      },
      delete: async (key) => sent.delete(key),
    },
  };
}

const notRegistered = () =>
  new HttpError(400, 'Only registered operations are accepted here.', 'OPERATION_NOT_REGISTERED');
