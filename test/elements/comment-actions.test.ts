/** Where the actions of a comment stand, and what leads to them. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import type { Messages } from '../../src/i18n/messages.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { sendKeys } from '../support/keys.js';
import { setViewport } from '../support/viewport.js';
import { wholeLocale } from '../support/whole-locale.js';

const languages: readonly Messages[] = [en, await wholeLocale(de), await wholeLocale(ar)];

const words = 'The pilots should be asked before the council is, and the builders.';

function open(name = 'Tom Arkwright', attributes: Readonly<Record<string, string>> = {}): Promise<CommentsPage> {
  return CommentsPage.open(
    memoryAdapter({
      comments: [comment(words, { author: { id: 'tom', name }, votes: { up: 41, down: 3 } })],
      features: { votes: 'up-down' },
      // The backend's clock counts: a week later, the time beside the name would be a whole date.
      now: () => Date.parse('2026-11-24T13:00:00Z'),
    }),
    attributes,
  );
}

describe('a comment on a phone', () => {
  before(() => setViewport({ width: 360, height: 800 }));
  afterEach(unmountAll);
  after(() => setViewport({ width: 1280, height: 720 }));

  for (const messages of languages)
    it(`has votes, a reply, more and the report in one line (${messages.lang})`, async () => {
      registerLocale(messages);
      const page = await open('Tom', { lang: messages.lang });
      await page.find('button', messages.reply);
      const line = page.all('button').filter((button) => button.closest('[part~=actions]'));
      expect(line).to.have.length(5);
      const middles = line.map((button) => button.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2);
      expect(Math.max(...middles) - Math.min(...middles)).to.be.below(1);
      const { left, right } = page.section.getBoundingClientRect();
      for (const button of line) {
        expect(button.getBoundingClientRect().left).to.be.at.least(left);
        expect(button.getBoundingClientRect().right).to.be.at.most(right + 0.01, 'but for rounding');
      }
    });

  it('is hardly higher than its text', async () => {
    const page = await open();
    const article = await page.comment(words);
    expect(article.querySelector('[part~=body]')?.getBoundingClientRect().height).to.be.greaterThan(50);
    expect(article.getBoundingClientRect().height).to.be.below(170);
  });

  for (const name of ['Tom', 'Rosalind Okonjo-Hale-Arkwright'])
    it(`can be reported at the end of its actions, and has one line above its text: ${name}`, async () => {
      const page = await open(name);
      const report = (await page.find('button', en.report)).getBoundingClientRect();
      expect(report.height, 'as high as a finger').to.be.at.least(44);
      expect(report.right).to.be.closeTo(page.section.getBoundingClientRect().right, 1);
      const header = page.get('article').querySelector('header')?.getBoundingClientRect() as DOMRect;
      const reply = page.get('button', en.reply).getBoundingClientRect();
      expect(report.top + report.height / 2).to.be.closeTo(reply.top + reply.height / 2, 1);
      expect(header.height, 'one line').to.be.below(26);
    });
});

describe('the controls of a comment', () => {
  afterEach(unmountAll);

  const me = { id: 'me', name: 'Ada' };

  /** A conversation with every control, the more actions of "Theirs." open. */
  async function everyControl(lang: string): Promise<CommentsPage> {
    const memory = memoryAdapter({
      comments: [
        comment('Theirs.', {
          author: { id: 'tom', name: 'Tom Arkwright', url: 'https://tom.example/' },
          permalink: 'https://tom.example/comments/1',
          votes: { up: 41, down: 3 },
        }),
        ...['One.', 'Two.', 'Three.'].map((text) => comment(text, { parentId: 'Theirs-', author: { name: 'Grace' } })),
        comment('Mine.', { author: me }),
      ],
      features: { votes: 'up-down' },
      viewer: { state: 'signed-in', author: me, moderator: true },
      repliesPerComment: 2,
    });
    const page = await CommentsPage.open(memory, { lang });
    const more = (await page.comment('Theirs.')).querySelector<HTMLElement>('[part~=actions] [part~=more]');
    more?.click();
    await waitFor(() => expect(page.section.querySelector('[part~=copy-link]')).to.exist);
    return page;
  }

  const nameOf = (control: Element): string => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';

  for (const messages of languages)
    it(`names each control by its text and the author of its comment (${messages.lang})`, async () => {
      registerLocale(messages);
      const page = await everyControl(messages.lang);
      const all = [...page.section.querySelectorAll('[part=list] :is(button, a, [role=group])')];
      const controls = all.filter((control) => !control.matches('[part~=shortcuts], [part~=body] *'));
      expect(controls.length).to.be.greaterThan(25);
      for (const control of controls) {
        const words = control.matches('[role=group]') ? messages.more : control.textContent?.trim();
        expect(nameOf(control)).to.match(/Tom Arkwright|Grace|Ada/);
        // WCAG 2.5.3: who speaks to the computer says what is to be seen.
        expect(nameOf(control).startsWith(String(words)) || nameOf(control) === words, nameOf(control)).to.equal(true);
      }
      const names = controls.filter((control) => !control.matches('[role=group]')).map(nameOf);
      const toms = names.filter((name) => /Tom/.test(name));
      expect(new Set(toms).size, 'no two alike').to.equal(toms.length);
    });

  it('names the controls of a comment in natural English', async () => {
    const page = await everyControl('en');
    await page.find('button', 'Ban Tom Arkwright');
    const names = page.all('button', /Tom Arkwright/).map(nameOf);
    expect(names).to.deep.equal([
      '41 Agree: Tom Arkwright’s comment',
      '3 Disagree: Tom Arkwright’s comment',
      'Reply to Tom Arkwright',
      'Remove: Tom Arkwright’s comment',
      'Hide replies to Tom Arkwright',
      'More actions for Tom Arkwright’s comment',
      'Copy link: Tom Arkwright’s comment',
      'Mute Tom Arkwright',
      'Pin to the top: Tom Arkwright’s comment',
      'Feature: Tom Arkwright’s comment',
      'Hide from readers: Tom Arkwright’s comment',
      'Ban Tom Arkwright',
      'Report as abuse: Tom Arkwright’s comment',
      'Load more replies to Tom Arkwright',
    ]);
    await page.press('Hide replies');
    expect(page.get('button', 'Show 3+ replies to Tom Arkwright')).to.exist;
  });

  it('starts the name of a control with the label that the page sets for it', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ comments: [comment('One.')] }),
      {},
      { prepare: (element) => void (element.messages = { report: 'Tell the editors' }) },
    );
    await page.find('button', 'Tell the editors: Tom’s comment');
  });
});

describe('more actions', () => {
  afterEach(unmountAll);

  async function disclose(): Promise<CommentsPage> {
    const page = await CommentsPage.open(
      memoryAdapter({ comments: [comment('One.'), comment('Answer.', { parentId: 'One-' })] }),
    );
    await page.comment('Answer.');
    const [more] = page.all('button', en.more, await page.comment('One.'));
    more?.focus();
    await sendKeys({ press: 'Enter' });
    await page.find('button', en.copyLink);
    return page;
  }

  it('opens more actions between their button, which keeps the focus, and the report button', async () => {
    const page = await disclose();
    expect(page.focused?.textContent).to.equal(en.more);
    expect(page.focused?.getAttribute('aria-expanded')).to.equal('true');
    const [first] = page.all('button', en.copyLink) as [HTMLElement];
    const others = first.parentElement!.querySelectorAll('button').length;
    for (let press = 0; press <= others; press++) {
      await sendKeys({ press: 'Tab' });
      if (press === 0) expect(page.focused?.textContent).to.equal(en.copyLink);
    }
    expect(page.focused?.textContent).to.equal(en.report);
    const { bottom } = page.focused!.getBoundingClientRect();
    expect(bottom, 'above the menu').to.be.at.most(first.getBoundingClientRect().bottom);
  });

  for (const tabs of [0, 1])
    it(`closes more actions by Escape ${tabs === 0 ? 'on' : 'below'} their button, which gets the focus`, async () => {
      const page = await disclose();
      for (let tab = 0; tab < tabs; tab++) await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Escape' });
      await waitFor(() => expect(page.all('button', en.copyLink)).to.have.length(0));
      expect(page.focused?.textContent).to.equal(en.more);
      expect(page.focused?.getAttribute('aria-expanded')).to.equal('false');
    });
});
