export type Kind = 'query' | 'mutation' | 'subscription';

/** A stored operation: what is sent, and the types of what it takes and answers. */
export type Document<Data, Variables, K extends Kind = Kind> = {
  readonly name: string;
  readonly kind: K;
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal; what the gateway's registry knows it by. */
  readonly hash: string;
  /** Only there for the compiler. */
  readonly types?: (variables: Variables) => Data;
};

export type DocumentOf<K extends Kind> = Pick<Document<unknown, unknown, K>, 'name' | 'kind' | 'text' | 'hash'>;
