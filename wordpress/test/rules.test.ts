/** What the companion plugin says about a discussion, and does with a changed comment, by the settings of a site. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { skipWithoutPhp } from './wordpress-site.js';

const plugin = join(import.meta.dirname, '..', 'article-comments');

const DAY = 86_400_000;

interface Task {
  readonly options?: Readonly<Record<string, string>>;
  readonly post?: Readonly<Record<string, unknown>>;
  /** The id of the account; 0 for a guest. */
  readonly user?: number;
  readonly isModerator?: boolean;
  /** What WordPress says. */
  readonly isOpen?: boolean;
  /** The new text of the visitor's comment. */
  readonly edit?: string;
  /** The type of a reply to a comment that is held. */
  readonly replyType?: string;
}

interface Result {
  readonly about: {
    readonly state: string;
    readonly closesAt?: string;
    readonly closedAt?: string;
    readonly posting: { readonly premoderated: boolean };
  };
  readonly changes: readonly { readonly comment_approved?: number }[];
  /** Why the reply is not stored. */
  readonly refusal: string | null;
  /** How often WordPress is asked to mail. */
  readonly mails: number;
}

/** As WordPress writes a time. */
const mysql = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
const utc = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

function ask({ options = {}, post = {}, user = 0, isModerator = false, isOpen = true, edit, replyType }: Task): Result {
  const article = { ID: 42, post_type: 'post', post_author: '3', comment_status: 'open', post_date_gmt: mysql(0) };
  const task = {
    options: { comment_registration: '1', ...options },
    post: { ...article, ...post },
    user,
    isModerator,
    isOpen,
    edit,
    replyType,
  };
  const { stdout, stderr, status } = spawnSync('php', [join(import.meta.dirname, 'rules.php'), plugin], {
    input: JSON.stringify([task]),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout + stderr);
  return (JSON.parse(stdout) as readonly [Result])[0];
}

describe('the rules of the companion plugin', { skip: skipWithoutPhp() }, () => {
  const now = Date.now();
  const twoWeeks = { close_comments_for_old_posts: '1', close_comments_days_old: '14' };

  it('names the time at which WordPress closes an old post', () => {
    const recent = ask({ options: twoWeeks, post: { post_date_gmt: mysql(now - 3 * DAY) } });
    assert.deepEqual([recent.about.state, recent.about.closesAt], ['open', utc(now + 11 * DAY)]);
    const old = ask({ options: twoWeeks, post: { post_date_gmt: mysql(now - 15 * DAY) }, isOpen: false });
    assert.deepEqual([old.about.state, old.about.closedAt], ['closed', utc(now - DAY)]);
  });

  const timesOf = ({ about }: Result) => [about.closesAt, about.closedAt];

  it('names no closing time for a page, for an unpublished post, and with a limit of 0 days', () => {
    assert.deepEqual(timesOf(ask({ options: twoWeeks, post: { post_type: 'page' } })), [undefined, undefined]);
    const never = { ...twoWeeks, close_comments_days_old: '0' };
    assert.deepEqual(timesOf(ask({ options: never })), [undefined, undefined]);
    const undated = { post_date_gmt: '0000-00-00 00:00:00' };
    assert.deepEqual(timesOf(ask({ options: twoWeeks, post: undated })), [undefined, undefined]);
  });

  it('names no closing time where another plugin has decided otherwise', () => {
    assert.deepEqual(timesOf(ask({ options: twoWeeks, isOpen: true })), [undefined, undefined]);
    const recent = { post_date_gmt: mysql(now - 3 * DAY) };
    assert.deepEqual(timesOf(ask({ options: twoWeeks, post: recent, isOpen: false })), [undefined, undefined]);
  });

  it('holds comments as WordPress does, except those of editors and of the author of the article', () => {
    const options = { comment_moderation: '1' };
    const by = (who: Task) => {
      const { about, changes } = ask({ options, edit: 'Changed.', ...who });
      return [about.posting.premoderated, changes.some((change) => change.comment_approved === 0)];
    };
    assert.deepEqual(by({ user: 9 }), [true, true]);
    assert.deepEqual(by({ user: 9, isModerator: true }), [false, false]);
    assert.deepEqual(by({ user: 3 }), [false, false]);
  });

  it('holds the comment of a guest below an article without an author', () => {
    const { about } = ask({ options: { comment_moderation: '1' }, post: { post_author: '0' }, user: 0 });
    assert.equal(about.posting.premoderated, true);
  });

  it('applies its rules to comments, and not to the notes of editors in the block editor', () => {
    const replyOf = (replyType: string) => {
      const { refusal, mails } = ask({ user: 3, replyType });
      return [refusal, mails];
    };
    assert.deepEqual(replyOf('comment'), ['article_comments_parent_gone', 2]);
    // WordPress holds every note until it is resolved, and mails about it by itself.
    assert.deepEqual(replyOf('note'), [null, 0]);
  });
});
