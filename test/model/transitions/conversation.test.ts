import { expect } from 'chai';
import type { Change, Comment, CommentPage, Sort } from '../../../src/model/adapter.js';
import { newBelow, waitingShown } from '../../../src/model/transitions/held-back.js';
import { commentsInOrder, type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded, pageAppended } from '../../../src/model/transitions/loading.js';
import { branchLoaded, repliesLoaded } from '../../../src/model/transitions/replies.js';
import { changeReceived } from '../../../src/model/transitions/live.js';
import { pagePolled } from '../../../src/model/transitions/polling.js';
import { threadOf } from '../../../src/model/discussion/thread.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { comment, idsOf, withSeeds } from '../support/fixtures.js';

type Random = () => number;

const START = Date.parse('2013-06-07T12:00:00Z');

/** A backend where random things happen, and one reader's page, which receives the events late and out of order. */
class Conversation {
  state: DiscussionState;
  /** In the order of posting. */
  readonly #comments: Comment[] = [];
  readonly removed = new Set<string>();
  /** Comments the backend moved to another parent, which may change place on the page. */
  readonly moved = new Set<string>();
  /** Comments the page has received. */
  readonly received = new Set<string>();
  /** Events not delivered yet. */
  #pendingEvents: Change[] = [];
  #now = START;
  readonly #random: Random;
  readonly #replyPage: number;

  constructor(random: Random) {
    this.#random = random;
    this.#replyPage = random() < 0.5 ? Infinity : this.#below(3) + 1;
    for (let count = this.#below(20); count > 0; count--) this.#post();
    const sort: Sort = random() < 0.5 ? 'oldest' : 'newest';
    this.state = firstPageLoaded({ ...UNOPENED, sort }, this.#page(undefined, this.#below(6) + 1, sort));
    this.#receive(this.state.comments);
    this.#now = START + 1;
  }

  /** Performs a random step. Returns its name, for messages. */
  step(): string {
    const steps = {
      post: () => this.#pendingEvents.push({ type: 'added', comment: this.#post() }),
      edit: () => this.#edit({ body: { format: 'text', value: `Edited at ${this.#now}` } }),
      // A poll cannot tell a comment that moves to an unloaded branch from one that is removed.
      move: () => this.#replyPage === Infinity && this.#edit({ parentId: undefined }),
      remove: () => this.#remove(),
      deliver: () => this.#deliver(),
      repeat: () => this.#pendingEvents.push(...this.#pendingEvents.slice(0, 1)),
      'load more': () => this.#loadMore(),
      'load replies': () => this.#loadReplies(),
      poll: () => this.#poll(),
      'show new': () => this.#showNew(),
      find: () => this.#find(),
      'post here': () => this.#postHere(),
    };
    const names = Object.keys(steps) as (keyof typeof steps)[];
    const name = this.#one(names) ?? 'poll';
    this.#now += 1000;
    steps[name]();
    return name;
  }

  /** Delivers all events and shows all comments. */
  end(): void {
    while (this.#pendingEvents.length > 0) this.#deliver();
    for (const below of newBelow(this.state).keys()) this.state = waitingShown(this.state, below);
    // Comments now shown may have replies that are still held back.
    if (this.state.waiting.length > 0) this.end();
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  #one<T>(list: readonly T[]): T | undefined {
    return list[this.#below(list.length)];
  }

  #receive(list: readonly Comment[]): void {
    for (const { id } of list) this.received.add(id);
  }

  #post(): Comment {
    const parent = this.#random() < 0.6 ? this.#one(this.#comments) : undefined;
    const posted = comment(`c${this.#comments.length}`, {
      parentId: parent?.id ?? null,
      createdAt: new Date(this.#now).toISOString(),
    });
    this.#comments.push(posted);
    return posted;
  }

  /** Only older comments become parents, so that no circles arise. */
  #edit(fields: Partial<Comment>): void {
    const index = this.#below(this.#comments.length);
    const before = this.#comments[index];
    if (!before || this.removed.has(before.id)) return;
    const parentId = 'parentId' in fields ? (this.#one(this.#comments.slice(0, index))?.id ?? null) : before.parentId;
    const after = { ...before, ...fields, parentId, editedAt: new Date(this.#now).toISOString() };
    if (parentId !== before.parentId) this.moved.add(after.id);
    this.#comments[index] = after;
    this.#pendingEvents.push({ type: 'changed', comment: after });
  }

  #remove(): void {
    const gone = this.#one(this.#comments);
    // An event that arrives after the removal of its comment would look like a new comment.
    if (
      !gone ||
      this.removed.has(gone.id) ||
      this.#pendingEvents.some((one) => 'comment' in one && one.comment.id === gone.id)
    )
      return;
    this.removed.add(gone.id);
    this.#pendingEvents.push({ type: 'removed', id: gone.id });
  }

  #deliver(): void {
    const [change] = this.#pendingEvents.splice(this.#below(this.#pendingEvents.length), 1);
    if (!change) return;
    if (change.type === 'added') this.#receive([change.comment]);
    this.state = changeReceived(this.state, change, this.#now);
  }

  /** The listed part of a branch: some backends return only the first replies. */
  #branch(root: Comment): readonly Comment[] {
    const replies = this.#listed().filter(({ parentId }) => parentId === root.id);
    const first = replies.slice(0, this.#replyPage);
    const rest =
      replies.length > first.length ? { replies: { total: replies.length, next: String(first.length) } } : {};
    return [{ ...root, ...rest }, ...first.flatMap((reply) => this.#branch(reply))];
  }

  /** Removed comments stay in the list only if they have replies. */
  #listed(): readonly Comment[] {
    const hasReplies = ({ id }: Comment): boolean => this.#comments.some((one) => one.parentId === id);
    return this.#comments.flatMap((one) =>
      !this.removed.has(one.id) ? [one] : hasReplies(one) ? [{ ...one, status: 'deleted' }] : [],
    );
  }

  #page(cursor: string | undefined, limit: number, sort: Sort): CommentPage {
    const roots = this.#listed().filter(({ parentId }) => parentId === null);
    if (sort === 'newest') roots.reverse();
    const at = cursor === undefined ? 0 : roots.findIndex(({ id }) => id === cursor);
    const start = at < 0 ? roots.length : at;
    const next = roots[start + limit]?.id;
    const items = roots.slice(start, start + limit).flatMap((root) => this.#branch(root));
    return { items, next, total: this.#comments.length - this.removed.size };
  }

  #loadMore(): void {
    if (this.state.next === undefined) return;
    const page = this.#page(this.state.next, this.#below(4) + 1, this.state.sort as Sort);
    this.#receive(page.items);
    this.state = pageAppended(this.state, page);
  }

  #loadReplies(): void {
    const parent = this.#one(this.state.comments.filter(({ replies }) => replies?.next !== undefined));
    if (!parent) return;
    const replies = this.#listed().filter(({ parentId }) => parentId === parent.id);
    const start = Number(parent.replies?.next);
    const items = replies.slice(start, start + this.#replyPage).flatMap((reply) => this.#branch(reply));
    const end = start + this.#replyPage;
    this.#receive(items);
    this.state = repliesLoaded(this.state, parent.id, { items, next: end < replies.length ? String(end) : undefined });
  }

  #poll(): void {
    const { comments, sort, next } = this.state;
    const roots = comments.filter(({ parentId }) => !parentId).length;
    const page = this.#page(undefined, Math.max(1, roots) + (next === undefined ? 25 : 0), sort as Sort);
    this.state = pagePolled(this.state, page, { before: this.state, since: START });
    this.#receive(this.state.waiting);
  }

  #showNew(): void {
    const below = this.#one([...newBelow(this.state).keys()]);
    if (below !== undefined) this.state = waitingShown(this.state, below);
  }

  #find(): void {
    const line: Comment[] = [];
    for (let at = this.#one(this.#comments); at; at = this.#comments.find(({ id }) => id === at?.parentId))
      line.unshift(at);
    const shown = line.map((one) => (this.removed.has(one.id) ? ({ ...one, status: 'deleted' } as const) : one));
    this.#receive(line);
    this.state = branchLoaded(this.state, shown);
  }

  #postHere(): void {
    const mine = this.#post();
    const added: Change = { type: 'added', comment: mine };
    // The event may arrive before or after the response.
    if (this.#random() < 0.5) this.state = changeReceived(this.state, added, this.#now);
    else this.#pendingEvents.push(added);
    this.#receive([mine]);
    this.state = commentPosted(this.state, mine);
  }
}

/** Checks what must hold after every step. */
function check({ state, received, removed }: Conversation): void {
  const lists = [state.comments, state.detached, state.posted, state.waiting].map(idsOf);
  const ids = lists.flat();
  expect(new Set(ids).size, `repeated ids: ${lists.map((list) => list.join()).join(' | ')}`).to.equal(ids.length);
  expect(
    [...received].filter((id) => !removed.has(id) && !ids.includes(id)),
    'lost',
  ).to.deep.equal([]);
  const tombstones = [...state.comments, ...state.detached, ...state.posted].filter(
    ({ id, status }) => status && !removed.has(id),
  );
  expect(idsOf(tombstones), 'shown as removed but still there').to.deep.equal([]);
  expect(state.total ?? 0, 'total').to.be.at.least(0);

  const shown = commentsInOrder(state);
  const items = threadOf(shown, new Set()).flatMap((item) => (item.type === 'comment' ? [item] : []));
  expect(items.map(({ comment: { id } }) => id).toSorted(), 'each comment once in the thread').to.deep.equal(
    idsOf(shown).toSorted(),
  );
  for (const { comment: one, parent, depth } of items) {
    const wanted = shown.find(({ id }) => id === one.parentId);
    expect(parent, `the parent of ${one.id}`).to.equal(wanted);
    if (!wanted) expect(depth, one.id).to.equal(0);
  }
}

describe('a random conversation', () => {
  // In parts, so that each stays within the time limit even on a slow machine.
  for (const part of [1, 2, 3, 4, 5, 6, 7, 8])
    it(`loses, repeats and moves no comment (${part} of 8)`, () => {
      withSeeds(50, (random) => {
        const conversation = new Conversation(random);
        const done: string[] = [];
        for (let step = 0; step < 60; step++) {
          const before = idsOf(commentsInOrder(conversation.state));
          done.push(conversation.step());
          const after = idsOf(commentsInOrder(conversation.state));
          const stays = (list: readonly string[]) => (id: string) => list.includes(id) && !conversation.moved.has(id);
          try {
            check(conversation);
            expect(
              before.filter((id) => !after.includes(id)),
              'shown comments that disappeared',
            ).to.deep.equal([]);
            // Only a comment posted from this page moves, to its place in a page that contains it.
            if (!done.at(-1)?.startsWith('load'))
              expect(after.filter(stays(before)), 'order of shown comments').to.deep.equal(before.filter(stays(after)));
          } catch (error) {
            throw new Error(`after ${done.join(', ')}: ${error instanceof Error ? error.message : String(error)}`, {
              cause: error,
            });
          }
        }
        conversation.end();
        check(conversation);
        const shown = idsOf(commentsInOrder(conversation.state));
        expect(
          [...conversation.received].filter((id) => !conversation.removed.has(id) && !shown.includes(id)),
          'not shown in the end',
        ).to.deep.equal([]);
      });
    });
});
