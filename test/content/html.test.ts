import { expect } from '@open-wc/testing';
import DOMPurify from 'dompurify';
import { renderHtml } from './rendered.js';
import { waitFor } from '../support/comments-page.js';
import { attacks } from '../support/attacks/attacks.js';
import { markup } from './markup.js';
import { openStrictPage } from './strict-page.js';

const html = (value: string) => markup(renderHtml(value));

describe('renderHtml', () => {
  // The HTML parser would reopen each of them in every paragraph: millions of elements.
  it('keeps the text of a body with thousands of unclosed formatting elements', () => {
    const value = Array.from({ length: 5_000 }, (_, index) => `<p><b a=${index}>word`).join('');
    expect(renderHtml(value).textContent?.match(/word/g)).to.have.length(5_000);
  });

  // A browser would lay them out for seconds.
  for (const [what, value] of [
    ['60 open elements around 20,000 paragraphs', `${'<i>'.repeat(60)}${'<p>word'.repeat(20_000)}`],
    ['20 of them, with attributes', `${'<b id=a>'.repeat(20)}${'<p>word</p>'.repeat(100)}`],
    ['12,000 nested lists', '<ul><li>word'.repeat(12_000)],
    ['2,000 lines', 'word<br>'.repeat(2000)],
    ['2,000 addresses', 'word https://a.example/ '.repeat(2000)],
  ] as const)
    it(`shows the text of ${what} in few elements`, () => {
      const shown = renderHtml(value);
      expect(shown.querySelectorAll('*').length).to.be.at.most(1);
      expect(shown.textContent.match(/word/g)).to.have.length(value.match(/word/g)!.length);
    });

  it('shows the markup of a long comment', () => {
    const paragraph = '<p>Some <b>strong</b> words<br> and <a href="https://a.example">a link</a>.</p>';
    expect(renderHtml(paragraph.repeat(80)).querySelectorAll('p, b, br, a')).to.have.length(320);
  });

  const cases: Record<string, [string, string][]> = {
    'elements it keeps': [
      ['', ''],
      ['plain &amp; simple', 'plain &amp; simple'],
      [
        '<p>a<br>b <strong>c</strong><b>d</b><em>e</em><i>f</i><u>g</u><s>h</s><del>i</del></p>',
        '<p>a<br>b <strong>c</strong><b>d</b><em>e</em><i>f</i><u>g</u><s>h</s><del>i</del></p>',
      ],
      ['<p>a<br />\nb\n  c</p>\n<p>d</p>', '<p>a<br> b c</p> <p>d</p>'],
      ['<pre><code>a\n  b</code></pre>', '<pre><code>a\n  b</code></pre>'],
      [
        '<blockquote><p>a</p></blockquote><ul><li>b</li></ul><ol start="3"><li>c</li></ol><hr>',
        '<blockquote><p>a</p></blockquote><ul><li>b</li></ul><ol start="3"><li>c</li></ol><hr>',
      ],
    ],
    'elements and attributes it removes': [
      [
        '<div class="a" id="b" data-c="d" style="color:red" title="e" aria-label="f" role="alert" lang="de" dir="rtl" hidden><p class="a" id="b">g</p></div>',
        '<p>g</p>',
      ],
      ['a<img src="https://b.example/c.png" alt="d">e', 'ae'],
      [
        '<video src=a></video><audio src=a></audio><picture><source srcset=a></picture><svg><a href="https://b.example">c</a></svg><math><mi>d</mi></math>e',
        'e',
      ],
      [
        '<form action="https://a.example"><input name=b><button>c</button><select><option>d</option></select></form>',
        'cd',
      ],
      [
        '<style>p{color:red}</style><script>a</script><template>b</template><iframe srcdoc="c"></iframe><noscript>d</noscript>e',
        'e',
      ],
      ['a<!-- b -->c', 'ac'],
      ['<custom-element>a</custom-element>', 'a'],
    ],
    'elements that keep their texts apart': [
      ['<div>a</div><div>b</div>', '<p>a</p><p>b</p>'],
      ['a<div>b <b>c</b></div>d', 'a<p>b <b>c</b></p>d'],
      ['<div>a</div><div><br></div>\n<div>b<br></div>', '<p>a</p> <p>b<br></p>'],
      ['<div>a<p>b</p>c<div>d</div>e</div>f', '<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>f'],
      ['<div><ul><li><div>a</div><li>b</ul></div>', '<ul><li><p>a</p></li><li>b</li></ul>'],
      ['<div><b><div>a</div></b>b</div>', '<b><p>a</p></b><p>b</p>'],
      ['<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>d', '<p>a b </p><p>c </p>d'],
      ['<table><caption>a</caption><tr><td><p>b</p></td><td>c</td></tr></table>', '<p>a</p><p>b</p><p> c </p>'],
      ['<p>a<table><tr><td>b</td><td>c</td></tr></table>d</p>', '<p>a<br>b c <br>d</p>'],
      ['<pre><div>a</div><div>b</div></pre>', '<pre>a\nb\n</pre>'],
      ['<h2><div>a</div></h2>', '<p><strong><br>a<br></strong></p>'],
      ['<dl><dt>a<dd>b</dl>', '<p>a</p><p>b</p>'],
      [
        '<details><summary>a</summary>b</details><figure><figcaption>c</figcaption></figure>',
        '<p>a</p><p>b</p><p>c</p>',
      ],
      ['<section><header>a</header><address>b</address></section>c', '<p>a</p><p>b</p>c'],
      ['<div> </div><div></div>a', 'a'],
    ],
    headings: [
      [
        '<h1>a</h1><h2 id="b">c <em>d</em></h2><h6>e</h6>',
        '<p><strong>a</strong></p><p><strong>c <em>d</em></strong></p><p><strong>e</strong></p>',
      ],
    ],
    links: [
      [
        '<a href="https://a.example/b" target="_blank" rel="opener" ping="https://c.example" download class="d" title="e">f</a>',
        '<a href="https://a.example/b">f</a>',
      ],
      ['<a href="mailto:a@b.example">c</a>', '<a href="mailto:a@b.example">c</a>'],
      ['<p>See https://a.example/b.</p>', '<p>See <a href="https://a.example/b">https://a.example/b</a>.</p>'],
      ['<b>https://a.example</b> ://', '<b><a href="https://a.example/">https://a.example</a></b> ://'],
      [
        '<pre>https://a.example</pre><code>https://b.example</code>',
        '<pre>https://a.example</pre><code>https://b.example</code>',
      ],
      ['<a href="https://a.example"><b>b</b> c</a>', '<a href="https://a.example/"><b>b</b> c</a>'],
      ['<a href="https://a.example"><img src="b"></a>', '<a href="https://a.example/">https://a.example/</a>'],
      ['<a href="javascript:alert(1)">a <b>b</b></a>', 'a <b>b</b>'],
      [
        '<a href="/a">b</a> <a href="#c">d</a> <a href="//e.example">f</a> <a href="ftp://g.example">h</a> <a>i</a> <a name="j">k</a>',
        'b d f h i k',
      ],
      ['<a href="https://bank.example@evil.example/">a</a>', 'a'],
      [
        '<a href="https://evil.example/">https://bank.example/login</a>',
        '<a href="https://evil.example/">https://bank.example/login (\u2066evil.example\u2069)</a>',
      ],
      [
        '<a href="https://evil.example/">bank\u200b.example</a>',
        '<a href="https://evil.example/">bank\u200b.example (\u2066evil.example\u2069)</a>',
      ],
      ['<a href="https://bank.example/">bank.example</a>', '<a href="https://bank.example/">bank.example</a>'],
    ],
    'text that looks like a handler or a style': [
      [
        'Carry on = yes, turned on, so "on" it goes /on/ Style = good <b>on</b>',
        'Carry on = yes, turned on, so "on" it goes /on/ Style = good <b>on</b>',
      ],
      [
        '<a href="https://a.example/on/style?one=1&amp;two=once">on</a>',
        '<a href="https://a.example/on/style?one=1&amp;two=once">on</a>',
      ],
      ['<code>&lt;style&gt; &lt;base&gt; onclick=</code>', '<code>&lt;style&gt; &lt;base&gt; onclick=</code>'],
    ],
  };
  for (const [what, pairs] of Object.entries(cases)) {
    describe(what, () => {
      for (const [source, expected] of pairs) it(JSON.stringify(source), () => expect(html(source)).to.equal(expected));
    });
  }

  it('gives links a rel but no target', () => {
    const link = renderHtml('<a href="https://a.example" target="_top">b</a>').querySelector('a');
    expect(link?.rel).to.equal('ugc nofollow noopener');
    expect(link?.getAttributeNames().sort()).to.deep.equal(['dir', 'href', 'rel']);
  });

  it('limits the nesting of quotes and lists', () => {
    const result = renderHtml(`${'<blockquote><ul><li>'.repeat(100)}deep`);
    expect(result.querySelectorAll('blockquote, ul').length).to.be.at.most(8);
    expect(result.textContent).to.equal('deep');
  });

  // Quadratic processing would exceed the time-out of a test.
  for (const piece of [
    '<',
    '<a',
    '<b>',
    '<blockquote>',
    '<a href=https://a.example>',
    ' on',
    '"on',
    '<style',
    '<base',
    '&',
    '<p>a',
    '</p>',
    '<ul><li>',
  ]) {
    it(`handles 100 kB of ${piece}`, function () {
      // Chromium's parser itself takes seconds for nested lists.
      this.timeout(30_000);
      expect(renderHtml(piece.repeat(100_000 / piece.length))).to.be.an.instanceof(DocumentFragment);
    });
  }

  it('ignores the configuration and hooks of another DOMPurify on the page', () => {
    DOMPurify.setConfig({ ALLOWED_TAGS: ['img'], ALLOWED_ATTR: ['onerror'] });
    DOMPurify.addHook('afterSanitizeAttributes', (node) => node.setAttribute('href', 'javascript:alert(1)'));
    try {
      expect(html('<p>a <a href="https://b.example">b</a><img src=x onerror=alert(1)></p>')).to.equal(
        '<p>a <a href="https://b.example/">b</a></p>',
      );
    } finally {
      DOMPurify.clearConfig();
      DOMPurify.removeAllHooks();
    }
  });
});

describe('renderHtml on a page with a strict content security policy', () => {
  // In a `srcdoc` page, Firefox does not resolve 'self' to this server.
  const self = location.origin;
  const base = `default-src ${self}; script-src ${self}; style-src ${self}; base-uri 'none'; require-trusted-types-for 'script'`;
  const source =
    '<p style="color:red">a <b onclick="x">b</b><img src=x onerror=y></p><style>c{}</style><base href="//d.example">';
  const expected = '<p>a <b>b</b></p>';

  it('works without a trusted-types directive', async () => {
    const page = await openStrictPage(base);
    expect(markup(page.renderHtml(source))).to.equal(expected);
    page.remove();
  });

  it('works with a directive that lists its policy, and triggers no violation report for any attack', async () => {
    const page = await openStrictPage(`${base}; trusted-types article-comments-html`);
    expect(markup(page.renderHtml(source))).to.equal(expected);
    for (const { text } of attacks) {
      page.renderHtml(text);
      page.window.document.body.replaceChildren(page.renderHtml(text));
    }
    // Reports arrive in order but late, so the page causes a violation of its own and waits for that report.
    const { document } = page.window;
    const video = document.createElement('video');
    video.src = 'https://other.example/film.webm';
    document.body.replaceChildren(video);
    await waitFor(() => expect(page.violations).to.include('media-src'));
    expect(page.violations).to.deep.equal(['media-src']);
    page.remove();
  });

  it('falls back to plain text when the directive does not list its policy', async () => {
    const page = await openStrictPage(`${base}; trusted-types another`);
    expect(markup(page.renderHtml(source))).to.equal('<p>a  b    c{}</p>');
    page.remove();
  });

  it('causes two violation reports without its policy, for any number of comments', async () => {
    const page = await openStrictPage(`${base}; trusted-types another`);
    for (const word of ['one', 'two', 'three'])
      expect(markup(page.renderHtml(`<p><em>${word}</em></p>`))).to.equal(`<p>${word}</p>`);
    // Reports arrive in order but late, so the page causes a violation of its own and waits for that report.
    const video = page.window.document.createElement('video');
    video.src = 'https://other.example/film.webm';
    page.window.document.body.replaceChildren(video);
    await waitFor(() => expect(page.violations).to.include('media-src'));
    expect(page.violations).to.deep.equal(['trusted-types', 'require-trusted-types-for', 'media-src']);
    page.remove();
  });

  it('works without its policy if the page allows parsing strings', async () => {
    const page = await openStrictPage(`script-src ${self}; trusted-types another`);
    expect(markup(page.renderHtml(source))).to.equal(expected);
    page.remove();
  });

  it('reuses the sanitiser of another copy that holds the policy', async () => {
    const page = await openStrictPage(
      `${base}; trusted-types article-comments-html`,
      new URL('/test/content/second-copy.ts', location.href).href,
    );
    expect(markup(page.renderHtml(source))).to.equal(expected);
    page.remove();
  });

  it('falls back to plain text when an unrelated script holds the policy', async () => {
    const page = await openStrictPage(
      `${base}; trusted-types article-comments-html`,
      new URL('/test/content/taken-policy.ts', location.href).href,
    );
    expect(markup(page.renderHtml(source))).to.equal('<p>a  b    c{}</p>');
    page.remove();
  });
});
