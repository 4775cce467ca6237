/** The style sheet of served comments hides a line until it is whole. An engine that never showed it again would hide the authors. */
import { expect } from '@open-wc/testing';

const TAGS = [
  '<article-comments><section class="ac-section">',
  '<div class="ac-policy">',
  'Be kind.</div>',
  '<ul class="ac-list">',
  '<li><article>',
  '<header part="comment-header">',
  'Ada</header>',
  '<div part="body">',
  'Hello</div>',
  '</article></li></ul></section></article-comments>',
];

describe('a page of served comments that arrives slowly', () => {
  it('shows the policy and the authors once they have arrived', async () => {
    const css = await (await fetch('/dist/article-comments.css')).text();
    const frame = document.body.appendChild(document.createElement('iframe'));
    const page = frame.contentDocument!;
    const shown = (selector: string): string | undefined => {
      const element = page.querySelector(selector);
      return element ? frame.contentWindow!.getComputedStyle(element).visibility : undefined;
    };
    page.open();
    page.write(`<!doctype html><style>${css}</style>`);
    for (const tag of TAGS) {
      page.write(tag);
      await new Promise(requestAnimationFrame);
      if (tag === '<div class="ac-policy">') expect(shown('.ac-policy')).to.equal('hidden');
    }
    expect([shown('.ac-policy'), shown('header')]).to.deep.equal(['visible', 'visible']);
    frame.remove();
  });
});
