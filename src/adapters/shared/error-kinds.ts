import { AdapterError, type ErrorKind } from '../../model/adapter.js';

/** Whether something thrown is an `AdapterError` of one of these kinds. */
export const isOfKind = (thrown: unknown, ...kinds: readonly ErrorKind[]): thrown is AdapterError =>
  thrown instanceof AdapterError && kinds.includes(thrown.kind);

/** Settles like `call`, but resolves with undefined if that rejects with an `AdapterError` of one of these kinds. */
export async function orUndefined<T>(call: Promise<T>, ...kinds: readonly ErrorKind[]): Promise<T | undefined> {
  try {
    return await call;
  } catch (thrown) {
    if (isOfKind(thrown, ...kinds)) return undefined;
    throw thrown;
  }
}
