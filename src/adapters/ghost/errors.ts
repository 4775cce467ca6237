import type { ClientResponse, ErrorDetails } from '../shared/response.js';

interface GhostErrors {
  /** `context` explains the error to the reader; `message` is often only a category. */
  readonly errors?: readonly { readonly message?: string; readonly context?: string | null }[];
}

/** Interprets a response with an error status. */
export function errorDetails({ status, value }: ClientResponse): ErrorDetails {
  const { errors } = Object(value) as GhostErrors;
  // Another server, or another address on this one.
  if (status === 404 && !errors)
    return {
      kind: 'bad-response',
      message: 'Ghost’s API is not there (status 404). Is src the address of the blog?',
    };
  const [{ message = '', context = '' } = {}] = errors ?? [];
  // Liking a comment that is gone violates a foreign key, and an id of the wrong form fails validation.
  const isMissing = /foreign key|failed for id/i.test(`${message} ${context}`);
  return {
    ...(isMissing && { kind: 'not-found' }),
    ...(status === 405 && { kind: 'disabled' }),
    ...(status === 422 && { field: 'body' }),
    // The context of a failure is that of the database.
    ...(status >= 500 && !isMissing && { audience: 'support' }),
    message: (isMissing || status === 404 ? message : context || message) || undefined,
  };
}
