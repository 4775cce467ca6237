/** Pages that set colours of their own and say nothing, or something else, with `color-scheme`: everything stays legible on them. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { contrast, groundOf, textContrasts } from '../support/contrast.js';
import { comment, comments, followable, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { changeable } from './changeable.js';

const pages: Readonly<Record<string, string>> = {
  'is dark by a class': '.dark body { background: #121212; color: #e6e6e6 }',
  'is of a dark grey': 'body { background: #2b2b2b; color: #f0f0f0 }',
  'is light': 'body { background: #fff; color: #1b1b1b }',
  'is light and prefers dark': ':root { color-scheme: dark } body { background: #fdfaf3; color: #2c2519 }',
  'is light, around a dark section': 'body { color: #222 } article-comments { background: #1b2733; color: #eaeaea }',
};

/** Badges, a link, a vote, a held comment, a guest's form with problems, a report that was not sent, and more to load. */
async function openWithProblems(): Promise<CommentsPage> {
  const page = await CommentsPage.open(
    memoryAdapter({
      comments: [
        comment('First, with a link: https://pier.example/', { author: { name: 'Grace', badges: ['author'] } }),
        comment('Second.', { editedAt: '2026-11-24T11:00:00Z' }),
        comment('Third.', { status: 'deleted' }),
        ...comments(3),
      ],
      info: { posting: { guest: { name: { required: true } }, max: { value: 10, unit: 'chars' } } },
      faults: ({ method }) => (method === 'report' ? new AdapterError('network') : undefined),
    }),
    { 'page-size': '4', 'policy-href': 'https://paper.example/rules' },
  );
  await page.press(/\bRecommend/, await page.comment('Second.'));
  await page.write('More than ten letters.', await page.findTextBox());
  await page.press('Post comment');
  await waitFor(() => expect(page.get('textbox', 'Name').getAttribute('aria-invalid')).to.equal('true'));
  await page.startReport('First');
  await page.choose(en.reasons.spam);
  await page.press('Send report');
  await page.alert();
  return page;
}

/** The question before a comment is deleted. */
async function openWithQuestion(): Promise<CommentsPage> {
  const page = await CommentsPage.open(changeable());
  await page.press(en.remove, await page.comment('Mine.'));
  await page.find('group', en.removal.author.question);
  return page;
}

/** The button for new comments. */
async function openWithNews(): Promise<CommentsPage> {
  const backend = memoryAdapter({ comments: comments(2) });
  const { adapter, followed } = followable(backend);
  const page = await CommentsPage.open(adapter);
  await page.comment('Comment 1');
  await followed;
  const discussion = { key: 'pier', url: location.href };
  const { signal } = new AbortController();
  await backend.submit!({ discussion, parentId: null, body: 'New.', submitKey: 'key' }, { signal });
  await page.find('button', /^View 1 new/);
  return page;
}

/** How far the loading of all comments is. */
async function openWhileLoading(): Promise<CommentsPage> {
  const backend = memoryAdapter({ comments: comments(9) });
  const list: CommentsAdapter['list'] = async (query, call) => {
    if (query.cursor !== undefined) await held().promise;
    return backend.list(query, call);
  };
  const page = await CommentsPage.open({ ...backend, list }, { 'page-size': '2' });
  await page.press(en.loadAll);
  await page.find('button', en.stopLoading);
  return page;
}

const views = {
  problems: openWithProblems,
  'a question': openWithQuestion,
  'new comments': openWithNews,
  progress: openWhileLoading,
};

/** What is below `least`, with its contrast. */
const below = (least: number, measured: readonly (readonly [name: string, ratio: number])[]): readonly string[] =>
  measured.filter(([, ratio]) => ratio < least).map(([name, ratio]) => `${name}: ${ratio.toFixed(2)}`);

/** The edges of all boxes, the grounds of the main buttons, and the ring of each kind of button. */
function edges(page: CommentsPage): (readonly [name: string, ratio: number])[] {
  const nameOf = (one: Element): string => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? one.localName;
  const behind = (one: Element): string[] => groundOf(one.parentElement!);
  const boxes = [...page.section.querySelectorAll('textarea, input[type=text], [part~=remove].danger')];
  const buttons = page.all('button').filter((one) => one.checkVisibility() && !one.closest('.skip'));
  return [
    ...boxes.map(
      (one) => [`edge of ${one.id}`, contrast(getComputedStyle(one).borderTopColor, ...behind(one))] as const,
    ),
    ...buttons
      .filter((one) => one.matches('.primary'))
      .map(
        (one) => [`ground of ${nameOf(one)}`, contrast(getComputedStyle(one).backgroundColor, ...behind(one))] as const,
      ),
    ...buttons.map((one) => {
      one.focus({ focusVisible: true });
      return [`ring of ${nameOf(one)}`, contrast(getComputedStyle(one).outlineColor, ...behind(one))] as const;
    }),
  ];
}

/** The entries of the menus, on the ground that the browser gives its menus in this scheme. */
function entries(page: CommentsPage): (readonly [name: string, ratio: number])[] {
  return [...page.section.querySelectorAll('option')].map((one) => {
    const menu = document.createElement('div');
    menu.style.setProperty('background-color', 'Field');
    page.section.append(menu);
    const ground = getComputedStyle(menu).backgroundColor;
    menu.remove();
    const { color, backgroundColor } = getComputedStyle(one);
    return [`entry ${one.textContent?.trim()}`, contrast(color, ground, backgroundColor)] as const;
  });
}

for (const [name, css] of Object.entries(pages))
  describe(`a page that ${name}`, () => {
    const sheet = new CSSStyleSheet();

    before(() => {
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.documentElement.classList.add('dark');
    });
    afterEach(unmountAll);
    after(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      document.documentElement.removeAttribute('class');
    });

    for (const [view, open] of Object.entries(views))
      it(`has text of at least 4.5:1, and edges and rings of 3:1: ${view}`, async () => {
        const page = await open();
        const texts = textContrasts(page.section);
        expect(texts.length).to.be.greaterThan(10);
        expect(below(4.5, [...texts, ...entries(page)])).to.deep.equal([]);
        expect(below(3, edges(page))).to.deep.equal([]);
      });
  });
