import { expect } from '@open-wc/testing';
import { textBodies } from '../pages/discussions.mjs';
import { articleComments } from '../pages/page-template.mjs';
import { closeAll, FramedPage } from '../support/framed-page.js';

const scripts = {
  'the classic script': { src: '/dist/cdn/article-comments.iife.js' },
  'the module': { src: '/test/pages/expose.js', type: 'module' },
};

describe('the files for a script tag that are there before the whole page', () => {
  afterEach(closeAll);

  for (const [kind, attributes] of Object.entries(scripts)) {
    it(`shows comments of the page that arrive after the element has started (${kind})`, async () => {
      const { window } = await FramedPage.open('attacked-plain');
      const { document } = window;
      const [start = '', rest = ''] = articleComments('memory', 'slow', textBodies).split(/(?=<script)/);
      document.open();
      document.write(`<!doctype html>${start.replace('discussion', 'loading="eager" discussion')}`);
      const script = Object.assign(document.createElement('script'), attributes);
      const ran = new Promise((resolve) => script.addEventListener('load', resolve));
      document.head.append(script);
      await ran;
      // Then, everything that the element needs to start is loaded.
      await window.ArticleComments.adapters.memory({});
      // What the element does without waiting is done after two frames.
      await new Promise((resolve) => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve)));

      document.write(rest);
      document.close();
      const page = await new FramedPage(window).comments();
      await page.comment('An answer.');
      expect(page.texts).to.include('An answer.');
    });
  }
});
