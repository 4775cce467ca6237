/** Lets requests through to discussions that exist and that the caller may read. */
import type { DiscussionInfo, Draft } from 'article-comments/rules.js';
import type { Admission, DiscussionKeys } from '../discussion/discussion-keys.js';
import { type Caller, viewerOf } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, Handler } from './api-request.js';
import type { AdmittedRef } from './note-page.js';

/** The handler of an operation, which receives keys without signatures. `offersTo`: what the server can do for a caller. */
export function admitting(
  operation: string,
  handler: Handler,
  keys: DiscussionKeys,
  offersTo: (caller: Caller) => object,
): Handler {
  return async (request) => {
    const { query, body, caller } = request;
    const { discussion } = query as { readonly discussion?: string | readonly string[] };
    if (typeof discussion === 'string') {
      const admission = await keys.admit(discussion, caller);
      if (admission.state === 'open') return handler({ ...request, query: { ...query, discussion: admission.key } });
      if (operation === 'openDiscussion') return emptyDiscussion(admission.state, caller, offersTo(caller));
      throw refusal(admission.state, caller);
    }
    if (discussion !== undefined) return countAdmitted(request, discussion, handler, keys);
    if (operation !== 'submitComment') return handler(request);
    const draft = body as Draft;
    const admission = await keys.admit(draft.discussion.key, caller);
    if (admission.state !== 'open') throw refusal(admission.state, caller);
    // Not all that was sent: only the publisher signs pages.
    const { url, title } = draft.discussion;
    const ref: AdmittedRef = { key: admission.key, url, title, signedPage: admission.page };
    return handler({ ...request, body: { ...draft, discussion: ref } });
  };
}

/** Leaves the counts of other discussions out: a missing count is unknown. */
async function countAdmitted(
  request: ApiRequest,
  sent: readonly string[],
  handler: Handler,
  keys: DiscussionKeys,
): Promise<object> {
  const admitted = new Map<string, string>(
    sent.flatMap((key) => {
      const admission = keys.check(key, request.caller);
      return admission.state === 'open' ? [[admission.key, key]] : [];
    }),
  );
  if (admitted.size === 0) return { counts: {} };
  const { counts } = (await handler({ ...request, query: { discussion: [...admitted.keys()] } })) as {
    readonly counts: Readonly<Record<string, number>>;
  };
  return {
    counts: Object.fromEntries<number>(Object.entries(counts).map(([key, count]) => [admitted.get(key) ?? key, count])),
  };
}

type Refused = Exclude<Admission['state'], 'open'>;

const emptyDiscussion = (state: Refused, caller: Caller, offers: object): object => ({
  discussion: {
    ...(state === 'missing' ? { state } : { state: 'disabled', stateMessage: privateMessage(caller) }),
    viewer: viewerOf(caller),
  } satisfies DiscussionInfo,
  page: { items: [], total: 0 },
  offers,
});

function refusal(state: Refused, caller: Caller): Problem {
  if (state === 'missing') return new Problem('not-found', 'There is no such discussion.');
  return new Problem(caller.person ? 'forbidden' : 'sign-in-required', privateMessage(caller));
}

const privateMessage = ({ person }: Caller): string =>
  person
    ? 'The comments of this article are only for readers of the article.'
    : 'Sign in to read the comments of this article.';
