/** What the row of a comment leaves for its text. */
import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import pl from '../../src/locales/pl.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { setViewport } from '../support/viewport.js';

const TEXT = 'At slack water, I hope.';

const talk = [
  comment('Picked', {
    author: { name: 'Rosalind Okonjo-Hale', badges: ['staff'] },
    featured: true,
    votes: { up: 48 },
  }),
  comment('Level 1', { parentId: 'Picked', author: { name: 'Ines Marlow', badges: ['author'] } }),
  comment('Level 2', { parentId: 'Level-1', author: { name: 'Gus', badges: ['guest'] } }),
  comment('Level 3', { parentId: 'Level-2', author: { name: 'Tom Arkwright' } }),
  comment(TEXT, {
    parentId: 'Level-3',
    author: { name: 'Wilma Haverkamp-Zimmermannsdotter', badges: ['staff', 'verified'] },
    votes: { up: 21 },
  }),
  comment('The last.'),
];

const open = (attributes: Readonly<Record<string, string>> = {}): Promise<CommentsPage> =>
  CommentsPage.open(memoryAdapter({ comments: talk, features: { votes: 'up-down' } }), attributes);

const partOf = (article: Element, part: string): HTMLElement => article.querySelector<HTMLElement>(`[part=${part}]`)!;

/** Presses what is at a distance from the start of a row. */
async function pressBeside(row: Element, distance: number): Promise<void> {
  row.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, right, top, height } = row.getBoundingClientRect();
  const x = getComputedStyle(row).direction === 'rtl' ? right - distance : left + distance;
  await sendMouse({ type: 'click', position: [Math.round(x), Math.round(top + height / 2)] });
}

/** The actions below a comment, in the lines in which they are visible. */
function linesOf(article: Element): Element[][] {
  const isVisible = (action: Element): boolean => getComputedStyle(action).position !== 'absolute';
  const middleOf = (action: Element): number => {
    const { top, bottom } = action.getBoundingClientRect();
    return Math.round((top + bottom) / 2);
  };
  const actions = [...article.querySelectorAll('[part=actions] [part~=action]')].filter(isVisible);
  const lines = [...new Set(actions.map(middleOf))];
  return lines.map((middle) => actions.filter((action) => middleOf(action) === middle));
}

/** Who may remove each comment. */
function openForModerator(lang: string): Promise<CommentsPage> {
  const desk = { id: 'desk', name: 'Comments desk' };
  const viewer = { state: 'signed-in', author: desk, moderator: true } as const;
  return CommentsPage.open(memoryAdapter({ comments: talk, viewer }), { lang });
}

describe('a comment on a screen of 320 pixels', () => {
  before(() => setViewport({ width: 320, height: 1200 }));
  afterEach(unmountAll);
  after(() => setViewport({ width: 1280, height: 720 }));

  for (const messages of [en, de, pl])
    it(`leaves no action alone in a line, also for a moderator: ${messages.lang}`, async () => {
      registerLocale(messages);
      const page = await openForModerator(messages.lang);
      await page.comment(TEXT);
      for (const article of page.all('article'))
        for (const line of linesOf(article)) expect(line.length, article.textContent).to.be.above(1);
    });
});

describe('a comment on a screen of 360 pixels', () => {
  before(() => setViewport({ width: 360, height: 1200 }));
  afterEach(async () => {
    await resetMouse();
    unmountAll();
  });
  after(() => setViewport({ width: 1280, height: 720 }));

  it('has one line above its text and one line of actions below', async () => {
    const page = await open();
    await page.comment(TEXT);
    for (const article of page.all('article', /^(Comment|Reply) by (?!Wilma)/)) {
      const name = article.getAttribute('aria-label')!;
      expect(partOf(article, 'comment-header').getBoundingClientRect().height, name).to.be.lessThan(30);
      expect(partOf(article, 'actions').getBoundingClientRect().height, name).to.be.lessThan(30);
    }
  });

  it('shows the whole of a long name, with its time in the next line', async () => {
    const page = await open();
    const header = partOf(await page.comment(TEXT), 'comment-header');
    const name = partOf(header, 'author');
    expect(name.scrollWidth).to.be.at.most(name.clientWidth);
    expect(partOf(header, 'time').getBoundingClientRect().top).to.be.at.least(name.getBoundingClientRect().bottom - 1);
  });

  it('keeps its actions in one line after a vote', async () => {
    const page = await open();
    const article = await page.comment(TEXT);
    page.all('button', /^Disagree/, article)[0]!.click();
    await waitFor(() => expect(page.all('button', /^1 Disagree/, article)).to.have.length(1));
    expect(linesOf(article)).to.have.length(1);
  });

  it('has one line of actions for a moderator', async () => {
    const page = await openForModerator('en');
    await page.comment(TEXT);
    for (const article of page.all('article')) expect(linesOf(article), article.textContent).to.have.length(1);
  });

  it('shows the short label of the report button, and has the whole of it in its name', async () => {
    const page = await open();
    const report = page.all('button', 'Report as abuse', await page.comment(TEXT))[0]!;
    // Firefox says how the text is found, and not what it is.
    expect(getComputedStyle(report, '::before').content).to.be.oneOf(['"Report"', 'attr(data-short)']);
    expect(report.dataset['short']).to.equal('Report');
    expect(report.firstElementChild!.checkVisibility()).to.equal(false);
    await setViewport({ width: 1280, height: 720 });
    await waitFor(() => expect(report.firstElementChild!.checkVisibility()).to.equal(true));
    await setViewport({ width: 360, height: 1200 });
  });

  it('starts its text beside the name of the one it replies to', async () => {
    const page = await open();
    const article = await page.comment(TEXT);
    const note = page.all('link', en.inReplyTo('Tom Arkwright'), article)[0]!;
    expect(note.getBoundingClientRect().top).to.be.lessThan(partOf(article, 'body').getBoundingClientRect().bottom);
    expect(note.getBoundingClientRect().top).to.be.at.least(
      partOf(article, 'comment-header').getBoundingClientRect().bottom,
    );
  });

  for (const lang of ['en', 'ar'])
    it(`has a line beside it for each branch, which folds the branch: ${lang}`, async () => {
      registerLocale(ar);
      const page = await open({ lang });
      const row = (await page.comment(TEXT)).closest('li')!;
      const expanded = async (text: string): Promise<string | null | undefined> =>
        (await page.comment(text)).querySelector('[part~=collapse]')?.getAttribute('aria-expanded');
      // The code of the lines is loaded with the whole dates.
      await waitFor(() => expect(row.querySelector('time')!.title).not.to.equal(''));
      await pressBeside(row, 40);
      await waitFor(async () => expect(await expanded('Level 2')).to.equal('false'));
      expect(page.focused?.getAttribute('aria-expanded'), 'focus on the button that unfolds it').to.equal('false');
      (page.focused as HTMLElement).click();
      await waitFor(async () => expect(await expanded('Level 2')).to.equal('true'));
      await pressBeside(row, 8);
      await waitFor(async () => expect(await expanded('Picked')).to.equal('false'));
      await waitFor(() => expect(page.all('article')).to.have.length(2));
    });

  it('folds nothing when its text is pressed', async () => {
    const page = await open();
    const article = await page.comment(TEXT);
    await pressBeside(article.closest('li')!, 80);
    await sendMouse({
      type: 'click',
      position: [200, Math.round(article.closest('li')!.getBoundingClientRect().top + 1)],
    });
    await page.element.updateComplete;
    expect(article.checkVisibility()).to.equal(true);
  });

  it('keeps the button that hides its replies for the keyboard', async () => {
    const page = await open();
    const button = page.all('button', /^Hide replies/, await page.comment('Picked'))[0]!;
    button.focus({ focusVisible: true });
    expect(getComputedStyle(button).clipPath).to.equal('none');
    button.blur();
    expect(getComputedStyle(button).clipPath).to.equal('inset(50%)');
  });
});

describe('the policy', () => {
  const OWN = 'Be kind to each other, and write about the article. '.repeat(6);
  const toggle = (page: CommentsPage): HTMLElement => page.section.querySelector<HTMLElement>('[part=more-policy]')!;
  const textOf = (page: CommentsPage): HTMLElement => page.section.querySelector<HTMLElement>('[part=policy]')!;

  const isOffered = (page: CommentsPage): boolean => toggle(page).checkVisibility({ visibilityProperty: true });

  before(() => setViewport({ width: 360, height: 1200 }));
  afterEach(unmountAll);
  after(() => setViewport({ width: 1280, height: 720 }));

  it('is one line with its link, until it is unfolded', async () => {
    const page = await CommentsPage.open(memoryAdapter(), { 'policy-href': 'https://paper.example/' });
    await page.find('link', 'Our comment policy');
    expect(textOf(page).getBoundingClientRect().height).to.be.lessThan(30);
    toggle(page).click();
    await waitFor(() => expect(textOf(page).getBoundingClientRect().height).to.be.above(60));
  });

  it('folds the policy of the publisher after two lines', async () => {
    const page = await CommentsPage.open(memoryAdapter({ info: { policy: { body: { format: 'text', value: OWN } } } }));
    await page.says(/Be kind/);
    const { height } = textOf(page).getBoundingClientRect();
    expect(height).to.be.above(35);
    expect(height).to.be.lessThan(60);
    toggle(page).click();
    await waitFor(() => expect(textOf(page).getBoundingClientRect().height).to.be.above(100));
  });

  it('has a button that is large enough to press, also with tiny text', async () => {
    const { style } = document.documentElement;
    style.fontSize = '8px';
    try {
      const page = await CommentsPage.open(memoryAdapter());
      await page.says(/^Comments should add/);
      const { width, height } = toggle(page).getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    } finally {
      style.fontSize = '';
    }
  });

  it('has no button while all of it is visible', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ info: { policy: { body: { format: 'text', value: 'Be kind.' } } } }),
    );
    await page.says('Be kind.');
    await waitFor(() => expect(isOffered(page)).to.equal(false));
  });
});
