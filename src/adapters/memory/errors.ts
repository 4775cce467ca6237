import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';

/** The error for a call that is refused before anything is stored. */
export const refusal = (kind: ErrorKind, message: string, info?: ErrorInfo): AdapterError =>
  new AdapterError(kind, message, { stored: 'no', ...info });

export const commentNotFound = (): AdapterError => refusal('not-found', 'There is no such comment.');
