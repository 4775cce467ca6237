/** Contrast of what is not text, which axe does not measure: edges of fields and buttons, and the ring of the focus. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import '../../src/elements/changing.js';
import '../../src/elements/composing/composer.js';
import '../../src/elements/features.js';
import '../../src/elements/loading.js';
import '../../src/elements/menu.js';
import '../../src/elements/reporting/index.js';
import '../../src/elements/voting/index.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { contrast } from '../support/contrast.js';
import { comment } from '../support/fake-backend.js';
import { resetColorScheme, setColorScheme } from '../support/media.js';

for (const scheme of ['light', 'dark'] as const)
  describe(`edges and rings in ${scheme}`, () => {
    before(async () => {
      await setColorScheme(scheme);
      document.body.style.setProperty('background-color', 'Canvas');
      document.body.style.setProperty('color', 'CanvasText');
    });
    afterEach(unmountAll);
    after(async () => {
      await resetColorScheme();
      document.body.removeAttribute('style');
    });

    it('gives edges and focus rings a contrast of at least 3:1 against the page', async () => {
      const page = await CommentsPage.open(
        memoryAdapter({
          comments: [comment('First.')],
          info: { posting: { guest: { name: { required: true } } } },
        }),
      );
      await page.beginToWrite();
      await page.startReport('First.');
      const ground = getComputedStyle(document.body).backgroundColor;
      const measured = [
        page.textBox,
        page.get('textbox', 'Name'),
        page.get('textbox', new RegExp(en.reportDetail)),
      ].map((box) => [box.id, contrast(getComputedStyle(box).borderTopColor, ground)] as const);
      const post = page.get('button', 'Post comment');
      for (const one of [post, page.textBox, page.get('button', en.cancel)]) {
        one.focus({ focusVisible: true });
        measured.push([`ring of ${one.textContent?.trim()}`, contrast(getComputedStyle(one).outlineColor, ground)]);
      }
      measured.push(['ground of Post comment', contrast(getComputedStyle(post).backgroundColor, ground)]);
      expect(measured.filter(([, ratio]) => ratio < 3)).to.deep.equal([]);
    });
  });
