import { expect } from '@open-wc/testing';
import { ArticleComments } from '../../src/elements/article-comments.js';
import { closeAll, FramedPage } from '../support/framed-page.js';

/** The rules of an element's style sheets, as the browser understands them. */
function rulesOf(element: typeof ArticleComments): string[] {
  const sheets = [element.styles].flat(Infinity).map((style) => ('styleSheet' in style ? style.styleSheet : undefined));
  // A browser keeps the white space of a value with `var()`, and of a condition, as it was written.
  return sheets.flatMap((sheet) =>
    [...(sheet?.cssRules ?? [])].map(({ cssText }) => cssText.replaceAll(/([,:])\s*/g, '$1 ')),
  );
}

describe('the style sheets of the files for a script tag', () => {
  afterEach(closeAll);

  for (const kind of ['module', 'classic']) {
    it(`has the same style rules as the sources (${kind})`, async () => {
      const { window } = await FramedPage.open(`attacked-${kind}`);
      const rules = rulesOf(window.ArticleComments.ArticleComments);
      expect(rules).to.have.length.above(50);
      expect(rules).to.deep.equal(rulesOf(ArticleComments));
    });
  }
});
