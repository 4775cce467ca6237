/** A backend whose comments can be changed, removed, voted on and pinned, and which can be told to be slow or to fail. */
import {
  AdapterError,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type Viewer,
} from '../../src/model/adapter.js';
import type { CommentsPage } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';

export const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
export const editor: Viewer = { state: 'signed-in', moderator: true, author: { id: 'eve', name: 'Eve' } };

/** One comment of the reader's own, and one of somebody else's. */
export const mine = comment('Mine.', { author: ada.author ?? null, revision: '1', votes: { up: 3, mine: 0 } });
export const theirs = comment('Theirs.', {
  author: { id: 'tom', name: 'Tom' },
  revision: '1',
  votes: { up: 3, mine: 0 },
});

export interface Changeable extends CommentsAdapter {
  /** A comment as the backend has it. */
  at(id: CommentId): Comment;
  /** Changes a comment as if another person had. */
  change(id: CommentId, to: Partial<Comment>): Comment;
}

export function changeable(
  info: Partial<DiscussionInfo> = {},
  comments: readonly Comment[] = [mine, theirs],
): Changeable {
  const all = new Map(comments.map((one) => [one.id, one]));
  const before = new Map<CommentId, Comment>();
  let state: DiscussionInfo = { state: 'open', viewer: ada, ...info };
  const at = (id: CommentId): Comment => {
    const found = all.get(id);
    if (!found) throw new AdapterError('not-found');
    return found;
  };
  const change = (id: CommentId, to: Partial<Comment>): Comment => {
    const changed = { ...at(id), ...to };
    all.set(id, changed);
    return changed;
  };
  const revised = (id: CommentId, value: string): Partial<Comment> => ({
    body: { format: 'text', value },
    editedAt: new Date(Date.parse('2026-11-24T11:00:00Z') + Number(at(id).revision) * 1000).toISOString(),
    revision: String(Number(at(id).revision) + 1),
  });
  return {
    // Its clock, where a test gives it one, stands still: nobody is to look at it twice.
    features: { pollEvery: 0 },
    at,
    change: (id, to) => change(id, to.body ? { ...to, ...revised(id, to.body.value) } : to),
    open: async () => state,
    list: async () => ({ items: [...all.values()], total: all.size }),
    get: async (_discussion, id) => at(id),
    async edit(_discussion, { id, body, revision }) {
      if (revision && revision !== at(id).revision) throw new AdapterError('conflict');
      return change(id, revised(id, body));
    },
    async remove(_discussion, id) {
      before.set(id, at(id));
      change(id, { status: 'deleted' });
      return { effect: 'tombstone' };
    },
    async restore(_discussion, id) {
      all.set(id, before.get(id) ?? at(id));
      return at(id);
    },
    async vote(_discussion, { id, value, was = 0 }) {
      const { up = 0 } = at(id).votes ?? {};
      return change(id, { votes: { up: up + Number(value === 1) - Number(was === 1), mine: value } }).votes ?? {};
    },
    pin: async (_discussion, { id, pinned }) => change(id, { pinned }),
    async setClosed(_discussion, closed) {
      state = { ...state, state: closed ? 'closed' : 'open' };
      return state;
    },
  };
}

/** The adapter with one method that fails as long as `isDown` says so. */
export function failing<Adapter extends CommentsAdapter>(
  adapter: Adapter,
  method: keyof CommentsAdapter,
  error: AdapterError,
  isDown: () => boolean = () => true,
): Adapter {
  const work = adapter[method] as (...args: unknown[]) => Promise<unknown>;
  return {
    ...adapter,
    [method]: async (...args: unknown[]) => {
      if (isDown()) throw error;
      return work(...args);
    },
  };
}

export function without<Adapter extends CommentsAdapter>(
  adapter: Adapter,
  ...methods: (keyof CommentsAdapter)[]
): Adapter {
  return { ...adapter, ...Object.fromEntries(methods.map((method) => [method, undefined])) };
}

export function pressKey(key: string, target: Element | null, more: KeyboardEventInit = {}): void {
  target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
}

const pressAt = async (page: CommentsPage, { body }: Comment, name: string): Promise<void> =>
  page.press(name, await page.comment(body.value));

/** What a person does to make each change, up to the press that sends it. Moderators pin and close. */
export const making = {
  async post(page) {
    await page.turnToForm();
    await page.write('Text.');
    await page.press('Post comment');
  },
  async report(page) {
    await page.startReport(theirs.body.value);
    await page.choose('Illegal content');
    await page.press('Send report');
  },
  async edit(page) {
    await pressAt(page, mine, 'Edit');
    await page.write('Changed.', await page.find('textbox', 'Edit your comment'));
    await page.press('Save');
  },
  async removal(page) {
    await pressAt(page, mine, 'Delete');
    await page.press('Delete', await page.find('group', 'Delete this comment?'));
  },
  async vote(page) {
    (await page.comment(theirs.body.value)).querySelector<HTMLElement>('[part~=up]')?.click();
  },
  async pin(page) {
    await pressAt(page, theirs, 'More');
    await page.press('Pin to the top');
  },
  async closing(page) {
    await page.press('Close comments');
    await page.press('Close now');
  },
} satisfies Readonly<Record<string, (page: CommentsPage) => Promise<void>>>;
