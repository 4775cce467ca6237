/** The reasons that a moderator gives for removing, rejecting or hiding a comment or for banning its author. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Comment, type DecisionForm, type Viewer } from '../../src/model/adapter.js';
import { comment } from '../support/fake-backend.js';
import { pressKey } from './changeable.js';
import { CommentsPage, unmountAll, waitFor, within } from '../support/comments-page.js';

const eve: Viewer = { state: 'signed-in', moderator: true, author: { id: 'eve', name: 'Eve' } };
const tom: Viewer = { state: 'signed-in', author: { id: 'tom', name: 'Tom' } };

const comments: readonly Comment[] = [
  comment('Rude.', { id: 'rude', author: { id: 'tom', name: 'Tom' } }),
  comment('Held.', { id: 'held', author: { id: 'tom', name: 'Tom' }, status: 'pending' }),
  comment('My own.', { id: 'own', author: { id: 'eve', name: 'Eve' } }),
];

const RULES = ['Rule 1: stay on topic', 'Rule 2: no insults'];

/** The same discussion for several people. */
function backend(decisions?: DecisionForm): (viewer: Viewer, more?: MemoryOptions) => MemoryAdapter {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  };
  const info = decisions ? { info: { decisions } } : {};
  return (viewer, more) => memoryAdapter({ storage, comments, viewer, ...info, ...more });
}

const required = (): ReturnType<typeof backend> => backend({ rules: RULES, required: true });

/** The menu of a comment. */
async function more(page: CommentsPage, text: string): Promise<HTMLElement> {
  const row = await page.comment(text);
  await page.press(/^More/, row);
  return within(row).findByRole('group', { name: /^More actions/ });
}

const choose = async (page: CommentsPage, name: string): Promise<void> => (await page.find('radio', name)).click();

/** The entries of the statement that this viewer reads. */
async function statement(page: CommentsPage): Promise<Readonly<Record<string, string>>> {
  const group = await page.find('group', 'Statement of reasons');
  return Object.fromEntries(
    [...group.querySelectorAll('dt')].map(({ textContent, nextElementSibling }) => [
      textContent?.trim() ?? '',
      nextElementSibling?.textContent?.trim() ?? '',
    ]),
  );
}

const RUDE = {
  Reason: 'It breaks the rules of this site.',
  'Law or rule': 'Rule 2: no insults',
  'What we found': 'It calls him a liar.',
  'How it was decided': 'On our own initiative. By a person, without automated means.',
};

/** Chooses a rule and states the facts. */
async function fill(page: CommentsPage): Promise<void> {
  await choose(page, 'Rule 2: no insults');
  page.type('It calls him a liar.', page.get('textbox', 'What we found'));
}

describe('a moderator of a backend that accepts reasons', () => {
  afterEach(unmountAll);

  it('gives them with a removal, and the author reads them where the comment was', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press('Remove', await page.comment('Rude.'));
    await page.find('group', 'Statement of reasons');
    await fill(page);
    await page.press('Remove', page.get('group', 'Remove this comment?'));
    await waitFor(() => expect(page.heard).to.contain('Comment removed.'));
    const author = await CommentsPage.open(of(tom));
    const { Date: _date, ...said } = await statement(author);
    expect(said).to.deep.equal({ Decision: 'The comment was removed. Everywhere, without time limit.', ...RUDE });
  });

  it('gives them with a rejection', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press(/^Reject/, await page.comment('Held.'));
    await page.find('group', 'Statement of reasons');
    await fill(page);
    await page.press('Reject', page.get('group', 'Reject'));
    await waitFor(() => expect(page.heard).to.contain('Comment rejected.'));
    const author = await CommentsPage.open(of(tom));
    const { Date: _date, ...said } = await statement(author);
    expect(said).to.deep.equal({ Decision: 'The comment wasn’t published. Everywhere, without time limit.', ...RUDE });
  });

  it('gives them when hiding a comment, which "Undo" takes back', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press(/^Hide from readers/, await more(page, 'Rude.'));
    await page.find('group', 'Statement of reasons');
    await fill(page);
    await page.press('Hide from readers', page.get('group', 'Hide from readers'));
    await waitFor(() => expect(page.heard).to.contain('Comment hidden.'));
    const author = await CommentsPage.open(of(tom));
    expect((await statement(author))['Decision']).to.equal('The comment was hidden. Everywhere, without time limit.');
    await page.press('Undo', await page.comment('Rude.'));
    await waitFor(() => expect(page.heard).to.contain('Readers can see the comment again.'));
  });

  it('gives them with a ban, and the author reads them in place of the form', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press(/^Ban Tom/, await more(page, 'Rude.'));
    const question = await page.find('group', 'Ban Tom from commenting?');
    await page.find('group', 'Statement of reasons');
    await fill(page);
    await page.press('Ban Tom', question);
    await waitFor(() => expect(page.heard).to.contain('Tom is banned from commenting.'));
    const author = await CommentsPage.open(of(tom));
    await author.says('You can’t comment here right now.');
    const { Date: _date, ...said } = await statement(author);
    expect(said).to.deep.equal({ Decision: 'Everywhere, without time limit.', ...RUDE });
  });

  it('has to choose a rule and to state the facts where they are required', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press('Remove', await page.comment('Rude.'));
    const first = await page.find('radio', 'Rule 1: stay on topic');
    const remove = (): Promise<void> => page.press('Remove', page.get('group', 'Remove this comment?'));
    await remove();
    await waitFor(() => expect(page.isFocused(first)).to.equal(true));
    first.click();
    await remove();
    await waitFor(() => expect(page.isFocused(page.get('textbox', 'What we found'))).to.equal(true));
    await choose(page, 'It’s considered illegal.');
    await remove();
    await waitFor(() => expect(page.isFocused(page.get('textbox', 'Law or rule'))).to.equal(true));
    expect(page.heard).not.to.contain('Removing comment…');
    await page.comment('Rude.');
  });

  it('names a law, which takes the place of a rule', async () => {
    const of = required();
    const page = await CommentsPage.open(of(eve));
    await page.press('Remove', await page.comment('Rude.'));
    await choose(page, 'It’s considered illegal.');
    page.type('Criminal Code, section 185', await page.find('textbox', 'Law or rule'));
    page.type('An insult.', page.get('textbox', 'What we found'));
    await page.press('Remove', page.get('group', 'Remove this comment?'));
    await waitFor(() => expect(page.heard).to.contain('Comment removed.'));
    const said = await statement(await CommentsPage.open(of(tom)));
    expect([said['Reason'], said['Law or rule'], said['What we found']]).to.deep.equal([
      'It’s considered illegal.',
      'Criminal Code, section 185',
      'An insult.',
    ]);
  });

  it('can leave them out where they are optional, but not half of them', async () => {
    const of = backend({ rules: RULES });
    const page = await CommentsPage.open(of(eve));
    await page.press(/^Hide from readers/, await more(page, 'Rude.'));
    const facts = await page.find('textbox', 'What we found (optional)');
    page.type('It calls him a liar.', facts);
    const hide = (): Promise<void> => page.press('Hide from readers', page.get('group', 'Hide from readers'));
    await hide();
    await waitFor(() => expect(page.isFocused(page.get('radio', 'Rule 1: stay on topic'))).to.equal(true));
    page.type('', facts);
    await hide();
    await waitFor(() => expect(page.heard).to.contain('Comment hidden.'));
    const author = await CommentsPage.open(of(tom));
    await author.says('This comment was removed by the editors.');
    expect(author.all('group', 'Statement of reasons')).to.have.length(0);
  });

  it('cancels with Escape, and gets the focus back on the button', async () => {
    const page = await CommentsPage.open(required()(eve));
    await page.press('Remove', await page.comment('Rude.'));
    const cancel = await page.find('button', 'Cancel');
    await waitFor(() => expect(page.isFocused(cancel)).to.equal(true));
    pressKey('Escape', cancel);
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Remove'));
    expect(page.all('group', 'Statement of reasons')).to.have.length(0);
  });

  it('is asked for none about an own comment', async () => {
    const page = await CommentsPage.open(required()(eve));
    await page.press('Delete', await page.comment('My own.'));
    const question = await page.find('group', 'Delete this comment?');
    expect(page.all('group', 'Statement of reasons')).to.have.length(0);
    await page.press('Delete', question);
    await page.says('You deleted this comment.');
  });

  it('reads why the backend has refused the reasons, and keeps what was typed', async () => {
    const page = await CommentsPage.open({
      ...required()(eve),
      hide: () => Promise.reject(new AdapterError('invalid', 'Name the law.')),
    });
    await page.press(/^Hide from readers/, await more(page, 'Rude.'));
    await page.find('group', 'Statement of reasons');
    await fill(page);
    await page.press('Hide from readers', page.get('group', 'Hide from readers'));
    await page.says('Name the law.');
    expect((page.get('textbox', 'What we found') as HTMLTextAreaElement).value).to.equal('It calls him a liar.');
    expect((page.get('radio', 'Rule 2: no insults') as HTMLInputElement).checked).to.equal(true);
  });
});

describe('a moderator of another backend', () => {
  afterEach(unmountAll);

  it('is asked for no reasons', async () => {
    const page = await CommentsPage.open(backend()(eve));
    await page.press('Remove', await page.comment('Rude.'));
    await page.find('group', 'Remove this comment?');
    expect(page.all('group', 'Statement of reasons')).to.have.length(0);
    expect(page.all('radio')).to.have.length(0);
  });
});
