/** A guest whose comments the backend recognises, by a cookie for example. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Comment, CommentsAdapter, Viewer } from '../../src/model/adapter.js';
import { call } from '../support/adapter-fixture.js';
import { comment, watched } from '../support/fake-backend.js';
import { changeable, theirs } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const guest: Viewer = { state: 'anonymous', author: { id: 'guest-7', name: '' } };
const own: Comment = comment('Own.', { author: { id: 'guest-7', name: 'Gus' }, revision: '1' });

const rowOf = (page: CommentsPage, name: string): HTMLElement => page.all('article', name)[0]!;

describe('a guest whom the backend recognises', () => {
  afterEach(unmountAll);

  it('owns their comments: deletes them, and cannot report them', async () => {
    const page = await CommentsPage.open({ ...changeable({ viewer: guest }, [own, theirs]), report: async () => {} });
    await page.comment('Own.');
    expect(page.all('button', 'Report as abuse', rowOf(page, 'Gus'))).to.have.length(0);
    expect(page.all('button', 'Report as abuse', rowOf(page, 'Tom'))).to.have.length(1);
    expect(page.all('button', 'Delete', rowOf(page, 'Tom'))).to.have.length(0);
    await page.press('Delete', rowOf(page, 'Gus'));
    await page.press('Delete', await page.find('group', en.removal.author.question));
    await page.says(en.removal.author.removed);
  });

  it('still fills in their name, and posts as a guest', async () => {
    const posting = { guest: { name: { required: true } } };
    const { adapter, to } = watched(memoryAdapter({ viewer: guest, info: { posting }, comments: [own] }));
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Once more.');
    page.type('Gus', await page.find('textbox', 'Name'));
    await page.press('Post comment');
    await page.comment('Once more.');
    expect(to('submit')[0]?.args[0]).to.deep.include({ authorId: null, guest: { name: 'Gus' } });
  });

  it('takes what they have written along when they sign in', async () => {
    const adapter = memoryAdapter({ viewer: guest, account: { id: 'gus', name: 'Gus' } });
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('Not yet posted.');
    await adapter.signIn?.(call);
    await page.says(en.postingAs('Gus'));
    expect(page.textBox.value).to.equal('Not yet posted.');
  });

  describe('who is remembered on the device', () => {
    const posting = { guest: { name: { required: true }, email: { required: true } } };
    const valueOf = async (page: CommentsPage, label: string): Promise<string> =>
      ((await page.find('textbox', label)) as HTMLInputElement).value;

    /** The page of the next person in the same browser. */
    async function openRemembered(adapter: CommentsAdapter): Promise<CommentsPage> {
      const first = await CommentsPage.open(adapter);
      await first.beginToWrite();
      (await first.find('checkbox', 'Remember me on this device')).click();
      await first.write('Gus', await first.find('textbox', 'Name'));
      await first.write('gus@example.org', await first.find('textbox', 'Email'));
      first.element.remove();
      sessionStorage.clear();
      const page = await CommentsPage.open(adapter);
      await page.beginToWrite();
      return page;
    }

    afterEach(() => localStorage.clear());

    it('is forgotten by the browser and the backend when the next person says that it was not them', async () => {
      const { adapter, to } = watched(memoryAdapter({ viewer: guest, info: { posting }, comments: [own] }));
      const page = await openRemembered(adapter);
      expect(await valueOf(page, 'Name')).to.equal('Gus');
      await page.write('A text of the next person.');
      await page.press('This wasn’t me');
      await waitFor(() => void expect(to('signOut')).to.have.length(1));
      await waitFor(async () => void expect(await valueOf(page, 'Name')).to.equal(''));
      expect(await valueOf(page, 'Email')).to.equal('');
      expect(((await page.find('checkbox', 'Remember me on this device')) as HTMLInputElement).checked).to.equal(false);
      expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.match(/Gus|gus@example/);
      expect(page.textBox.value).to.equal('A text of the next person.');
      expect(page.all('button', 'This wasn’t me')).to.have.length(0);
      await waitFor(() => void expect(page.all('button', 'Delete', rowOf(page, 'Gus'))).to.have.length(0));
    });

    it('is forgotten in every form of the section: in a reply that is open, and in one that is opened later', async () => {
      const page = await openRemembered(memoryAdapter({ viewer: guest, info: { posting }, comments: [own, theirs] }));
      const fields = (): readonly string[] =>
        page.all('textbox', /^(Name|Email)/).map((box) => (box as HTMLInputElement).value);
      await page.press('Reply', await page.comment('Theirs.'));
      await waitFor(() => expect(fields()).to.deep.equal(['Gus', 'gus@example.org', 'Gus', 'gus@example.org']));
      await page.press('This wasn’t me');
      await waitFor(() => expect(fields()).to.deep.equal(['', '', '', '']));
      await page.press('Reply', await page.comment('Own.'));
      await waitFor(() => expect(fields()).to.have.length(6));
      expect(fields().join('')).to.equal('');
      expect(JSON.stringify({ ...localStorage })).not.to.contain('Gus');
    });

    it('is forgotten by the form in which they have just chosen to be remembered', async () => {
      const page = await CommentsPage.open(memoryAdapter({ viewer: guest, info: { posting } }));
      await page.beginToWrite();
      await page.write('Gus', await page.find('textbox', 'Name'));
      await page.write('gus@example.org', await page.find('textbox', 'Email'));
      (await page.find('checkbox', 'Remember me on this device')).click();
      await page.write('Hello from Gus.');
      await page.press('Post comment');
      await page.comment('Hello from Gus.');
      await page.press('This wasn’t me');
      await waitFor(async () => expect(await valueOf(page, 'Name')).to.equal(''));
      expect(await valueOf(page, 'Email')).to.equal('');
      expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('Gus');
    });

    it('is forgotten by the browser where the backend does not recognise guests', async () => {
      const { signOut: _signOut, ...adapter } = memoryAdapter({ info: { posting } });
      const page = await openRemembered(adapter);
      await page.press('This wasn’t me');
      await waitFor(async () => void expect(await valueOf(page, 'Name')).to.equal(''));
      expect(JSON.stringify({ ...localStorage })).not.to.contain('Gus');
      expect(page.all('alert')).to.have.length(0);
    });

    it('is not asked about by a section that remembers no one', async () => {
      const page = await CommentsPage.open(memoryAdapter({ info: { posting } }));
      await page.beginToWrite();
      expect(page.all('button', 'This wasn’t me')).to.have.length(0);
    });
  });
});
