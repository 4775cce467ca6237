/** The sanitiser of the built files and the one of the sources get the same input and must answer the same. */
import { expect } from '@open-wc/testing';
import { renderHtml } from '../content/rendered.js';
import { adapter, AttackedPage, comment } from '../support/attacks/attacked-page.js';
import { htmlSamples } from '../support/attacks/html-samples.js';
import { closeAll } from '../support/framed-page.js';

/** Returns null for what cannot be parsed safely, such as a `<frameset>`. */
type Sanitise = (html: string) => DocumentFragment | null;

/** `src/content/html.ts` leaves its sanitiser at the page's window. */
function sanitiserOf(page: Window): Sanitise {
  const sanitise = Reflect.get(page, Symbol.for('article-comments-html')) as Sanitise | undefined;
  if (!sanitise) throw new Error('Nothing has been sanitised on this page yet.');
  return sanitise;
}

function isSame(one: DocumentFragment | null, other: DocumentFragment | null): boolean {
  return one ? one.isEqualNode(other) : other === null;
}

for (const kind of ['module', 'classic'] as const) {
  describe(`the sanitiser of the ${kind} for a script tag and that of the sources`, function () {
    this.timeout(30_000);
    let built: Sanitise;
    let source: Sanitise;

    before(async () => {
      renderHtml('');
      source = sanitiserOf(window);
      const page = await AttackedPage.open(`attacked-${kind}`);
      await page.mount(
        [adapter({ comments: [comment(1, { body: { format: 'html', value: '<b>a</b>' } })] })],
        '[part~=body] b',
      );
      built = sanitiserOf(page.frame.window);
    });
    after(closeAll);

    for (const { place, texts } of htmlSamples) {
      it(`sanitises attacks and ordinary comments as the sources do: ${place}`, () => {
        const different = texts.filter((text) => !isSame(built(text), source(text)));
        expect(different).to.deep.equal([]);
      });
    }

    it('compares two different sanitisers, whose results can be distinguished', () => {
      expect(built).not.to.equal(source);
      expect(isSame(built('<a href="https://a.example">b</a>'), source('<a href="https://a.example/">b</a>'))).to.equal(
        false,
      );
      expect(built('<p>a</p>')?.querySelector('p')?.textContent).to.equal('a');
    });
  });
}
