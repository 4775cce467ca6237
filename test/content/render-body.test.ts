import { expect } from '@open-wc/testing';
import { hasRenderer, loadRenderer, renderBody } from '../../src/content/render-body.js';
import { type Body } from '../../src/model/adapter.js';
import { markup } from './markup.js';

const body = (format: string, value: string) => markup(renderBody({ format, value } as Body));

const never = () => Promise.reject(new Error('Unexpected import'));

// These tests depend on their order: a loaded renderer stays loaded.
describe('renderBody', () => {
  it('renders text and unknown formats without loading anything', async () => {
    for (const format of ['text', '__proto__', 'constructor'])
      await loadRenderer(format as Body['format'], { markdown: never, html: never });
    for (const format of ['text', 'bbcode', '__proto__', 'constructor', 'toString']) {
      expect(hasRenderer(format as Body['format']), format).to.equal(true);
      expect(body(format, '<b>a</b>\n\nb'), format).to.equal('<p>&lt;b&gt;a&lt;/b&gt;</p><p>b</p>');
    }
  });

  it('shows the source as text until the renderer has loaded', () => {
    expect(hasRenderer('markdown')).to.equal(false);
    expect(hasRenderer('html')).to.equal(false);
    expect(body('markdown', '**a**\n\n- b')).to.equal('<p>**a**</p><p>- b</p>');
    expect(body('html', '<p>a <b>b</b></p><p>https://d.example</p>')).to.equal(
      '<p>a  b   <a href="https://d.example/">https://d.example</a></p>',
    );
  });

  it('rejects with the import error and tries again on the next call', async () => {
    const failure = new TypeError('Failed to fetch dynamically imported module');
    let calls = 0;
    const imports = {
      markdown: () => {
        calls++;
        return Promise.reject(failure);
      },
      html: never,
    };
    for (let call = 1; call <= 2; call++) {
      const error: unknown = await loadRenderer('markdown', imports).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.equal(failure);
      expect(calls).to.equal(call);
    }
    expect(hasRenderer('markdown')).to.equal(false);
    expect(body('markdown', '*a*')).to.equal('<p>*a*</p>');
  });

  it('loads only the renderers it is asked for', async () => {
    await Promise.all([loadRenderer('text'), loadRenderer('markdown'), loadRenderer('markdown')]);
    expect(hasRenderer('markdown')).to.equal(true);
    expect(hasRenderer('html')).to.equal(false);
    expect(body('markdown', '*a*')).to.equal('<p><em>a</em></p>');
    await loadRenderer('html');
    expect(body('html', '<p>a <b>b</b><script>c</script></p>')).to.equal('<p>a <b>b</b></p>');
  });

  it('loads nothing twice', async () => {
    for (const format of ['text', 'markdown', 'html'] as const)
      await loadRenderer(format, { markdown: never, html: never });
    expect(hasRenderer('html')).to.equal(true);
  });
});
