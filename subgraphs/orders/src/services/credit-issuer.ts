/** Credit to load. The same `key` is loaded once, and answered the same again. */
export type CreditAsked = {
  readonly key: string;
  /** Number of the gift card or credit; null for a new credit. */
  readonly target: string | null;
  /** Above zero, in minor units of `currency`. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly now: Date;
};

/** FAILED is final for this key; whatever may be tried again under the same key is thrown. */
export type CreditAnswer =
  | { readonly status: 'SUCCEEDED' /** Of the card or credit that holds the money. */; readonly number: string }
  | { readonly status: 'FAILED'; readonly declineCode: string };

/** What orders needs of whoever keeps gift cards and credit; each connector speaks one service's language. */
export type CreditIssuer = { readonly load: (asked: CreditAsked) => Promise<CreditAnswer> };
