/** Statements of reasons: why a comment was restricted, for its author. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import ar from '../../src/locales/ar.js';
import arabic from '../../src/locales/parts/ar-legal.js';
import en from '../../src/locales/en.js';
import legal from '../../src/locales/parts/en-legal.js';
import type { Decision } from '../../src/model/adapter.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const { decision: words } = legal;

const decision: Decision = {
  measure: 'hidden',
  ground: 'terms',
  rule: 'Rule 4: no insults',
  facts: 'The second sentence insults the mayor.',
  automated: true,
  decidedAt: '2026-11-26T10:00:00Z',
  redress: { message: 'Object within six months.', href: 'https://gazette.example/objections' },
};

const ada = { id: 'ada', name: 'Ada' };

const backend = (given: Decision = decision, viewer = ada) => {
  const memory = memoryAdapter({
    viewer: { state: 'signed-in', author: viewer },
    comments: [comment('First.', { author: ada }), comment('Second.')],
  });
  memory.decide('pier', 'First-', given);
  return memory;
};

/** The terms of the statement and what stands beside each. */
const entries = (statement: HTMLElement): [string, string][] =>
  [...statement.querySelectorAll('dt')].map((term) => [
    term.textContent?.trim() ?? '',
    term.nextElementSibling?.textContent?.trim() ?? '',
  ]);

describe('a statement of reasons', () => {
  afterEach(unmountAll);

  it('stands at the author’s own removed comment', async () => {
    const page = await CommentsPage.open(backend(), { 'time-zone': 'UTC' });
    await page.says(en.removedByEditors);
    const statement = await page.find('group', words.title);
    const [date] = entries(statement).filter(([term]) => term === words.decidedAt);
    expect(date?.[1]).to.contain('Nov 26, 2026');
    expect(entries(statement).filter(([term]) => term !== words.decidedAt)).to.deep.equal([
      [words.measure, 'The comment was hidden. Everywhere, without time limit.'],
      [words.ground, words.grounds.terms],
      [words.rule, 'Rule 4: no insults'],
      [words.facts, 'The second sentence insults the mayor.'],
      [words.means, words.automated],
      [words.redress, `Object within six months. ${legal.contest}`],
    ]);
    expect(page.get('link', legal.contest).getAttribute('href')).to.equal('https://gazette.example/objections');
    expect(page.isSaying('First.'), 'the text stays away').to.equal(false);
  });

  it('says so where a person has decided, and leaves out what the backend does not say', async () => {
    const page = await CommentsPage.open(backend({ measure: 'removed', ground: 'law' }));
    expect(entries(await page.find('group', words.title))).to.deep.equal([
      [words.measure, 'The comment was removed. Everywhere, without time limit.'],
      [words.ground, words.grounds.law],
      [words.means, words.byPerson],
    ]);
  });

  it('says where and until when it applies, what led to it, and whether automated means have found the comment', async () => {
    const given: Decision = {
      measure: 'rejected',
      ground: 'terms',
      basis: 'notice',
      automatedDetection: true,
      territory: 'Germany',
      until: '2026-12-05T10:00:00Z',
    };
    const page = await CommentsPage.open(backend(given), { 'time-zone': 'UTC' });
    const said = Object.fromEntries(entries(await page.find('group', words.title)));
    expect(said[words.measure]).to.match(/^The comment wasn’t published\. Germany, until Dec 5, 2026/);
    expect(said[words.means]).to.equal(
      'After a notice of illegal content. By a person, without automated means. Automated means found the comment.',
    );
  });

  it('stays away from anybody else, and from a comment that was kept', async () => {
    const other = await CommentsPage.open(backend(decision, { id: 'tom', name: 'Tom' }));
    await other.says(en.removedByEditors);
    expect(other.all('group', words.title)).to.have.length(0);
    const kept = await CommentsPage.open(backend({ measure: 'kept', ground: 'law' }));
    await kept.comment('First.');
    expect(kept.all('group', words.title)).to.have.length(0);
  });

  it('never links to anything but a page or an address for mail', async () => {
    const page = await CommentsPage.open(backend({ ...decision, redress: { href: 'javascript:alert(1)' } }));
    const statement = await page.find('group', words.title);
    expect(page.all('link', undefined, statement)).to.have.length(0);
  });

  it('comes as soon as the comment is restricted', async () => {
    const memory = memoryAdapter({
      viewer: { state: 'signed-in', author: ada },
      comments: [comment('First.', { author: ada })],
    });
    let isFollowing = false;
    const subscribe: typeof memory.subscribe = (...call) => {
      isFollowing = true;
      return memory.subscribe?.(...call);
    };
    const page = await CommentsPage.open({ ...memory, subscribe });
    await page.comment('First.');
    await waitFor(() => expect(isFollowing).to.equal(true));
    memory.decide('pier', 'First-', decision);
    await page.find('group', words.title);
  });

  it('is in the language of the page, in the page’s own words where there are some', async () => {
    registerLocale(ar);
    const page = await CommentsPage.open(backend(), { lang: 'ar' });
    await page.find('group', arabic.decision.title);
    page.element.messages = { legal: { decision: { title: 'لماذا' } } };
    const statement = await page.find('group', 'لماذا');
    await waitFor(() => expect(entries(statement)[0]?.[0]).to.equal(arabic.decision.measure));
  });
});
