import { expect } from '@open-wc/testing';
import { CommentsPage, waitFor } from '../support/comments-page.js';

describe('the demo page "Integrity"', () => {
  let frame: HTMLIFrameElement;

  beforeEach(async () => {
    frame = document.createElement('iframe');
    Object.assign(frame.style, { inlineSize: '800px', blockSize: '1200px' });
    frame.src = '/demo/integrity.html';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
  });
  afterEach(() => {
    frame.remove();
    localStorage.clear();
  });

  it('shows its comments, in each format, with nothing blocked', async () => {
    const page = frame.contentDocument!;
    const element = page.querySelector('article-comments')!;
    await waitFor(() => expect(element.shadowRoot?.querySelector('section')).to.exist);
    const comments = new CommentsPage(element);
    expect((await comments.comment('twelve')).querySelector('em')?.textContent).to.equal('twelve');
    expect((await comments.comment('shade')).querySelector('strong')?.textContent).to.equal('shade');
    await comments.find('link', /brandt\.example .*teodor\.example/);
    await comments.turnToForm();
    expect(page.querySelector('#violations')?.textContent?.trim()).to.equal('none');
  });

  it('has the hash of each file that it fetches', () => {
    const page = frame.contentDocument!;
    const { integrity } = JSON.parse(page.querySelector('script[type=importmap]')!.textContent ?? '') as {
      readonly integrity: Readonly<Record<string, string>>;
    };
    const { src, integrity: hash } = page.querySelector<HTMLScriptElement>('script[type=module]')!;
    expect(hash).to.equal(integrity[new URL(src).pathname]);
    expect(hash).to.match(/^sha384-[\w+/]{64}$/);
  });
});
