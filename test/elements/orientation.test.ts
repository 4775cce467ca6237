/** A screen that is upright or lies on its side, such as one that is fixed to a wheelchair. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comments } from '../support/fake-backend.js';
import { setViewport } from '../support/viewport.js';

const upright = { width: 390, height: 844 };
const lying = { width: 844, height: 390 };

/** The names of all that can be pressed, chosen or written in, and the texts of all comments. */
function offered(page: CommentsPage): readonly string[] {
  const controls = ['button', 'link', 'combobox', 'textbox', 'radio']
    .flatMap((role) => page.all(role).map((one) => [role, one] as const))
    .filter(([, one]) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  return [
    ...controls.map(([role, one]) => `${role} ${one.getAttribute('aria-label') ?? one.textContent?.trim()}`),
    ...page.texts,
  ];
}

describe('a screen that is turned', () => {
  afterEach(async () => {
    unmountAll();
    await setViewport({ width: 1280, height: 720 });
  });

  for (const [from, to] of [
    [upright, lying],
    [lying, upright],
  ] as const)
    it(`offers the same, the right way up, and keeps the text and the focus: ${from.width} to ${to.width}`, async () => {
      await setViewport(from);
      const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
      await page.comment('Comment 3');
      await page.turnToForm();
      await page.startReport('Comment 1');
      await page.write('Half a thought');
      // A text that is saved can be discarded, and turning a screen may take as long as saving does.
      await page.find('button', en.discard);
      const before = offered(page);
      expect(before.length).to.be.greaterThan(15);
      await setViewport(to);
      await waitFor(() => expect(innerWidth).to.equal(to.width));
      expect(offered(page)).to.deep.equal(before);
      expect(page.textBox.value).to.equal('Half a thought');
      expect(page.isFocused(page.textBox), 'the focus stays').to.equal(true);
      const turned = [page.element, page.section, ...page.section.querySelectorAll<HTMLElement>('*')].filter((one) => {
        const { rotate, transform, writingMode } = getComputedStyle(one);
        return rotate !== 'none' || transform !== 'none' || writingMode !== 'horizontal-tb';
      });
      expect(turned.map(({ localName }) => localName)).to.deep.equal([]);
      await page.press('Post comment');
      await page.comment('Half a thought');
    });
});
