import { AdapterError, type Body, type Comment, type Draft, type SubmitResult } from '../../../src/model/adapter.js';
import { mapComments, planted, replaceErrorKind, neverAborted } from './planted-fault.js';

const newKey = (): string => crypto.randomUUID();

/** Alters the text before it is submitted. */
const altering = (check: string, mistake: string, alter: (body: string) => string) =>
  planted(check, mistake, () => ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, body: alter(draft.body) }, call),
  }));

/** Alters the names in the list. */
const renaming = (mistake: string, alter: (name: string) => string) =>
  planted('text: names are plain text', mistake, () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({
        ...comment,
        author: comment.author ? { ...comment.author, name: alter(comment.author.name) } : null,
      })),
  }));

const withoutField = (promise: Promise<SubmitResult>): Promise<SubmitResult> =>
  promise.catch((error: unknown) => {
    if (!(error instanceof AdapterError)) throw error;
    const { field: _field, ...info } = error.info;
    throw new AdapterError(error.kind, error.message, info);
  });

/** Lists comments that are held for review. */
const listingHeld = (check: string) =>
  planted(check, 'lists it for everyone', () => {
    const held: Comment[] = [];
    return ({ submit, list }) => ({
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        if (result.outcome === 'pending' && result.comment) held.push({ ...result.comment, status: 'visible' });
        return result;
      },
      list: async (query, call) => {
        const page = await list(query, call);
        return query.cursor === undefined && query.parentId === undefined
          ? { ...page, items: [...page.items, ...held] }
          : page;
      },
    });
  });

export const postingFaults = [
  altering('text: survives unchanged', 'sends text unescaped to a backend that expects HTML', (body) =>
    body.replace(/<[^<>]*>/g, '').replace(/&amp;/g, '&'),
  ),
  altering('text: survives unchanged', 'drops characters outside the basic multilingual plane', (body) =>
    body.replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
  ),
  altering('text: keeps line breaks', 'collapses white space', (body) => body.replace(/\s+/g, ' ')),
  altering('text: tolerates a NUL character', 'cuts the text off there', (body) => body.split('\u0000')[0] ?? ''),
  planted('text: tolerates a NUL character', 'fails', () => ({ submit }) => ({
    submit: async (draft, call) => {
      if (draft.body.includes('\u0000'))
        throw new AdapterError('unavailable', 'invalid byte sequence for encoding "UTF8": 0x00');
      return submit(draft, call);
    },
  })),
  renaming('escapes them for HTML', (name) => name.replaceAll('&', '&amp;')),
  renaming('escapes them twice', (name) => name.replaceAll('&', '&amp;amp;')),
  planted('text: names are plain text', 'escapes them in the result of submit()', () => ({ submit }) => ({
    submit: async (draft, call) => {
      const result = await submit(draft, call);
      return result.comment
        ? { ...result, comment: { ...result.comment, author: { name: 'Conny &amp; Formance' } } }
        : result;
    },
  })),
  planted('text: submit() returns the comment as listed', 'returns another time than the list', () => ({ submit }) => ({
    submit: async (draft, call) => {
      const result = await submit(draft, call);
      return result.comment ? { ...result, comment: { ...result.comment, createdAt: '2020-01-01T00:00:00Z' } } : result;
    },
  })),
  planted('submit: rejects a blank text', 'does not name the field', () => ({ submit }) => ({
    submit: (draft, call) => withoutField(submit(draft, call)),
  })),
  planted('submit: rejects a blank text', 'accepts a text of spaces', () => ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, body: draft.body.trim() === '' ? '…' : draft.body }, call),
  })),
  planted(
    'submit: enforces posting.max exactly',
    'announces another unit than the backend uses',
    () =>
      ({ open }) => ({
        open: async (discussion, call) => {
          const info = await open(discussion, call);
          return { ...info, posting: { ...info.posting, max: { value: 60, unit: 'bytes' } } };
        },
      }),
    { posting: { max: { value: 60, unit: 'graphemes' } } },
  ),
  planted(
    'submit: enforces posting.min exactly',
    'announces a lower minimum than the backend enforces',
    () =>
      ({ open }) => ({
        open: async (discussion, call) => {
          const info = await open(discussion, call);
          return { ...info, posting: { ...info.posting, min: 2 } };
        },
      }),
    { posting: { min: 5 } },
  ),
  planted(
    'submit: requires the guest fields it announces',
    'does not name the field',
    () =>
      ({ submit }, person) =>
        person === 'guest' ? { submit: (draft, call) => withoutField(submit(draft, call)) } : {},
  ),
  planted(
    'submit: asks guests to sign in where required',
    'treats a 401 as a 403',
    () =>
      ({ submit }) => ({
        submit: (draft, call) => replaceErrorKind(submit(draft, call), { from: 'sign-in-required', to: 'forbidden' }),
      }),
    { posting: { who: 'signed-in' } },
  ),
  planted(
    'submit: rejects a banned person with "blocked"',
    'treats a ban as a lack of permission',
    () =>
      ({ submit }) => ({
        submit: (draft, call) => replaceErrorKind(submit(draft, call), { from: 'blocked', to: 'forbidden' }),
      }),
  ),
  planted('submit: rejects a draft whose author is not the caller', 'ignores authorId', () => ({ submit }) => ({
    submit: ({ authorId: _authorId, ...draft }, call) => submit(draft, call),
  })),
  planted(
    'submit: rejects a draft whose author is not the caller',
    'treats the authorId of a guest as unknown',
    () =>
      ({ submit }) => ({
        submit: ({ authorId, ...draft }, call) => submit({ ...draft, ...(authorId && { authorId }) }, call),
      }),
  ),
  planted(
    'submit: rejects a draft whose author is not the caller',
    'compares the id of the account with that of the profile',
    () =>
      ({ submit }) => ({
        submit: (draft, call) =>
          submit({ ...draft, ...(draft.authorId && { authorId: `account-${draft.authorId}` }) }, call),
      }),
  ),
  planted('submit: rejects a draft by an author who has signed out', 'stores it as a guest’s', () => ({ submit }) => ({
    submit: ({ authorId: _authorId, guest = { name: 'Guest' }, ...draft }, call) => submit({ ...draft, guest }, call),
  })),
  planted('submit: rejects a draft by an author who has signed out', 'asks to sign in', () => ({ submit }) => ({
    submit: (draft, call) => replaceErrorKind(submit(draft, call), { from: 'session-expired', to: 'sign-in-required' }),
  })),
  planted('submit: stores one comment per key', 'treats the second as a repeat of the first', () => {
    let running: Promise<SubmitResult> | undefined;
    return ({ submit }) => ({
      submit: (draft, call) => (running ??= submit(draft, call).finally(() => (running = undefined))),
    });
  }),
  planted('idempotency: repeating a key stores one comment', 'uses a new key for each attempt', () => ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, submitKey: newKey() }, call),
  })),
  planted(
    'idempotency: repeating a key stores one comment',
    'treats a duplicate as invalid',
    () =>
      ({ submit }) => ({
        submit: (draft, call) => replaceErrorKind(submit(draft, call), { from: 'duplicate', to: 'invalid' }),
      }),
    { features: { idempotency: 'detects-duplicates' } },
  ),
  planted(
    'idempotency: concurrent requests with one key store one comment',
    'checks for the key before it inserts',
    () => {
      const running = new Set<string>();
      return ({ submit }) => ({
        submit: async (draft, call) => {
          const submitKey = running.has(draft.submitKey) ? newKey() : draft.submitKey;
          running.add(draft.submitKey);
          return submit({ ...draft, submitKey }, call).finally(() => running.delete(draft.submitKey));
        },
      });
    },
  ),
  planted(
    'idempotency: retrying after a lost response stores one comment',
    'claims that nothing was stored',
    () =>
      ({ submit }) => ({
        submit: async (draft, call) =>
          submit(draft, call).catch((error: unknown) => {
            if (!(error instanceof AdapterError) || error.kind !== 'timeout') throw error;
            throw new AdapterError('network', 'Failed', { stored: 'no' });
          }),
      }),
  ),
  planted('idempotency: another person’s key reveals nothing', 'stores the key without its author', () => {
    const results = new Map<string, SubmitResult>();
    return ({ submit }) => ({
      submit: async (draft, call) => {
        const known = results.get(draft.submitKey);
        if (known) return known;
        const result = await submit(draft, call);
        results.set(draft.submitKey, result);
        return result;
      },
    });
  }),
  planted(
    'idempotency: a rejected draft does not use up its key',
    'stores the key before it validates the text',
    () => {
      const used = new Set<string>();
      return ({ submit }) => ({
        submit: async (draft, call) => {
          if (used.has(draft.submitKey)) throw new AdapterError('duplicate', 'Duplicate key');
          return submit(draft, call).catch((error: unknown) => {
            if (error instanceof AdapterError && error.kind === 'invalid') used.add(draft.submitKey);
            throw error;
          });
        },
      });
    },
  ),
  planted('abort: has no effect after the response', 'removes the comment', () => ({ submit, drop }) => ({
    submit: async (draft, call) => {
      const result = await submit(draft, call);
      const { comment } = result;
      if (comment) call.signal.addEventListener('abort', () => drop(draft.discussion.key, comment.id), { once: true });
      return result;
    },
  })),
  planted('abort: does not resend a write', 'resends an aborted write', () => ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch(async (error: unknown) => {
        if (call.signal.aborted)
          for (const submitKey of [newKey(), newKey()]) await submit({ ...draft, submitKey }, neverAborted());
        throw error;
      }),
  })),
  planted('status: a removed comment reveals nothing', 'keeps the text of a removed comment', () => {
    const bodies = new Map<string, Body>();
    return ({ submit, list }) => ({
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        if (result.comment) bodies.set(result.comment.id, result.comment.body);
        return result;
      },
      list: (query, call) =>
        mapComments(list(query, call), (comment) =>
          comment.status === 'deleted' ? { ...comment, body: bodies.get(comment.id) ?? comment.body } : comment,
        ),
    });
  }),
  listingHeld('status: only its author sees a held comment'),
  listingHeld('status: a premoderated discussion hides comments from others'),
  planted(
    'status: a premoderated discussion hides comments from others',
    'does not report posting.premoderated',
    () =>
      ({ open }) => ({
        open: async (discussion, call) => {
          const { posting, ...info } = await open(discussion, call);
          return { ...info, posting: { ...posting, premoderated: false } };
        },
      }),
  ),
  planted('status: a rejected comment is not listed', 'checks only the status code', () => ({ submit }) => ({
    submit: async (draft: Draft, call) => {
      const result = await submit(draft, call);
      return result.outcome === 'rejected' ? { outcome: 'published' } : result;
    },
  })),
  planted('replies: to a missing comment are rejected', 'stores the reply at the top level', () => ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        if (error instanceof AdapterError && error.kind === 'parent-gone')
          return submit({ ...draft, parentId: null }, call);
        throw error;
      }),
  })),
  planted(
    'replies: stay when their parent is removed',
    'removes the replies but reports another effect',
    () =>
      ({ list, remove, drop }) => ({
        remove: async (discussion, id, call) => {
          const { items } = await list({ discussion, sort: 'oldest', limit: 100 }, call);
          const result = await remove(discussion, id, call);
          for (const item of items) if (item.parentId === id) drop(discussion.key, item.id);
          return result;
        },
      }),
  ),
];
