/** A payment as a payment service knows it. Amounts are minor units of `currency`. */
export type KnownPayment = {
  /** Our id, the merchant's reference at the payment service. */
  readonly id: string;
  /** Reference the payment service gave. */
  readonly reference: string;
  readonly currency: string;
  /** What was authorized when the order was placed. */
  readonly authorizedMinor: number;
  readonly expiresAt: Date | null;
};

/** One thing asked of a payment service. The same `key` is done once, and answered the same again. */
export type Asked = {
  readonly key: string;
  readonly payment: KnownPayment;
  /** Above zero. */
  readonly amountMinor: number;
  readonly now: Date;
};

/**
 * What a payment service answers. PENDING: taken on, a notification tells the end. FAILED is final for this key; whatever
 * may be tried again under the same key is thrown.
 */
export type Answer =
  | { readonly status: 'SUCCEEDED'; readonly reference: string; readonly expiresAt?: Date }
  | { readonly status: 'PENDING'; readonly reference: string }
  | { readonly status: 'FAILED'; readonly declineCode: string };

/** A message of a payment service, its signature checked. `key` names what was asked. */
export type Notification = {
  /** Unique at the payment service; the same message may come again, late, and in any order. */
  readonly id: string;
  readonly key: string;
  readonly outcome: 'SUCCEEDED' | 'FAILED';
  readonly declineCode?: string;
};

/** What orders need of a payment service; each connector speaks one service's language. All may throw when it is away. */
export type PaymentProvider = {
  /** Looks an authorization made elsewhere up, before an order stands on it. */
  readonly confirm: (payment: Omit<KnownPayment, 'expiresAt'>, now: Date) => Promise<Answer>;
  /** Authorizes an amount with means of payment used before, under a new payment. */
  readonly authorise: (asked: Asked) => Promise<Answer>;
  /** Sets the authorized total anew; the same total prolongs the authorization. */
  readonly adjust: (asked: Asked) => Promise<Answer>;
  /** Takes an authorized amount, in part or, with `isFinal`, as the last part: the rest of the authorization ends. */
  readonly capture: (asked: Asked & { readonly isFinal: boolean }) => Promise<Answer>;
  /** Gives up `amountMinor` of what is authorized and not captured. */
  readonly cancel: (asked: Asked) => Promise<Answer>;
  /** Gives back all or a part of one capture, named by its key. */
  readonly refund: (asked: Asked & { readonly captureKey: string }) => Promise<Answer>;
  /** Reads an incoming message; null when it is forged or not about movements of money. */
  readonly readNotification: (body: string, headers: Readonly<Record<string, string>>) => Notification | null;
};

/** Payment services by the name orders give with a payment. A name that is not connected is only written down. */
export type PaymentProviders = Readonly<Record<string, PaymentProvider>>;
