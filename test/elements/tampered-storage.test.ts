/** What another script, or another version of the section, has written to the browser's storage. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { waitFor } from '../support/wait-for.js';

const savedAt = Date.now();
const draft = JSON.stringify({ body: 'Not theirs.', savedAt });

/** What is stored, under which names after `article-comments:`. None of it can be used. */
const USELESS: readonly (readonly [area: 'localStorage' | 'sessionStorage', name: string, value: string])[] = [
  ['localStorage', 'draft:["pier",null,broken', draft],
  ['localStorage', 'draft:["pier",null,null,null,null,broken', draft],
  ['sessionStorage', 'draft:["pier",null,null,null,null,broken', draft],
  ['localStorage', 'draft:["pier",null,null,null,null,7]', draft],
  ['localStorage', 'draft:["pier",null,{},null,null,"id"]', draft],
  ['localStorage', 'draft:["pier",null,null,null,null,"id","next version"]', draft],
  ['localStorage', 'draft:["pier",null,null,null,null]', draft],
  ['localStorage', 'draft:["pier",null,"c1",null,null,"id"]', '{"body":{},"savedAt":1e15}'],
  ['localStorage', 'draft:["pier",null,null,null,null,"id"]', '{"body":"No date."}'],
  ['localStorage', 'draft:["pier",null,null,null,null,"id"]', '{"body":"Half a draft.'],
  ['sessionStorage', 'draft:["pier",null,null,null,null,"id"]', draft.replace('{', '{"guest":{"name":{}},')],
  ...['{', '"text"', 'null', '[]', '{"name":{"a":1}}', '{"name":{"toString":1},"email":7}'].map(
    (value) => ['localStorage', 'guest', value] as const,
  ),
  ...['{', '7', '{"length":1}', '[{"toString":1}]', '[null]'].map((value) => ['localStorage', 'muted', value] as const),
  ...['{', '{}', '[null]', '[7]', '[{"key":"pier"}]', '[["pier"]]', '[["pier",{"until":"x"}]]'].map(
    (value) => ['localStorage', 'visits', value] as const,
  ),
  ...['{', '{}', '["newest"]', '7'].map((value) => ['localStorage', 'order', value] as const),
  ...['{', '{}', '"on"'].map((value) => ['localStorage', 'notify', value] as const),
];

describe('useless values in the browser’s storage', () => {
  afterEach(() => {
    unmountAll();
    localStorage.clear();
    sessionStorage.clear();
  });

  for (const [area, name, value] of USELESS)
    it(`discards the useless value ${value} in ${area} under ${name}, and lets the reader post`, async () => {
      const key = `article-comments:${name}`;
      window[area].setItem(key, value);
      const info = { posting: { guest: { name: { required: true } }, notify: 'off' } } as const;
      const { adapter, to } = watched(memoryAdapter({ comments: [comment('Hello.')], info }));
      const page = await CommentsPage.open(adapter, { discussion: 'pier' });
      await page.comment('Hello.');
      await page.turnToForm();
      expect(page.textBox.value).to.equal('');
      await page.write('A whole sentence.');
      const nameBox = (await page.find('textbox', en.guestName)) as HTMLInputElement;
      expect(nameBox.value).to.equal('');
      page.type('Gus', nameBox);
      await page.press('Post comment');
      await page.comment('A whole sentence.');
      expect(to('submit')[0]?.args[0]).to.deep.include({ body: 'A whole sentence.', guest: { name: 'Gus' } });
      // Drafts are cleared once, when their code is loaded: `draft-store.test.ts` checks that.
      // Visits are read by code that is loaded later, too. Of the muted people, those that are nobody match no author.
      if (!name.startsWith('draft') && !(name === 'muted' && value.startsWith('[')))
        await waitFor(() => expect(window[area].getItem(key)).to.not.equal(value));
    });
});
