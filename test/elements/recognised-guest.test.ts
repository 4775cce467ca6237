/** A guest whose comments the backend recognises, by a cookie for example. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Comment, Viewer } from '../../src/model/adapter.js';
import { call } from '../support/adapter-fixture.js';
import { comment, watched } from '../support/fake-backend.js';
import { changeable, theirs } from './changeable.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

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
});
