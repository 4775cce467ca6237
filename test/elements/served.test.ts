/** A server has rendered the comments, and the element takes their place. */
import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type CommentPage, type CommentsAdapter } from '../../src/model/adapter.js';
import { type RenderedComments, type RenderPageOptions, renderPage } from '../../src/server/render-page.js';
import { scriptJson } from '../../src/server/script-json.js';
import { CommentsPage, type OpenOptions, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { comment, comments, held, heldUp } from '../support/fake-backend.js';

const pier = { key: 'pier', url: location.href };

/** A backend whose list can change. */
function backend(items: readonly Comment[], more: Partial<CommentsAdapter> = {}) {
  let page: CommentPage = { items, total: items.length };
  const adapter: CommentsAdapter = {
    open: async () => ({ state: 'open' }),
    list: async () => page,
    submit: async () => ({ outcome: 'published' }),
    ...more,
  };
  const change = (next: readonly Comment[]): void => void (page = { items: next, total: next.length });
  return { adapter, change };
}

function render(items: readonly Comment[], adapter: CommentsAdapter, options: Partial<RenderPageOptions> = {}) {
  return renderPage({ items, total: items.length }, { state: 'open' }, { discussion: pier, adapter, ...options });
}

const withData = ({ html, data }: RenderedComments): string =>
  `${html}<script type="application/json">${scriptJson(data)}</script>`;

const open = (adapter: CommentsAdapter | undefined, content: string, more: OpenOptions = {}): Promise<CommentsPage> =>
  CommentsPage.open(adapter, {}, { content, ...more });

/** What the server has written, as long as it is to be seen. */
const served = ({ element }: CommentsPage): string | undefined => {
  const section = element.querySelector('section');
  return section?.checkVisibility() ? section.innerText : undefined;
};

const isTakenOver = (page: CommentsPage): Promise<void> =>
  waitFor(() => {
    if (served(page)) throw new Error('The comments of the server are still shown.');
  });

describe('comments that a server has rendered', () => {
  afterEach(unmountAll);

  it('draws server-rendered comments again from their data before the backend has answered', async () => {
    const { promise, release } = held();
    const { adapter } = backend(comments(3));
    const content = withData(render(comments(3), adapter));
    const page = await open(heldUp(heldUp(adapter, 'list', promise), 'open', promise), content);
    await isTakenOver(page);
    expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']);
    expect(page.all('button', 'Reply')).to.have.length(3);
    release();
    await page.find('button', 'Post comment');
  });

  it('keeps the server’s comments until the adapter has learned from the backend what readers can do', async () => {
    const { promise, release } = held();
    const learning = backend(comments(2)).adapter as {
      -readonly [Name in keyof CommentsAdapter]: CommentsAdapter[Name];
    };
    const content = withData(render(comments(2), { ...learning, vote: async () => ({ up: 1 }) }));
    learning.open = async () => {
      await promise;
      learning.vote = async () => ({ up: 1 });
      return { state: 'open' };
    };
    const page = await open(learning, content);
    await waitFor(() => expect(served(page)).to.contain('Comment 2'));
    release();
    await isTakenOver(page);
    expect(page.all('button', /\bRecommend/)).to.have.length(2);
  });

  it('keeps the server’s comments until the list is loaded if they carry no data', async () => {
    const { promise, release } = held();
    const { adapter } = backend(comments(3));
    const page = await open(heldUp(adapter, 'list', promise), render(comments(3), adapter).html);
    await waitFor(() => expect(served(page)).to.contain('Comment 3'));
    expect(page.element.shadowRoot?.querySelector('[part~=placeholder]')).to.equal(null);
    release();
    await isTakenOver(page);
    expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']);
  });

  it('updates the server’s comments in place, and offers new ones', async () => {
    const items = comments(3);
    const { adapter, change } = backend(items);
    const content = withData(render(items, adapter, { now: Date.parse('2026-11-24T11:00:00Z') }));
    const [first, second] = items as [Comment, Comment, Comment];
    change([
      first,
      { ...second, body: { format: 'text', value: 'Comment 2, corrected' } },
      comment('A new one', { createdAt: '2026-11-24T12:00:00Z' }),
    ]);
    const page = await open(adapter, content);
    await isTakenOver(page);
    await page.comment('Comment 2, corrected');
    await page.find('button', 'View 1 new comment');
    expect(page.isSaying('A new one')).to.equal(false);
    await page.says('This comment was removed by the editors.');
  });

  it('offers to delete a reader’s own comment once the backend has named the reader', async () => {
    const mine = comment('Mine', { author: { id: 'ada', name: 'Ada' } });
    const { adapter } = backend([mine], {
      open: async () => ({ state: 'open', viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } }),
      remove: async () => ({ effect: 'tombstone' }),
    });
    const page = await open(adapter, withData(render([mine], adapter)));
    await isTakenOver(page);
    await page.find('button', 'Delete');
  });

  it('keeps the server’s comments and shows the failure if the list cannot be loaded', async () => {
    const { adapter } = backend(comments(2), { list: () => Promise.reject(new AdapterError('network', '')) });
    const page = await open(adapter, render(comments(2), adapter).html);
    const alert = await waitFor(() => {
      const found = page.element.shadowRoot?.querySelector('[role=alert]');
      if (!found) throw new Error('No failure is shown.');
      return found;
    });
    expect(alert.textContent).to.contain('Try again');
    expect(served(page)).to.contain('Comment 2');
  });

  it('keeps the server’s comments if the page is set up wrongly', async () => {
    const { adapter } = backend(comments(2));
    const broken = { open: adapter.open } as unknown as CommentsAdapter;
    const page = await expectConsoleError('The adapter has no list()', () =>
      open(broken, withData(render(comments(2), adapter))),
    );
    await waitFor(() => expect(page.element.shadowRoot?.textContent).to.contain('list'));
    expect(served(page)).to.contain('Comment 2');
  });

  it('replaces the server’s comments and shows no form if the backend reports a closed discussion', async () => {
    const { adapter } = backend(comments(2), { open: () => Promise.reject(new AdapterError('closed', '')) });
    const page = await open(adapter, withData(render(comments(2), adapter)));
    await isTakenOver(page);
    await waitFor(() => expect(page.all('status')).to.have.length(1));
    expect(page.all('textbox')).to.have.length(0);
  });

  it('shows no server-rendered comments of another discussion, and reports the mismatch', async () => {
    const { promise, release } = held();
    const { adapter } = backend(comments(2));
    const content = withData(render(comments(2), adapter, { discussion: { ...pier, key: 'harbour' } }));
    const page = await expectConsoleError('The server has rendered the discussion "harbour"', () =>
      open(heldUp(adapter, 'list', promise), content),
    );
    expect(served(page)).to.equal(undefined);
    await waitFor(() =>
      expect(page.element.shadowRoot?.textContent).to.contain(
        'The server has rendered the discussion "harbour", not "pier"',
      ),
    );
    release();
  });

  it('shows no server-rendered comments again after the page changes to another discussion', async () => {
    const { adapter } = backend(comments(2));
    const page = await open(adapter, withData(render(comments(2), adapter)));
    await isTakenOver(page);
    const { promise, release } = held();
    page.element.adapter = heldUp(adapter, 'list', promise);
    page.element.discussion = 'harbour';
    await page.element.updateComplete;
    expect(served(page)).to.equal(undefined);
    release();
  });

  for (const [what, data, note] of [
    ['no JSON', '{', 'The data inside the element is no JSON'],
    ['something else', '{"version":1}', 'The data inside the element is not what renderComments() returns'],
  ] as const) {
    it(`loads the comments and reports it to the developer if the server’s data is ${what}`, async () => {
      const { adapter } = backend(comments(2));
      const { html } = render(comments(2), adapter);
      const page = await expectConsoleError(note, () =>
        open(adapter, `${html}<script type="application/json">${data}</script>`),
      );
      await isTakenOver(page);
      expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2']);
      await waitFor(() => expect(page.element.shadowRoot?.textContent).to.contain(note));
    });
  }

  it('shows times in the time zone that the server used', async () => {
    const { adapter } = backend(comments(1));
    const content = withData(render(comments(1), adapter, { timeZone: 'Asia/Tokyo' }));
    const page = await open(adapter, content);
    await isTakenOver(page);
    const time = page.section.querySelector('time')?.textContent;
    expect(time).to.equal('Nov 24, 2026, 7:00 PM GMT+9');
    expect(page.element.querySelector('time')?.textContent).to.equal(time);
  });

  it('keeps the focus on the same link when it replaces the server’s comments', async () => {
    const { promise, release } = held();
    const { adapter } = backend(comments(3));
    const page = await open(heldUp(adapter, 'list', promise), render(comments(3), adapter).html);
    await waitFor(() => expect(served(page)).to.contain('Comments'));
    page.element.querySelectorAll<HTMLElement>('[part=permalink]')[1]?.focus();
    release();
    await isTakenOver(page);
    const focused = page.focused;
    expect(focused?.part.value).to.equal('permalink');
    expect(focused?.closest('article')?.textContent).to.contain('Comment 2');
  });

  it('keeps a selection across comments when it replaces the server’s comments', async () => {
    const { promise, release } = held();
    const items = [comment('One two three'), comment('Four five six')];
    const { adapter } = backend(items);
    const page = await open(heldUp(adapter, 'list', promise), render(items, adapter).html);
    await waitFor(() => expect(served(page)).to.contain('Comments'));
    const [first, second] = [...page.element.querySelectorAll('[part=body] p')].map(({ firstChild }) => firstChild!);
    getSelection()?.setBaseAndExtent(first!, 4, second!, 9);
    release();
    await isTakenOver(page);
    const [one, two] = [...page.section.querySelectorAll('[part=body] p')].map(({ firstChild }) => firstChild!);
    const shadowRoots = [page.element.shadowRoot!];
    const [selected] = getSelection()!.getComposedRanges({ shadowRoots });
    expect([selected?.startContainer, selected?.startOffset]).to.deep.equal([one, 4]);
    expect([selected?.endContainer, selected?.endOffset]).to.deep.equal([two, 9]);
  });

  it('shows the server’s comments before the element starts', async () => {
    const { adapter } = backend(comments(2));
    const content = withData(render(comments(2), adapter));
    const element = document.createElement('article-comments');
    element.innerHTML = content;
    element.adapter = adapter;
    document.body.append(element);
    // With a shadow root, they would be laid out again.
    expect(element.shadowRoot === null).to.equal(true);
    expect(element.querySelector('section')?.checkVisibility()).to.equal(true);
    await waitFor(() => expect(element.shadowRoot?.querySelectorAll('article')).to.have.length(2));
    element.remove();
  });

  it('draws the server’s comments once if the element is moved before it starts', async () => {
    const asked: string[] = [];
    const { adapter } = backend(comments(2));
    const counting: CommentsAdapter = { ...adapter, open: async () => (asked.push('open'), { state: 'open' }) };
    const page = await open(counting, render(comments(2), adapter).html, {
      prepare: (element) => {
        document.body.append(element);
        element.remove();
      },
    });
    await isTakenOver(page);
    expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2']);
    expect(asked).to.deep.equal(['open']);
  });

  it('leaves the server’s comments alone if the element is removed before it starts', async () => {
    const asked: string[] = [];
    const { adapter } = backend(comments(2));
    const element = document.createElement('article-comments');
    element.setAttribute('loading', 'eager');
    element.innerHTML = render(comments(2), adapter).html;
    element.adapter = { ...adapter, open: async () => (asked.push('open'), { state: 'open' }) };
    document.body.append(element);
    element.remove();
    // Another that has come later has begun, so this one would have, too.
    const page = await open(adapter, render(comments(2), adapter).html);
    await isTakenOver(page);
    expect(asked).to.deep.equal([]);
    expect(element.shadowRoot === null).to.equal(true);
  });
});
