import type { ReactiveControllerHost } from 'lit';
import type { ReadingMessages } from '../../i18n/messages.js';
import { failure } from './failure.js';
import type { LazyModule } from './lazy-module.js';

/** Says that what reacts in the list, or looks for the comment in the address, could not be fetched, if that is so. */
export function browsingFailure(
  { error, load }: LazyModule<unknown>,
  messages: ReadingMessages,
  { renderRoot }: ReactiveControllerHost & { readonly renderRoot: ParentNode },
): unknown {
  const onRetry = (): void => {
    // The button goes away with the failure, and focus must not go with it.
    renderRoot.querySelector('h2')?.focus();
    void load();
  };
  return error && failure(messages.moreFailed(messages.causes.network), messages, onRetry);
}
