import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';

/** The error of a write that was turned down before anything was stored. */
export const refusal = (kind: ErrorKind, message: string, info?: ErrorInfo): AdapterError =>
  new AdapterError(kind, message, { stored: 'no', ...info });
