import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { forget } from '../../src/elements/page/preferences.js';
import en from '../support/english.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const talk = (): CommentsAdapter =>
  memoryAdapter({
    comments: [
      comment('Rude.', { author: { id: 'u1', name: 'Tom' } }),
      comment('Calm.', { author: { id: 'u2', name: 'Grace' }, parentId: 'Rude-' }),
      comment('Rude again.', { author: { id: 'u1', name: 'Tom' } }),
      comment('Nobody knows.', { author: null }),
    ],
  });

/** What stands in each row: the comment, or what stands in its place. */
const textsOf = (page: CommentsPage): string[] =>
  page.all('article').map((row) => row.querySelector('.body')?.textContent?.trim() ?? '');

async function mute(page: CommentsPage, text = 'Rude.', name = 'Tom'): Promise<void> {
  await page.press(en.more, await page.comment(text));
  await page.press(en.mute(name), await page.comment(text));
}

describe('muting a person', () => {
  afterEach(unmountAll);

  it('hides all that they wrote and none of the answers; the focus stays there', async () => {
    const page = await CommentsPage.open(talk());
    await mute(page);
    await waitFor(() =>
      expect(textsOf(page)).to.deep.equal([en.muted('Tom'), 'Calm.', en.muted('Tom'), 'Nobody knows.']),
    );
    await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal('comment-Rude-'));
    await waitFor(() => expect(page.heard).to.include(en.mutedNow('Tom')));
  });

  it('holds in every discussion of the site from then on', async () => {
    await mute(await CommentsPage.open(talk()));
    const later = await CommentsPage.open(
      memoryAdapter({ comments: [comment('More.', { author: { id: 'u1', name: 'Thomas' } })] }),
    );
    await later.says(en.muted('Thomas'));
  });

  it('holds from the first drawing on: nothing is shown and then hidden', async () => {
    localStorage.setItem('article-comments:muted', '["u1"]');
    const page = await CommentsPage.open(talk());
    const drawn = textsOf(page);
    const observer = new MutationObserver(() => drawn.push(...textsOf(page)));
    observer.observe(page.section, { childList: true, subtree: true });
    await page.comment('Calm.');
    await page.says(en.muted('Tom'));
    observer.disconnect();
    expect(drawn).to.include('Calm.').and.not.include('Rude.');
  });

  it('lets a single comment be seen', async () => {
    const page = await CommentsPage.open(talk());
    await mute(page);
    const [first] = await waitFor(() => {
      const found = page.all('button', en.unmute);
      expect(found).to.have.length(2);
      return found;
    });
    first?.focus();
    first?.click();
    await waitFor(() => expect(textsOf(page)).to.deep.equal(['Rude.', 'Calm.', en.muted('Tom'), 'Nobody knows.']));
    await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal('comment-Rude-'));
  });

  it('is undone beside any of their comments', async () => {
    const page = await CommentsPage.open(talk());
    await mute(page);
    await waitFor(() => expect(page.all('button', en.unmuteAlways('Tom'))).to.have.length(2));
    page.all('button', en.unmuteAlways('Tom'))[1]?.click();
    await waitFor(() => expect(textsOf(page)).to.deep.equal(['Rude.', 'Calm.', 'Rude again.', 'Nobody knows.']));
    await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal('comment-Rude-again-'));
    await waitFor(() => expect(page.heard).to.include(en.unmutedNow('Tom')));
  });

  it('is undone from behind "More", too, where a comment is seen all the same; and can be done again', async () => {
    const page = await CommentsPage.open(talk());
    await mute(page);
    await waitFor(() => expect(page.all('button', en.unmute)).to.have.length(2));
    page.all('button', en.unmute)[0]?.click();
    await page.press(en.more, await page.comment('Rude.'));
    await page.press(en.unmuteAlways('Tom'), await page.comment('Rude.'));
    await page.comment('Rude again.');
    await page.press(en.mute('Tom'), await page.comment('Rude.'));
    await waitFor(() => expect(textsOf(page).filter((text) => text === en.muted('Tom'))).to.have.length(2));
  });

  it('is not offered for one’s own comments, nor for authors nobody knows', async () => {
    const viewer = { state: 'signed-in', author: { id: 'u2', name: 'Grace' } } as const;
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [
          comment('Mine.', { author: viewer.author }),
          comment('Nobody knows.', { author: null }),
          comment('Nor here.', { author: { name: '' } }),
          comment('By a number.', { author: { id: 'u7', name: '' } }),
        ],
        info: { viewer },
      }),
    );
    for (const text of ['Mine.', 'Nobody knows.', 'Nor here.']) {
      await page.press(en.more, await page.comment(text));
      await page.find('button', en.copyLink);
      expect(page.all('button', /^Mute/), text).to.deep.equal([]);
    }
    await mute(page, 'By a number.', en.anonymous);
    await page.says(en.muted(en.anonymous));
  });

  it('never hides what the reader wrote', async () => {
    localStorage.setItem('article-comments:muted', '["u2"]');
    const viewer = { state: 'signed-in', author: { id: 'u2', name: 'Grace' } } as const;
    const page = await CommentsPage.open(
      memoryAdapter({ comments: [comment('Mine.', { author: viewer.author })], info: { viewer } }),
    );
    await page.comment('Mine.');
    expect(page.isSaying(en.muted('Grace'))).to.equal(false);
  });

  it('is followed by another section of the page', async () => {
    const one = await CommentsPage.open(talk());
    const other = await CommentsPage.open(talk());
    await other.comment('Rude.');
    await mute(one);
    await waitFor(() => expect(textsOf(other)[0]).to.equal(en.muted('Tom')));
    await other.press(en.unmuteAlways('Tom'), other.all('article')[0]);
    await one.comment('Rude.');
    expect(document.activeElement === other.element, 'the focus stays in the section it was in').to.equal(true);
  });

  it('is followed by the site’s other tabs', async () => {
    const page = await CommentsPage.open(talk());
    await page.comment('Rude.');
    const frame = document.createElement('iframe');
    document.body.append(frame);
    // The browser tells every page but the one that wrote.
    frame.contentWindow?.localStorage.setItem('article-comments:muted', '["u1"]');
    await waitFor(() => expect(textsOf(page)[0]).to.equal(en.muted('Tom')));
    frame.remove();
  });

  for (const [kept, stored] of [
    ['somebody else', '["u2"]'],
    ['nonsense', '7'],
  ] as const)
    it(`lasts as long as the page where there is no room to keep it beside ${kept}`, async () => {
      localStorage.setItem('article-comments:muted', stored);
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      };
      const page = await CommentsPage.open(talk());
      await mute(page);
      await waitFor(() => expect(textsOf(page)[0]).to.equal(en.muted('Tom')));
      Storage.prototype.setItem = setItem;
      forget('muted');
    });
});
