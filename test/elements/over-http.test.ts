import { expect } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import { HttpEdge, json, problem } from '../support/http-edge.js';
import { comments, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';

const answer = (operations: readonly string[], more: object = {}): Response =>
  json({
    discussion: { state: 'open', viewer: { state: 'anonymous' } },
    page: { items: comments(3) },
    offers: { operations, ...more },
  });

describe('a section over http', () => {
  afterEach(unmountAll);

  it('has the controls that the backend offers as soon as it has the comments', async () => {
    const edge = new HttpEdge({
      'GET /discussion': () => answer(['vote', 'reportComment'], { sorts: ['oldest', 'top'], votes: 'up-down' }),
    });
    const page = await CommentsPage.open(edge.adapter());
    await page.comment('Comment 3');
    for (const name of [en.reply, /\bAgree/, en.voteDown, en.report])
      expect(page.all('button', name), String(name)).to.have.length(3);
    const order = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
    expect([...order.options].map(({ value }) => value)).to.deep.equal(['oldest', 'top']);
    expect(edge.whats).to.deep.equal(['GET /discussion']);
  });

  it('looks the same with the wrong members that nothing repairs', async () => {
    const shown = async (wrong?: unknown): Promise<string> => {
      const given = wrong !== undefined;
      const [first] = comments(1);
      const item = {
        ...first,
        author: { ...first!.author, ...(given && { url: wrong, avatar: wrong }) },
        body: { format: given ? wrong : 'text', value: 'Comment 1' },
        votes: { up: 2, ...(given && { mine: 7 }) },
        ...(given && { replies: wrong, can: wrong, preceding: wrong, permalink: wrong }),
      };
      const response = {
        discussion: {
          state: 'open',
          posting: {
            max: { value: 500, unit: given ? wrong : 'graphemes' },
            ...(given && { who: wrong, guest: wrong }),
          },
          viewer: { state: given ? wrong : 'unknown' },
          ...(given && { feedUrl: wrong, can: wrong, decisions: wrong, policy: wrong }),
        },
        page: { items: [item], total: 1, ...(given && { totalCounts: wrong }) },
        offers: { operations: ['vote', 'reportComment'], sorts: ['oldest'] },
      };
      const page = await CommentsPage.open(new HttpEdge({ 'GET /discussion': () => json(response) }).adapter());
      await page.comment('Comment 1');
      await page.find('textbox', en.yourComment);
      await page.find('button', 'Skip to the end of comments');
      return page.section.textContent ?? '';
    };
    const right = await shown();
    for (const wrong of ['', 'no such word', 7, true]) expect(await shown(wrong), String(wrong)).to.equal(right);
  });

  it('has no controls for what the backend does not offer', async () => {
    const page = await CommentsPage.open(
      new HttpEdge({ 'GET /discussion': () => answer([], { sorts: ['oldest'], nesting: 'flat' }) }).adapter(),
    );
    await page.comment('Comment 3');
    await page.find('textbox', en.yourComment);
    for (const name of [en.reply, /\bRecommend/, en.report])
      expect(page.all('button', name), String(name)).to.have.length(0);
    // It comes with the menus.
    await page.find('button', 'Skip to the end of comments');
    expect(page.all('combobox')).to.have.length(0);
  });

  it('changes its controls with what is offered to whoever reads now', async () => {
    const offered = [['reportComment'], ['vote']];
    const edge = new HttpEdge({ 'GET /discussion': () => answer(offered.shift()!) });
    const adapter = edge.adapter();
    const page = await CommentsPage.open(adapter);
    await page.comment('Comment 3');
    expect(page.all('button', en.report)).to.have.length(3);
    adapter.viewerChanged();
    await waitFor(() => expect(page.all('button', /\bRecommend/)).to.have.length(3));
    expect(page.all('button', en.report)).to.have.length(0);
  });

  it('takes the order that the reader has chosen elsewhere along from the first request on', async () => {
    localStorage.setItem('article-comments:order', '"top"');
    const edge = new HttpEdge({ 'GET /discussion': () => answer([], { sorts: ['oldest', 'top'] }) });
    const page = await CommentsPage.open(edge.adapter());
    await page.comment('Comment 3');
    expect(edge.sent.map(({ parameters }) => parameters.sort)).to.deep.equal(['top']);
    expect(((await page.find('combobox', 'Sort by')) as HTMLSelectElement).value).to.equal('top');
  });

  it('follows the discussion from the position of the first answer, also where following is asked for before it', async () => {
    const first = held<Response>();
    const edge = new HttpEdge({ 'GET /discussion': () => first.promise, 'GET /events': () => undefined });
    location.hash = 'comment-Comment-2';
    const page = await CommentsPage.open(edge.adapter());
    await waitFor(() => expect(edge.whats).to.deep.equal(['GET /discussion']));
    first.release(
      json({
        discussion: { state: 'open' },
        page: { items: comments(3) },
        offers: { operations: ['followDiscussion'] },
        position: '7',
      }),
    );
    await page.comment('Comment 2');
    await waitFor(() => expect(edge.whats).to.include('GET /events'));
    expect(edge.sent.at(-1)?.parameters).to.deep.equal({ discussion: 'pier', after: '7' });
    const { signal } = edge.sent.at(-1)!;
    page.element.remove();
    await waitFor(() => expect(signal.aborted).to.equal(true));
  });

  it('shows what a broken answer lacks, for whoever helps the reader', async () => {
    const words = 'GET /discussion › discussion is missing';
    const broken = new HttpEdge({ 'GET /discussion': () => json({ page: { items: [] } }) }).adapter();
    const page = await expectConsoleError(words, () => CommentsPage.open(broken));
    expect(await page.alert()).to.contain(words);
    const down = await CommentsPage.open(
      new HttpEdge({ 'GET /discussion': () => problem('unavailable', 503, { detail: 'Back at noon.' }) }).adapter(),
    );
    expect(await down.alert()).to.contain(en.loadFailed('Back at noon.'));
  });
});
