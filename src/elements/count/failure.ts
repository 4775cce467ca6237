/** What a count does if its number cannot be loaded. Loaded then. */
import type { AdapterError } from '../../model/adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../../model/adapter-error.js';
import type { BackendFinder } from '../opening/backend-finder.js';

/** The error of a request for counts, which is reported to the developer if it is for them. */
export function failureOf(thrown: unknown, finder: Pick<BackendFinder, 'report'>): AdapterError {
  const error = toAdapterError(thrown, 'counts()');
  if (isForDeveloper(error) || isSetUpError(error)) finder.report([{ mistake: 'problem', problem: error.message }]);
  return error;
}
