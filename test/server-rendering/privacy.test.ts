/** What leaves the server is for everybody, whoever the adapter was asked for. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Comment, DiscussionInfo } from '../../src/model/adapter.js';
import { comment, read, render } from './served-page.js';

/** Everything that leaves the server. */
const all = (given: Parameters<typeof render>[0]): string => JSON.stringify(render(given));

describe('a tombstone', () => {
  const removed: Partial<Comment> = {
    author: {
      name: 'Secret Sam',
      id: 'sam-id',
      url: 'https://sam.example',
      avatar: 'https://sam.example/me.png',
      badges: ['staff'],
    },
    body: { format: 'html', value: '<p>SECRET words</p>' },
    editedAt: '2026-03-05T10:00:00Z',
    permalink: 'https://backend.example/@sam/1',
  };

  for (const [status, words] of [
    ['deleted', 'This comment was deleted by its author.'],
    ['hidden', 'This comment was removed by the editors.'],
    ['unheard-of' as 'hidden', 'This comment was removed by the editors.'],
  ] as const)
    it(`contains nothing of the removed comment: ${status}`, () => {
      const given = { comments: [comment('1', { ...removed, status }), comment('2', { parentId: '1' })] };
      assert.equal(read(given).piece('removed'), words);
      assert.doesNotMatch(all(given), /SECRET|2026-03-05|backend\.example/);
      assert.equal(render(given).jsonLd.comment[0]?.text, words);
      assert.deepEqual(read(given).ids, ['comment-1', 'comment-2']);
    });

  it('does not name the author if the author has deleted it', () => {
    const given = { comments: [comment('1', { ...removed, status: 'deleted' }), comment('2', { parentId: '1' })] };
    assert.doesNotMatch(all(given), /sam/i);
    assert.equal(
      read(given).names[1],
      'Comment by Author 2, in reply to a comment that isn’t shown, Mar 1, 2026, 10:02 AM UTC',
    );
  });
});

describe('comments that only their authors and the editors may see', () => {
  for (const status of ['pending', 'rejected'] as const)
    it(`sends no comments that only their authors and the editors may see: ${status}`, () => {
      const given = { comments: [comment('1', { status, body: { format: 'text', value: 'SECRET' } }), comment('2')] };
      assert.deepEqual(read(given).ids, ['comment-2']);
      assert.doesNotMatch(all(given), /SECRET|Author 1/);
    });
});

describe('viewer-specific data from the backend', () => {
  const own: Partial<Comment> = {
    decision: { measure: 'hidden', ground: 'law', rule: 'SECRET rule', facts: 'SECRET facts' },
    source: 'SECRET source',
    revision: 'SECRET revision',
    editableUntil: '2026-03-07T00:00:00Z',
    reported: true,
    votes: { up: 4, down: 1, mine: 1 },
    can: { edit: true, remove: true, reply: false },
    ban: { by: 'SECRET moderator', until: '2026-03-07T00:00:00Z' },
    preceding: { oldest: 3 },
  };
  const info: Partial<DiscussionInfo> = {
    viewer: { state: 'signed-in', author: { id: '1', name: 'SECRET viewer' }, moderator: true },
    can: { close: true },
    posting: { who: 'signed-in', min: 2, refusal: { reason: 'banned', message: 'SECRET refusal' } },
    now: '2026-03-01T12:00:00Z',
  };

  it('does not leave the server', () => {
    const { data } = render({ comments: [comment('1', own)], info });
    assert.doesNotMatch(
      all({ comments: [comment('1', own)], info }),
      /SECRET|2026-03-07|mine|reported|true|signed-in"?,"?author/,
    );
    assert.deepEqual(JSON.parse(JSON.stringify(data?.info)), { state: 'open', posting: { who: 'signed-in', min: 2 } });
    assert.deepEqual(JSON.parse(JSON.stringify(data?.page.items)), [
      { ...comment('1'), votes: { up: 4, down: 1 }, can: { reply: false } },
    ]);
  });

  it('does not change the public output', () => {
    const options = { now: Date.parse('2026-03-01T12:00:00Z') };
    const signedOut = { posting: { who: 'signed-in' } } as const;
    assert.equal(
      render({ comments: [comment('1', { ...own, can: {} })], info, options }).html,
      render({ comments: [comment('1', { votes: { up: 4, down: 1 } })], info: signedOut, options }).html,
    );
  });
});

describe('data from an adapter outside the contract', () => {
  const extra = { email: 'SECRET@a.example', ip: '192.0.2.7' };

  it('does not leave the server, in any position', () => {
    const more: Comment = {
      ...comment('1'),
      ...extra,
      author: { name: 'Ada', ...extra },
      body: { format: 'text', value: 'a', ...extra },
      replyTo: { name: 'Bob', ...extra },
      votes: { up: 1, ...extra },
      replies: { total: 1, next: 'n', ...extra },
    };
    const info = { ...extra, posting: { min: 1, ...extra }, policy: { url: 'https://a.example', ...extra } };
    assert.doesNotMatch(all({ comments: [more], page: { truncated: false, ...extra }, info }), /SECRET|192\.0\.2\.7/);
  });
});
