import type { ReactiveControllerHost } from 'lit';
import type { ReadingMessages } from '../i18n/messages.js';
import { causeOf, failure } from './failure.js';
import type { LazyPart } from './lazy-part.js';
import { commentInAddress } from './page-address.js';

/** Says that what looks for the comment in the address could not be fetched, if that is so. */
export function addressFailure(
  part: LazyPart<unknown>,
  messages: ReadingMessages,
  host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
): unknown {
  const { error } = part;
  const onRetry = (): void => {
    // The button goes away with the failure, and focus must not go with it.
    host.renderRoot.querySelector('h2')?.focus();
    part.error = undefined;
    host.requestUpdate();
  };
  return error && commentInAddress() && failure(messages.moreFailed(causeOf(error, messages)), messages, onRetry);
}
