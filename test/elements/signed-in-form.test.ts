import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { setViewport } from '../support/viewport.js';

const signedInAs = (name: string): CommentsAdapter =>
  memoryAdapter({ viewer: { state: 'signed-in', author: { id: 'ada', name } } });

const heightOf = (element: Element): number => element.getBoundingClientRect().height;

describe('a reader who is signed in', () => {
  afterEach(async () => {
    unmountAll();
    await setViewport({ width: 1280, height: 720 });
  });

  it('reads so before turning to the form', async () => {
    const page = await CommentsPage.open(signedInAs('Ada'));
    await page.findTextBox();
    expect(page.isSaying(en.postingAs('Ada'))).to.equal(true);
  });

  for (const [width, name] of [
    [1280, 'Ada'],
    [320, 'Ada'],
    [320, 'Wilhelmina Haverkamp-Zimmermannsdottir of the Harbour Office'],
  ] as const)
    it(`moves nothing by it, as ${name} at ${width} pixels`, async () => {
      await setViewport({ width, height: 700 });
      const anonymous = await CommentsPage.open(memoryAdapter());
      const height = heightOf((await anonymous.findTextBox()).closest('[part=composer]')!);
      const page = await CommentsPage.open(signedInAs(name));
      const note = await page.says(en.postingAs(name));
      expect(heightOf(page.textBox.closest('[part=composer]')!)).to.equal(height);
      expect(note.getBoundingClientRect().bottom).to.be.at.most(page.textBox.getBoundingClientRect().top);
    });

  it('reads it in the same place while writing', async () => {
    const page = await CommentsPage.open(signedInAs('Ada'));
    const { left, width } = (await page.says(en.postingAs('Ada'))).getBoundingClientRect();
    await page.beginToWrite();
    const after = (await page.says(en.postingAs('Ada'))).getBoundingClientRect();
    expect(page.timesSaid(en.postingAs('Ada'))).to.equal(1);
    expect(after.left).to.equal(left);
    expect(after.width).to.be.closeTo(width, 1);
  });
});
