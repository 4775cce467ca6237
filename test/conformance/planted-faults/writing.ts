import { AdapterError, type Body, type Comment, type Draft, type SubmitResult } from '../../../src/model/adapter.js';
import { mapped, planted, renamed, unheeding } from './planted-fault.js';

const newKey = (): string => crypto.randomUUID();

/** The text is changed on its way to the backend. */
const altering = (check: string, mistake: string, alter: (body: string) => string) =>
  planted(check, mistake, () => ({ submit }) => ({ submit: (draft, call) => submit({ ...draft, body: alter(draft.body) }, call) }));

const without = (field: 'field', promise: Promise<SubmitResult>): Promise<SubmitResult> =>
  promise.catch((error: unknown) => {
    if (!(error instanceof AdapterError)) throw error;
    const { [field]: _left, ...info } = error.info;
    throw new AdapterError(error.kind, error.message, info);
  });

export const writing = [
  altering('text: goes through unchanged', 'sends text as if it were HTML', (body) => body.replace(/<[^<>]*>/g, '').replace(/&amp;/g, '&')),
  altering('text: goes through unchanged', 'cuts what is outside of the basic plane', (body) =>
    body.replace(/[\u{10000}-\u{10ffff}]/gu, '?'),
  ),
  altering('text: keeps its lines', 'makes all white space one space', (body) => body.replace(/\s+/g, ' ')),
  altering('text: a NUL character does no harm', 'ends the text at it', (body) => body.split('\u0000')[0] ?? ''),
  planted('text: a NUL character does no harm', 'breaks at it', () => ({ submit }) => ({
    submit: async (draft, call) => {
      if (draft.body.includes('\u0000')) throw new AdapterError('unavailable', 'invalid byte sequence for encoding "UTF8": 0x00');
      return submit(draft, call);
    },
  })),
  planted('text: the answer to submit is what the list shows', 'puts the answer together from the draft', () => ({ submit }) => ({
    submit: async (draft, call) => {
      const result = await submit(draft, call);
      return result.comment ? { ...result, comment: { ...result.comment, createdAt: '2020-01-01T00:00:00Z' } } : result;
    },
  })),
  planted('submit: a text without a word is refused', 'does not name the field', () => ({ submit }) => ({
    submit: (draft, call) => without('field', submit(draft, call)),
  })),
  planted('submit: a text without a word is refused', 'takes a text of spaces', () => ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, body: draft.body.trim() === '' ? '…' : draft.body }, call),
  })),
  planted(
    'submit: a text may be as long as it is said to be',
    'counts in another unit than it says',
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
    'submit: a text may be as short as it is said to be',
    'wants more than it says',
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
    'submit: what a guest has to tell is asked for',
    'does not name the field',
    () =>
      ({ submit }, person) =>
        person === 'guest' ? { submit: (draft, call) => without('field', submit(draft, call)) } : {},
  ),
  planted(
    'submit: who has to sign in is told so',
    'takes 401 for 403',
    () =>
      ({ submit }) => ({ submit: (draft, call) => renamed(submit(draft, call), { from: 'sign-in-required', to: 'forbidden' }) }),
    { posting: { who: 'signed-in' } },
  ),
  planted('submit: who is banned is told so', 'takes a ban for a lack of rights', () => ({ submit }) => ({
    submit: (draft, call) => renamed(submit(draft, call), { from: 'blocked', to: 'forbidden' }),
  })),
  planted('submit: two intents are two comments', 'takes the second for a repeat while the first is under way', () => {
    let running: Promise<SubmitResult> | undefined;
    return ({ submit }) => ({
      submit: (draft, call) => (running ??= submit(draft, call).finally(() => (running = undefined))),
    });
  }),
  planted('repeat: one key is one comment', 'makes a key of its own each time', () => ({ submit }) => ({
    submit: (draft, call) => submit({ ...draft, submitKey: newKey() }, call),
  })),
  planted(
    'repeat: one key is one comment',
    'takes the refusal of a repeat for a failure',
    () =>
      ({ submit }) => ({ submit: (draft, call) => renamed(submit(draft, call), { from: 'duplicate', to: 'invalid' }) }),
    { features: { idempotency: 'detects-duplicates' } },
  ),
  planted('repeat: one key is one comment at the same moment, too', 'looks for the key before it inserts, and others do too', () => {
    const running = new Set<string>();
    return ({ submit }) => ({
      submit: async (draft, call) => {
        const submitKey = running.has(draft.submitKey) ? newKey() : draft.submitKey;
        running.add(draft.submitKey);
        return submit({ ...draft, submitKey }, call).finally(() => running.delete(draft.submitKey));
      },
    });
  }),
  planted('repeat: after a lost answer there is one comment', 'says that nothing is stored', () => ({ submit }) => ({
    submit: async (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        if (!(error instanceof AdapterError) || error.kind !== 'timeout') throw error;
        throw new AdapterError('network', 'Failed', { stored: 'no' });
      }),
  })),
  planted('repeat: the key of somebody else opens nothing', 'keeps the key without who sent it', () => {
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
  planted('repeat: a refused key is not used up', 'keeps the key before it looks at the text', () => {
    const used = new Set<string>();
    return ({ submit }) => ({
      submit: async (draft, call) => {
        if (used.has(draft.submitKey)) throw new AdapterError('duplicate', 'The key is known');
        return submit(draft, call).catch((error: unknown) => {
          if (error instanceof AdapterError && error.kind === 'invalid') used.add(draft.submitKey);
          throw error;
        });
      },
    });
  }),
  planted('abort: after an answer changes nothing', 'takes the comment back', () => ({ submit, drop }) => ({
    submit: async (draft, call) => {
      const result = await submit(draft, call);
      const { comment } = result;
      if (comment) call.signal.addEventListener('abort', () => drop(draft.discussion.key, comment.id), { once: true });
      return result;
    },
  })),
  planted('abort: a write is not sent again', 'sends it again when it is aborted', () => ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch(async (error: unknown) => {
        if (call.signal.aborted) for (const submitKey of [newKey(), newKey()]) await submit({ ...draft, submitKey }, unheeding());
        throw error;
      }),
  })),
  planted('status: a removed comment shows nothing of itself', 'keeps the text of what was removed', () => {
    const bodies = new Map<string, Body>();
    return ({ submit, list }) => ({
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        if (result.comment) bodies.set(result.comment.id, result.comment.body);
        return result;
      },
      list: (query, call) =>
        mapped(list(query, call), (comment) =>
          comment.status === 'deleted' ? { ...comment, body: bodies.get(comment.id) ?? comment.body } : comment,
        ),
    });
  }),
  planted('status: a held comment is its author’s alone', 'lists it for everybody', () => {
    const held: Comment[] = [];
    return ({ submit, list }) => ({
      submit: async (draft, call) => {
        const result = await submit(draft, call);
        if (result.outcome === 'pending' && result.comment) held.push({ ...result.comment, status: 'visible' });
        return result;
      },
      list: async (query, call) => {
        const page = await list(query, call);
        return query.cursor === undefined && query.parentId === undefined ? { ...page, items: [...page.items, ...held] } : page;
      },
    });
  }),
  planted('status: a rejected comment is shown to nobody', 'looks at the code alone', () => ({ submit }) => ({
    submit: async (draft: Draft, call) => {
      const result = await submit(draft, call);
      return result.outcome === 'rejected' ? { outcome: 'published' } : result;
    },
  })),
  planted('replies: none to what is not there', 'stores the answer at the top', () => ({ submit }) => ({
    submit: (draft, call) =>
      submit(draft, call).catch((error: unknown) => {
        if (error instanceof AdapterError && error.kind === 'parent-gone') return submit({ ...draft, parentId: null }, call);
        throw error;
      }),
  })),
  planted('replies: stay when their parent is removed', 'removes them along, and says nothing', () => ({ list, remove, drop }) => ({
    remove: async (discussion, id, call) => {
      const { items } = await list({ discussion, sort: 'oldest', limit: 100 }, call);
      const result = await remove(discussion, id, call);
      for (const item of items) if (item.parentId === id) drop(discussion.key, item.id);
      return result;
    },
  })),
];
