import { AdapterError } from './adapter.js';

/** Characters of the response that the message quotes: enough to recognize it. */
const QUOTED_LENGTH = 80;

/**
 * The error for a response that breaks the contract. Its message tells the adapter's author what `method` must return.
 */
export function badResponse(method: string, response: unknown, expected: string): AdapterError {
  const quoted = `${JSON.stringify(response)}`.slice(0, QUOTED_LENGTH);
  return new AdapterError('bad-response', `${method}() returned ${quoted}; expected ${expected}`);
}
