import { AdapterError } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import { CommentsErrorEvent } from './events.js';
import { CommentsSignInEvent } from './writing-events.js';

/** `elsewhere`: the page does it, or has no way at all. `leaving`: the browser is on its way to a sign-in page. */
export type SignInResult =
  { readonly type: 'signed-in' | 'elsewhere' | 'leaving' | 'aborted' } | { readonly type: 'failed'; readonly error: AdapterError };

/** Signs the viewer in: by the page where it takes the event, else by the adapter. `keep` writes down what must survive a redirect. */
export async function signIn(
  from: HTMLElement,
  store: DiscussionStore,
  purpose: CommentsSignInEvent['purpose'],
  keep: () => void,
): Promise<SignInResult> {
  keep();
  if (!from.dispatchEvent(new CommentsSignInEvent(purpose)) || !store.adapter?.signIn) return { type: 'elsewhere' };
  const outcome = await store.signIn();
  if (outcome.type === 'aborted') return { type: 'aborted' };
  if (outcome.type === 'failed') {
    from.dispatchEvent(new CommentsErrorEvent(outcome.error, 'sign-in'));
    return outcome;
  }
  if (!('redirect' in outcome.value)) return { type: outcome.value.state === 'signed-in' ? 'signed-in' : 'aborted' };
  const { redirect } = outcome.value;
  if (!/^(https?:|\/|\?)/i.test(redirect))
    return { type: 'failed', error: new AdapterError('bad-response', `signIn() answered the address "${redirect}"`) };
  location.assign(redirect);
  return { type: 'leaving' };
}
