import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { neverHappens } from '../support/never-happens.js';

const goTo = (hash: string): void => {
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
};

/** What the comment says that stands out. */
const marked = (page: CommentsPage): string | undefined =>
  page.section.querySelector('[aria-current=true]')?.textContent ?? undefined;

describe('the address of a comment', () => {
  afterEach(unmountAll);

  it('leads to it when the page is opened: it is in view and has the focus', async () => {
    goTo('#comment-Comment-18');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(20) }));
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 18'));
    const { top, bottom } = (page.focused as Element).getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
  });

  it('leads to it when a link within the page is followed', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(20) }));
    await page.comment('Comment 3');
    goTo('#comment-Comment-3');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 3'));
    goTo('#comment-Comment-4');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 4'));
  });

  it('leaves other anchors of the page alone', async () => {
    goTo('#chapter-2');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
    await page.comment('Comment 2');
    expect(page.focused).to.equal(null);
  });

  it('breaks nothing when it is garbled', async () => {
    goTo('#comment-%E0%A4%A');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
    await page.comment('Comment 2');
    await page.turnToForm();
    await page.write('Still works.');
    await page.press('Post comment');
    await page.comment('Still works.');
    expect(page.texts).to.include('Still works.');
  });

  it('does not take the focus from somebody who is writing already', async () => {
    goTo('#comment-Comment-2');
    const gate = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter({ comments: comments(3) }), 'list', gate.promise));
    await page.turnToForm();
    await page.write('In the middle of a w');
    gate.release();
    await waitFor(() => expect(marked(page)).to.contain('Comment 2'));
    expect(page.isFocused(page.textBox), 'the next keys must not go nowhere').to.equal(true);
  });

  it('keeps whoever is writing where they are, and marks the comment all the same', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(30) }));
    await page.turnToForm();
    const { top } = page.textBox.getBoundingClientRect();
    goTo('#comment-Comment-30');
    await waitFor(() => expect(marked(page)).to.contain('Comment 30'));
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(page.textBox.getBoundingClientRect().top).to.equal(top);
  });

  it('keeps the focus in a text field of the page that lies in a shadow root of its own', async () => {
    const field = document.createElement('div');
    const input = document.createElement('input');
    field.attachShadow({ mode: 'open' }).append(input);
    document.body.append(field);
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.comment('Comment 3');
    input.focus();
    goTo('#comment-Comment-3');
    await waitFor(() => expect(marked(page)).to.contain('Comment 3'));
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('leads to it on whatever page of the list it is', async () => {
    goTo('#comment-Comment-18');
    const { get: _get, ...memory } = memoryAdapter({ comments: comments(20) });
    const page = await CommentsPage.open(memory, { 'page-size': '5' });
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 18'));
  });

  it('leads to it in a branch that is folded', async () => {
    const replies = [comment('Reply.', { parentId: 'First-' }), comment('Reply to it.', { parentId: 'Reply-' })];
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.'), ...replies] }));
    await page.press(en.hideReplies, await page.comment('First.'));
    await waitFor(() => expect(page.texts).to.deep.equal(['First.']));
    goTo('#comment-Reply-to-it-');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Reply to it.'));
  });

  it('leads to that of a muted person, which stays hidden', async () => {
    localStorage.setItem('article-comments:muted', '["Tom"]');
    goTo('#comment-Comment-2');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal('comment-Comment-2'));
    expect(page.focused?.textContent).to.contain(en.muted('Tom')).and.not.to.contain('Comment 2');
  });

  it('has a section loaded that is far from being seen', async () => {
    const article = document.createElement('div');
    article.style.blockSize = '9000px';
    document.body.append(article);
    goTo('#comment-Comment-2');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { loading: 'lazy' });
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 2'));
    article.remove();
  });

  it('leads to it in a language that takes longer than the comments', async () => {
    const { locales } = ArticleComments;
    const gate = held();
    ArticleComments.locales = {
      de: async () => (await gate.promise, (await import('../../src/locales/de.js')).default),
    };
    goTo('#comment-Comment-2');
    const memory = watched(memoryAdapter({ comments: comments(3) }));
    const page = await CommentsPage.open(memory.adapter, { lang: 'de' });
    await waitFor(() => expect(memory.to('list')).to.have.length(1));
    gate.release();
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 2'));
    unmountAll();
    ArticleComments.locales = locales;
  });

  it('leads there again after another one, and by a link to where one is already', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(5) }));
    await page.comment('Comment 3');
    goTo('#comment-Comment-3');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 3'));
    goTo('#chapter-2');
    await waitFor(() => expect(marked(page)).to.equal(undefined));
    (await page.findTextBox()).focus();
    page.textBox.blur();
    goTo('#comment-Comment-3');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 3'));
    const link = (await page.comment('Comment 3')).querySelector<HTMLElement>('a[part~=permalink]');
    link?.focus();
    link?.click();
    await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal('comment-Comment-3'));
  });

  it('leads nowhere any more once the address names another place of the page', async () => {
    const gate = held();
    const memory = watched(heldUp(memoryAdapter({ comments: comments(20) }), 'get', gate.promise));
    const page = await CommentsPage.open(memory.adapter, { 'page-size': '5' });
    const actions = page.listen('comments-action');
    await page.comment('Comment 3');
    goTo('#comment-Comment-18');
    await waitFor(() => expect(memory.to('get')).to.have.length(1));
    goTo('#chapter-2');
    await page.element.updateComplete;
    gate.release();
    await page.comment('Comment 18');
    expect(page.focused?.textContent).to.equal(undefined);
    await page.press(en.loadMore);
    await waitFor(() => expect(actions.map(({ action }) => action)).to.deep.equal(['close-gap']));
    expect(marked(page)).to.equal(undefined);
  });

  it('keeps its mark when the comment is drawn again', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.comment('Comment 3');
    goTo('#comment-Comment-3');
    await waitFor(() => expect(marked(page)).to.contain('Comment 3'));
    await page.press('Reply', await page.comment('Comment 3'));
    expect(marked(page)).to.contain('Comment 3');
  });

  for (const hash of [
    '#comments',
    '#comment-',
    '#comment-%',
    '#report-%',
    '#chapter#comment-Comment-2',
    '#my-comment-Comment-2',
  ]) {
    it(`is not meant by ${hash}`, async () => {
      const memory = watched(memoryAdapter({ comments: comments(3) }));
      const page = await CommentsPage.open(memory.adapter, { 'page-size': '1' });
      await page.comment('Comment 1');
      goTo(hash);
      await page.element.updateComplete;
      await page.turnToForm();
      expect(page.isSaying(en.commentMissing)).to.equal(false);
      await neverHappens(() => memory.to('get'));
      expect(marked(page)).to.equal(undefined);
    });
  }
});

describe('an address that tries to be more than that of a comment', () => {
  afterEach(unmountAll);

  for (const id of [
    '%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
    '__proto__',
    'constructor',
    '1"]',
    `${'a'.repeat(100_000)}`,
  ]) {
    for (const kind of ['comment', 'report'])
      it(`is that of a missing comment: #${kind}-${id.slice(0, 60)}`, async () => {
        const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
        await page.comment('Comment 2');
        goTo(`#${kind}-${id}`);
        await page.says(en.commentMissing);
        expect(page.all('article')).to.have.length(2);
        expect(page.section.querySelector('img')).to.equal(null);
        expect(marked(page)).to.equal(undefined);
      });
  }
});

describe('the address of a comment that is not there', () => {
  afterEach(unmountAll);

  it('is said, read out, and no longer said at the next address', async () => {
    goTo('#comment-gone');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.says(en.commentMissing);
    expect(page.all('status'), 'announced by the live region alone').to.deep.equal([]);
    await waitFor(() => expect(page.heard).to.include(en.commentMissing));
    goTo('#comment-Comment-2');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 2'));
    expect(page.isSaying(en.commentMissing)).to.equal(false);
    goTo('#comment-gone');
    await page.says(en.commentMissing);
    goTo('#chapter-2');
    await waitFor(() => expect(page.isSaying(en.commentMissing)).to.equal(false));
  });

  it('is said in view, however far down the comments are', async () => {
    const article = document.createElement('div');
    article.style.blockSize = '9000px';
    document.body.append(article);
    goTo('#comment-gone');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { loading: 'lazy' });
    const notice = await page.says(en.commentMissing);
    await waitFor(() => {
      const { top, bottom } = notice.getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).to.equal(true);
    });
    article.remove();
  });

  it('is not said of an address that has changed meanwhile', async () => {
    const gate = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter({ comments: comments(3) }), 'get', gate.promise));
    await page.comment('Comment 3');
    const memory = watched(page.element.adapter as CommentsAdapter);
    page.element.adapter = memory.adapter;
    await page.comment('Comment 3');
    goTo('#comment-gone');
    await waitFor(() => expect(memory.to('get')).to.have.length(1));
    goTo('#comment-Comment-3');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 3'));
    gate.release();
    await page.turnToForm();
    expect(page.isSaying(en.commentMissing)).to.equal(false);
  });

  it('can be tried again after a failure, and the focus is not lost', async () => {
    let isDown = true;
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: comments(30),
        faults: ({ method }) => (method === 'get' && isDown ? new AdapterError('network') : undefined),
      }),
      { 'page-size': '5' },
    );
    await page.comment('Comment 3');
    goTo('#comment-Comment-28');
    expect(await page.alert()).to.contain(en.commentFailed(en.causes.network));
    await page.press(en.tryAgain);
    expect(page.focused?.id).to.equal('heading');
    await page.alert();
    isDown = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 28'));
    expect(page.all('alert')).to.deep.equal([]);
  });

  it('waits for a list that has failed', async () => {
    let isDown = true;
    goTo('#comment-Comment-2');
    const faults = ({ method }: { readonly method: string }): AdapterError | undefined =>
      method === 'list' && isDown ? new AdapterError('network') : undefined;
    const memory = watched(memoryAdapter({ comments: comments(3), faults }));
    const page = await CommentsPage.open(memory.adapter);
    await page.alert();
    isDown = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 2'));
    expect(memory.to('get'), 'the list has it').to.deep.equal([]);
  });

  it('is looked for in the article that comes next on the same page', async () => {
    goTo('#comment-gone');
    const page = await CommentsPage.open(
      memoryAdapter({ comments: (key) => (key === 'quay' ? [comment('gone')] : comments(2)) }),
    );
    await page.says(en.commentMissing);
    page.element.discussion = 'quay';
    await waitFor(() => expect(page.focused?.textContent).to.contain('gone'));
    expect(page.isSaying(en.commentMissing)).to.equal(false);
  });
});

describe('the address of a comment on a page with two sections', () => {
  afterEach(unmountAll);

  const here = (): CommentsAdapter => memoryAdapter({ comments: [comment('Here.')] });
  const there = (): CommentsAdapter => memoryAdapter({ comments: [comment('There.')] });
  const open = (one: CommentsAdapter, other: CommentsAdapter): Promise<[CommentsPage, CommentsPage]> =>
    Promise.all([CommentsPage.open(one), CommentsPage.open(other)]);

  it('leads to the one that has it, and the other says nothing', async () => {
    const gate = held();
    goTo('#comment-There-');
    const [one, other] = await open(here(), heldUp(there(), 'list', gate.promise));
    await one.comment('Here.');
    await one.turnToForm();
    one.textBox.blur();
    expect(one.isSaying(en.commentMissing), 'the other one still looks').to.equal(false);
    gate.release();
    await waitFor(() => expect(other.focused?.textContent).to.contain('There.'));
    expect([one, other].some((page) => page.isSaying(en.commentMissing))).to.equal(false);
    expect(one.heard).to.deep.equal([]);
  });

  it('leads to the one that has it, though its backend is known later than the other has looked', async () => {
    goTo('#comment-There-');
    const { adapter, to } = watched(here());
    const one = await CommentsPage.open(adapter);
    const other = await CommentsPage.open(undefined);
    await waitFor(() => expect(to('get')).to.have.length(1));
    await one.turnToForm();
    one.textBox.blur();
    expect(one.heard, 'the other one has not begun').to.deep.equal([]);
    other.element.adapter = there();
    await waitFor(() => expect(other.focused?.textContent).to.contain('There.'));
    expect([one, other].some((page) => page.isSaying(en.commentMissing))).to.equal(false);
    expect(one.heard).to.deep.equal([]);
  });

  it('is said to be missing after three seconds, where the other one never looks', async () => {
    const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    try {
      goTo('#comment-gone');
      const { adapter, to } = watched(here());
      const one = await CommentsPage.open(adapter);
      await CommentsPage.open(undefined);
      await waitFor(() => expect(to('get')).to.have.length(1));
      await clock.advance(2_900);
      expect(one.heard).to.deep.equal([]);
      await clock.advance(200);
      expect(one.heard).to.deep.equal([en.commentMissing]);
    } finally {
      clock.uninstall();
    }
  });

  it('is said to be missing once, when neither has it', async () => {
    goTo('#comment-gone');
    const [one, other] = await open(here(), there());
    await one.says(en.commentMissing);
    expect(other.isSaying(en.commentMissing)).to.equal(false);
  });

  it('is said to be missing when the section that still looked for it is taken away', async () => {
    goTo('#comment-gone');
    const [one, other] = await open(here(), heldUp(there(), 'get', new Promise(() => {})));
    await one.comment('Here.');
    await other.comment('There.');
    await one.turnToForm();
    expect(one.isSaying(en.commentMissing)).to.equal(false);
    other.element.remove();
    await one.says(en.commentMissing);
  });

  it('leads to one of two that show the same discussion', async () => {
    const [one, other] = await open(here(), here());
    await one.comment('Here.');
    await other.comment('Here.');
    goTo('#comment-Here-');
    // Whichever finds it first: their code and their requests take their time independently.
    const led = (): readonly CommentsPage[] => [one, other].filter(({ focused }) => focused);
    await waitFor(() => expect(led()).to.have.length(1));
    expect(led()[0]?.focused?.textContent).to.contain('Here.');
    await Promise.all([one.element.updateComplete, other.element.updateComplete]);
    expect(led()).to.have.length(1);
    expect([one, other].some((page) => page.isSaying(en.commentMissing))).to.equal(false);
  });
});
