/** A service that receives signed requests. */
export interface Receiver {
  readonly url: string;
  /** `whsec_…`. Each of them signs. */
  readonly secrets: readonly string[];
}

/** What receivers may be. */
export interface OutgoingPolicy {
  /** Whether requests may be sent without encryption. */
  readonly allowsHttp: boolean;
  /** Whether receivers may have private, loopback and link-local addresses. */
  readonly allowsPrivate: boolean;
}

/** The beginning of a secret of Standard Webhooks, before its bytes in base64. */
export const secretPrefix = 'whsec_';
