/** The replies to a status on Mastodon as the discussion of an article. */
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentsAdapter,
  type DiscussionInfo,
  type Draft,
  type Report,
  type ReportReceipt,
  type Viewer,
} from '../model/adapter.js';
import type { Account, Context, Status } from './mastodon/entities.js';
import { createAsk } from './mastodon/mastodon-client.js';
import type { MastodonOptions } from './mastodon/mastodon-options.js';
import { presentAccount, presentStatus } from './mastodon/present-status.js';
import { pageOf } from './mastodon/read-context.js';

export type { MastodonOptions } from './mastodon/mastodon-options.js';

/** Most statuses that one question may be about. */
const MOST_STATUSES = 20;

/** Mastodon's categories for the section's reasons; everything else is `other`, and the words of the reader say what it is. */
const CATEGORIES: Readonly<Record<string, string>> = { spam: 'spam', illegal: 'legal' };

/**
 * Creates an adapter for the replies to statuses on Mastodon. The key of a discussion is the id of a status at the instance
 * `src`, or the address of its page there.
 *
 * Anybody reads, though an instance tells no more than 60 replies and 20 levels without an account. Readers write with the
 * token of an account at that instance; without one the section leads to the status.
 *
 * The numbers that `counts` gives are those of the direct replies, since Mastodon counts no others.
 */
export function mastodonAdapter(options: MastodonOptions): CommentsAdapter {
  const src = options.src.replace(/\/+$/, '');
  const { token } = options;
  const ask = createAsk(src, options);
  const authors = new Map<string, string>();

  const status = (id: string, call: Call): Promise<Status> => ask<Status>('GET', `v1/statuses/${encodeURIComponent(id)}`, call);
  const present = (key: string, shown: Status): Comment => {
    const id = statusId(key);
    return presentStatus(shown, { id, authorId: authors.get(id) });
  };

  async function loadViewer(call: Call): Promise<{ viewer: Viewer; max?: number }> {
    if (token === undefined) return { viewer: { state: 'anonymous' } };
    try {
      const [account, instance] = await Promise.all([
        ask<Account>('GET', 'v1/accounts/verify_credentials', call),
        ask<{ configuration?: { statuses?: { max_characters?: number } } }>('GET', 'v2/instance', call),
      ]);
      const max = instance.configuration?.statuses?.max_characters;
      return { viewer: { state: 'signed-in', author: presentAccount(account) }, ...(max !== undefined && { max }) };
    } catch (error) {
      // A token that has ended is no reason not to read.
      if (error instanceof AdapterError && error.kind === 'session-expired') return { viewer: { state: 'anonymous' } };
      throw error;
    }
  }

  async function open(key: string, call: Call): Promise<DiscussionInfo> {
    const id = statusId(key);
    const [discussed, { viewer, max }] = await Promise.all([
      status(id, call).catch((error: unknown) => {
        if (error instanceof AdapterError && error.kind === 'not-found') return undefined;
        throw error;
      }),
      loadViewer(call),
    ]);
    if (!discussed) return { state: 'missing' };
    authors.set(id, discussed.account.id);
    const message = options.replyElsewhere ?? 'These comments are replies on Mastodon. You can answer from an account on any instance.';
    return {
      state: 'open',
      viewer,
      posting: {
        who: 'signed-in',
        ...(max !== undefined && { max: { value: max, unit: 'graphemes' } }),
        ...(token === undefined && {
          refusal: { reason: 'other', message, href: discussed.url || discussed.uri, label: options.replyLink ?? 'Reply on Mastodon' },
        }),
      },
    };
  }

  async function submit(
    { discussion: { key }, parentId, body, submitKey }: Draft,
    call: Call,
  ): Promise<{ outcome: 'published'; comment: Comment }> {
    const answeredId = parentId ?? statusId(key);
    try {
      const { account, visibility } = await status(answeredId, call);
      const stored = await ask<Status>('POST', 'v1/statuses', call, {
        idempotencyKey: submitKey,
        body: {
          // Without being named, who is answered does not hear of it, and their instance may never get the reply.
          status: `@${account.acct} ${body}`,
          in_reply_to_id: answeredId,
          visibility: visibility === 'unlisted' ? visibility : 'public',
        },
      });
      return { outcome: 'published', comment: present(key, stored) };
    } catch (error) {
      if (error instanceof AdapterError && error.kind === 'not-found' && parentId !== null)
        throw new AdapterError('parent-gone', error.message, error.info);
      throw error;
    }
  }

  async function report({ id, reason, detail }: Report, call: Call): Promise<ReportReceipt> {
    const { account } = await status(id, call);
    const category = Object.hasOwn(CATEGORIES, reason) ? CATEGORIES[reason] : 'other';
    const body = { account_id: account.id, status_ids: [id], category, ...(detail !== undefined && { comment: detail }) };
    const taken = await ask<{ id?: string }>('POST', 'v1/reports', call, { body });
    return taken.id === undefined ? {} : { reference: taken.id };
  }

  const adapter: CommentsAdapter = {
    name: 'mastodon',
    features: {
      sorts: ['oldest', 'newest', 'top'],
      paging: 'all',
      nesting: 'tree',
      input: 'text',
      idempotency: 'key',
      votes: 'like',
      votesKnowViewer: token !== undefined,
    },
    open: ({ key }, call) => answered(call, () => open(key, call)),
    list: ({ discussion: { key }, sort, parentId }, call) =>
      answered(call, async () => {
        const id = statusId(key);
        try {
          const context = await ask<Context>('GET', `v1/statuses/${encodeURIComponent(parentId ?? id)}/context`, call);
          return pageOf(context, { sort, discussed: { id, authorId: authors.get(id) }, isSignedIn: token !== undefined });
        } catch (error) {
          if (error instanceof AdapterError && error.kind === 'not-found' && parentId === undefined) return { items: [], total: 0 };
          throw error;
        }
      }),
    counts: (discussions, call) =>
      answered(call, async () => {
        const ids = [...new Set(discussions.flatMap(({ key }) => statusIdIn(key) ?? []))];
        const parts: (readonly string[])[] = [];
        for (let start = 0; start < ids.length; start += MOST_STATUSES) parts.push(ids.slice(start, start + MOST_STATUSES));
        const found = await Promise.all(
          parts.map((part) => ask<readonly Status[]>('GET', `v1/statuses?${new URLSearchParams(part.map((id) => ['id[]', id]))}`, call)),
        );
        const counted = new Map(found.flat().map(({ id, replies_count = 0 }) => [id, replies_count]));
        const counts = new Map<string, number>();
        for (const { key } of discussions) {
          const count = counted.get(statusIdIn(key) ?? '');
          if (count !== undefined) counts.set(key, count);
        }
        return counts;
      }),
  };
  if (token === undefined) return adapter;
  const path = (id: string): string => `v1/statuses/${encodeURIComponent(id)}`;
  return {
    ...adapter,
    submit: (draft, call) => answered(call, () => submit(draft, call)),
    source: (_discussion, id, call) => answered(call, async () => (await ask<{ text: string }>('GET', `${path(id)}/source`, call)).text),
    edit: ({ key }, { id, body }, call) =>
      answered(call, async () => present(key, await ask<Status>('PUT', path(id), call, { body: { status: body } }))),
    remove: (_discussion, id, call) =>
      answered(call, async () => {
        await ask('DELETE', path(id), call);
        // What answered it is still on Mastodon, but in no thread any more.
        return { effect: 'subtree' };
      }),
    vote: (_discussion, { id, value }, call) =>
      answered(call, async () => {
        if (value < 0) throw new AdapterError('unsupported', 'Mastodon has no votes against a status.');
        const { favourites_count: up, favourited } = await ask<Status>(
          'POST',
          `${path(id)}/${value === 1 ? 'favourite' : 'unfavourite'}`,
          call,
        );
        return { up, mine: favourited ? 1 : 0 };
      }),
    report: (_discussion, wanted, call) => answered(call, () => report(wanted, call)),
  };
}

/** The id of the status that a publisher names, by itself or by the address of its page at the instance; undefined where it is neither. */
function statusIdIn(key: string): string | undefined {
  return /^(?:https?:\/\/[^\s?#]*\/)?(\d+)\/?(?:[?#]\S*)?$/.exec(key)?.[1];
}

/** The same, where it has to be one. */
function statusId(key: string): string {
  const id = statusIdIn(key);
  if (id !== undefined) return id;
  throw new AdapterError(
    'invalid',
    `"${key}" names no status on Mastodon: set discussion to its number, or to the address of its page at the instance, such as https://mastodon.example/@news/109.`,
  );
}

/** What the contract allows to come out of a call: an answer that is none would otherwise be a mistake of this program's. */
async function answered<T>({ signal }: Call, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('bad-response', 'Mastodon gave an answer that cannot be read.', { cause });
  }
}

/** The adapter as the attributes of an element ask for it: `src` is the address of the instance, `discussion` names a status there. */
export function connect({ src }: { readonly src?: string | undefined }): CommentsAdapter {
  if (src !== undefined) return mastodonAdapter({ src });
  throw new AdapterError('invalid', 'backend="mastodon" needs src="…" with the address of the instance, such as https://mastodon.example.');
}
