import { AdapterError } from '../../model/adapter.js';

/** The most that a comment waits for the page, in milliseconds. A person may be solving a captcha. */
const WAIT_LIMIT = 120_000;

/** The value of what was passed to `event.waitUntil()`. Rejects with an `AdapterError` if that is rejected or takes too long. */
export function settled<Value>(promise: Value | PromiseLike<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), WAIT_LIMIT);
  });
  return Promise.race([promise, limit])
    .catch((cause: Partial<Error> | undefined) => {
      const kind = cause?.name === 'TimeoutError' ? 'timeout' : 'unavailable';
      throw new AdapterError(kind, 'event.waitUntil()', { audience: 'developer', stored: 'no', cause });
    })
    .finally(() => clearTimeout(timer));
}
