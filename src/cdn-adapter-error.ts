/** The class of errors as the scripts of a page export it. */
import { AdapterError } from './model/adapter.js';

export { AdapterError };

/** The files beside a script have copies of this class. Their errors are instances of it as well. */
Object.defineProperty(AdapterError, Symbol.hasInstance, {
  value(this: typeof AdapterError, error?: unknown) {
    const isForeign = this === AdapterError && (error as Partial<Error>)?.name === 'AdapterError';
    return isForeign || Object.prototype.isPrototypeOf.call(this.prototype, error as object);
  },
});
