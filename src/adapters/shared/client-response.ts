import type { TextResponse } from './fetch-text.js';
import type { Query } from './url-builder.js';

/** How the browser sends requests. */
export interface Transport extends Pick<RequestInit, 'credentials' | 'cache'> {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** One request. Every method but `GET` and `HEAD` is a write. */
export interface ClientRequest extends Transport {
  /** Default `GET`. */
  readonly method?: string | undefined;
  /** Begins with a slash. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A response whose body has been read. */
export interface ClientResponse extends TextResponse {
  readonly request: ClientRequest;
  /** The request as error messages name it, such as `POST /comments`. */
  readonly place: string;
  /** The JSON; undefined if there is none, as with the status 204. */
  readonly value: unknown;
}
