import { expect } from 'chai';
import type { CommentPage } from '../../../src/model/adapter.js';
import { commentsInOrder, type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded, pageAppended } from '../../../src/model/transitions/loading.js';
import {
  commentPosted,
  outgoingAdded,
  outgoingFailed,
  outgoingRemoved,
} from '../../../src/model/transitions/submissions.js';
import { comment, comments, idsOf } from '../support/fixtures.js';

const first = (page: CommentPage, state = UNOPENED): DiscussionState => firstPageLoaded(state, page);

describe('comments posted from this page', () => {
  const posted = commentPosted(first({ items: comments('a'), next: '2', total: 3 }), comment('mine'));

  it('places comments posted from this page where the sort order puts them', () => {
    expect(idsOf(commentsInOrder(posted))).to.deep.equal(['a', 'mine']);
    const two = commentPosted(posted, comment('later'));
    expect(idsOf(commentsInOrder({ ...two, sort: 'newest' }))).to.deep.equal(['later', 'mine', 'a']);
    expect(idsOf(commentsInOrder({ ...two, sort: 'top' }))).to.deep.equal(['a', 'mine', 'later']);
  });

  it('leaves the list as it is without posted comments', () => {
    const state = first({ items: comments('a') });
    expect(commentsInOrder(state)).to.equal(state.comments);
  });

  it('moves a posted comment to its place in a page that contains it', () => {
    const state = pageAppended(posted, { items: comments('b', 'mine', 'c') });
    expect(state.posted).to.deep.equal([]);
    expect(idsOf(commentsInOrder(state))).to.deep.equal(['a', 'b', 'mine', 'c']);
  });

  it('keeps a posted comment that the first page lacks', () => {
    expect(idsOf(first({ items: comments('a', 'b') }, posted).posted)).to.deep.equal(['mine']);
  });

  it('shows a posted comment once if a page precedes the response, or the response is repeated', () => {
    expect(commentPosted(posted, comment('mine'))).to.equal(posted);
    expect(commentPosted(posted, comment('a'))).to.equal(posted);
  });
});

describe('outgoing comments', () => {
  const outgoing = { submitKey: 'k1', parentId: null, body: 'Hello', name: 'Ada', delivery: 'sending' } as const;

  it('shows an outgoing comment once for each submit key, the latest last', () => {
    const two = outgoingAdded(outgoingAdded(UNOPENED, outgoing), { ...outgoing, submitKey: 'k2' });
    const again = outgoingAdded(outgoingFailed(two, 'k1'), outgoing);
    expect(again.outgoing.map(({ submitKey, delivery }) => [submitKey, delivery])).to.deep.equal([
      ['k2', 'sending'],
      ['k1', 'sending'],
    ]);
    expect(outgoingRemoved(again, 'k2').outgoing).to.deep.equal([outgoing]);
  });

  it('marks outgoing comments as failed one by one', () => {
    const two = outgoingAdded(outgoingAdded(UNOPENED, outgoing), { ...outgoing, submitKey: 'k2' });
    const failed = outgoingFailed(two, 'k2');
    expect(failed.outgoing.map(({ delivery }) => delivery)).to.deep.equal(['sending', 'failed']);
    expect(failed.outgoing[0], 'the same object').to.equal(two.outgoing[0]);
    expect(outgoingFailed(two, 'k3').outgoing).to.deep.equal(two.outgoing);
  });
});
