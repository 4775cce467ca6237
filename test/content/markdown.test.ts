import { expect } from '@open-wc/testing';
import { longMarkdown } from '../support/long-texts.js';
import { parseCommonMark } from '../../src/content/markdown.js';
import { toDom } from '../../src/content/render-body.js';
import { renderMarkdown } from './rendered.js';
import { markup } from './markup.js';

const markdown = (value: string) => markup(renderMarkdown(value));

function depthOf(node: Node): number {
  let deepest = 0;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
  for (let depth = 0; ;) {
    if (walker.firstChild()) depth++;
    else {
      while (!walker.nextSibling())
        if (walker.parentNode()) depth--;
        else return deepest;
    }
    deepest = Math.max(deepest, depth);
  }
}

describe('renderMarkdown', () => {
  const cases: Record<string, [string, string][]> = {
    paragraphs: [
      ['', ''],
      ['\n \n', ''],
      ['One\nstill one\n\n\nTwo', '<p>One\nstill one</p><p>Two</p>'],
      ['One\r\n\r\nTwo', '<p>One</p><p>Two</p>'],
      ['  Indented a little', '<p>Indented a little</p>'],
    ],
    'line breaks': [
      ['hard  \nbreak', '<p>hard<br>break</p>'],
      ['hard\\\nbreak', '<p>hard<br>break</p>'],
      ['soft \nbreak', '<p>soft\nbreak</p>'],
      ['spaces by number&#32;&#32;\nare text', '<p>spaces by number  \nare text</p>'],
      ['no break at the end  ', '<p>no break at the end</p>'],
    ],
    emphasis: [
      ['*a* _b_ **c** __d__ ~~e~~', '<p><em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong> <del>e</del></p>'],
      ['***a***', '<p><em><strong>a</strong></em></p>'],
      ['**a *b***', '<p><strong>a <em>b</em></strong></p>'],
      ['*a **b***', '<p><em>a <strong>b</strong></em></p>'],
      ['***a** b*', '<p><em><strong>a</strong> b</em></p>'],
      ['*a **b** c*', '<p><em>a <strong>b</strong> c</em></p>'],
      ['**a*b**', '<p><strong>a*b</strong></p>'],
      ['un*frigging*believable', '<p>un<em>frigging</em>believable</p>'],
      ['snake_case_name __init__.py', '<p>snake_case_name <strong>init</strong>.py</p>'],
      ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
      ['*open', '<p>*open</p>'],
      ['close*', '<p>close*</p>'],
      ['**** ____ ~~~', '<p>**** ____ ~~~</p>'],
      ['~a~', '<p>~a~</p>'],
      ['*a\nb*', '<p><em>a\nb</em></p>'],
      ['*a\n\nb*', '<p>*a</p><p>b*</p>'],
      ['**「強調」**です', '<p><strong>「強調」</strong>です</p>'],
    ],
    'inline code': [
      ['a `b` c', '<p>a <code>b</code> c</p>'],
      ['`` a`b ``', '<p><code>a`b</code></p>'],
      ['`*a*`', '<p><code>*a*</code></p>'],
      ['`<b>&amp;`', '<p><code>&lt;b&gt;&amp;amp;</code></p>'],
      ['`a\nb`', '<p><code>a b</code></p>'],
      ['`open', '<p>`open</p>'],
      ['``two` one', '<p>``two` one</p>'],
      ['*a `b* c`', '<p>*a <code>b* c</code></p>'],
    ],
    'indented code': [
      ['    a\n\n\t b\n\n', '<pre><code>a\n\n b\n</code></pre>'],
      ['text\n    a', '<p>text\na</p>'],
    ],
    'fenced code': [
      ['```js\nlet a = `b`;\n\n  *c*\n```\nafter', '<pre><code>let a = `b`;\n\n  *c*\n</code></pre><p>after</p>'],
      ['~~~\n```\n~~~~', '<pre><code>```\n</code></pre>'],
      ['````\n```\n````', '<pre><code>```\n</code></pre>'],
      ['```\nopen', '<pre><code>open\n</code></pre>'],
      ['text\n```\na\n```', '<p>text</p><pre><code>a\n</code></pre>'],
      ['```inline```', '<p><code>inline</code></p>'],
    ],
    quotes: [
      ['> a\n> b', '<blockquote><p>a\nb</p></blockquote>'],
      ['> a\nthe reply', '<blockquote><p>a</p></blockquote><p>the reply</p>'],
      ['>a\n>\n>b', '<blockquote><p>a</p><p>b</p></blockquote>'],
      ['> a\n>> b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'],
      ['text\n> a', '<p>text</p><blockquote><p>a</p></blockquote>'],
      ['> - a\n> - b', '<blockquote><ul><li>a</li><li>b</li></ul></blockquote>'],
      ['> ```\n> a\n> ```', '<blockquote><pre><code>a\n</code></pre></blockquote>'],
      ['3 > 2', '<p>3 &gt; 2</p>'],
    ],
    lists: [
      ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
      ['* a\n* b', '<ul><li>a</li><li>b</li></ul>'],
      ['+ *a*', '<ul><li><em>a</em></li></ul>'],
      ['- a\n* b', '<ul><li>a</li></ul><ul><li>b</li></ul>'],
      ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
      ['1) a', '<ol><li>a</li></ol>'],
      ['7. a\n8. b', '<ol start="7"><li>a</li><li>b</li></ol>'],
      ['- a\n  - b\n  - c\n- d', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>'],
      ['1. a\n   - b\n2. c', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>'],
      ['1. a\n    1. b', '<ol><li>a<ol><li>b</li></ol></li></ol>'],
      ['- a\n\t- b', '<ul><li>a<ul><li>b</li></ul></li></ul>'],
      ['- a\n- b\n\n- c', '<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>'],
      ['- a\n\n  b', '<ul><li><p>a</p><p>b</p></li></ul>'],
      ['- a\nlazy', '<ul><li>a\nlazy</li></ul>'],
      ['- a\n\nafter', '<ul><li>a</li></ul><p>after</p>'],
      ['- a\n  ```\n  b\n   c\n  ```', '<ul><li>a<pre><code>b\n c\n</code></pre></li></ul>'],
      ['- a\n  > b', '<ul><li>a<blockquote><p>b</p></blockquote></li></ul>'],
      ['text\n- a', '<p>text</p><ul><li>a</li></ul>'],
      ['It was\n1986. A year', '<p>It was\n1986. A year</p>'],
      ['-a\n1.b\n-5 degrees', '<p>-a\n1.b\n-5 degrees</p>'],
      ['-\n- b', '<ul><li></li><li>b</li></ul>'],
    ],
    links: [
      ['[a](https://b.example/c)', '<p><a href="https://b.example/c">a</a></p>'],
      ['[a](<https://b.example/c d>)', '<p><a href="https://b.example/c%20d">a</a></p>'],
      ['[a](https://b.example/c_(d))', '<p><a href="https://b.example/c_(d)">a</a></p>'],
      ['[a](https://b.example "a title")', '<p><a href="https://b.example/">a</a></p>'],
      ["[a](https://b.example 'a title')", '<p><a href="https://b.example/">a</a></p>'],
      ['[**a** `b`](https://b.example)', '<p><a href="https://b.example/"><strong>a</strong> <code>b</code></a></p>'],
      ['*[a](https://b.example)*', '<p><em><a href="https://b.example/">a</a></em></p>'],
      ['[a](mailto:b@c.example)', '<p><a href="mailto:b@c.example">a</a></p>'],
      ['[](https://b.example)', '<p><a href="https://b.example/">https://b.example/</a></p>'],
      ['[a](javascript:alert(1))', '<p>a (\u2066javascript:alert(1)\u2069)</p>'],
      ['[a](/b) [c](#d)', '<p>a (\u2066/b\u2069) c (\u2066#d\u2069)</p>'],
      ['[a](//b.example)', '<p>a (\u2066//b.example\u2069)</p>'],
      ['[Smith](2019)', '<p>Smith (\u20662019\u2069)</p>'],
      [
        '[a][b] [B]\n\n[b]: https://c.example',
        '<p><a href="https://c.example/">a</a> <a href="https://c.example/">B</a></p>',
      ],
      ['[a] (b) [c] ]', '<p>[a] (b) [c] ]</p>'],
      ['[[a](https://b.example)', '<p>[<a href="https://b.example/">a</a></p>'],
      [
        '[a [b](https://b.example) c](https://d.example)',
        '<p>[a <a href="https://b.example/">b</a> c](<a href="https://d.example/">https://d.example</a>)</p>',
      ],
      ['_https://b.example/c_d_', '<p><em><a href="https://b.example/c_d">https://b.example/c_d</a></em></p>'],
      ['__https://b.example__', '<p><strong><a href="https://b.example/">https://b.example</a></strong></p>'],
      ['[https://b.example](https://b.example)', '<p><a href="https://b.example/">https://b.example</a></p>'],
      [
        '[see https://b.example/c now](https://b.example)',
        '<p><a href="https://b.example/">see https://b.example/c now</a></p>',
      ],
    ],
    'links whose label names another host': [
      [
        '[https://bank.example](https://evil.example)',
        '<p><a href="https://evil.example/">https://bank.example (\u2066evil.example\u2069)</a></p>',
      ],
      [
        '[bank.example](https://bank.example.evil.example)',
        '<p><a href="https://bank.example.evil.example/">bank.example (\u2066bank.example.evil.example\u2069)</a></p>',
      ],
      ['[www.bank.example](https://bank.example)', '<p><a href="https://bank.example/">www.bank.example</a></p>'],
      ['[bank.example](https://login.bank.example)', '<p><a href="https://login.bank.example/">bank.example</a></p>'],
      [
        '[me@bank.example](mailto:me@evil.example)',
        '<p><a href="mailto:me@evil.example">me@bank.example (\u2066me@evil.example\u2069)</a></p>',
      ],
      ['[me@bank.example](mailto:me@bank.example)', '<p><a href="mailto:me@bank.example">me@bank.example</a></p>'],
    ],
    'bare URLs': [
      ['<https://a.example/b>', '<p><a href="https://a.example/b">https://a.example/b</a></p>'],
      ['<mailto:a@b.example>', '<p><a href="mailto:a@b.example">mailto:a@b.example</a></p>'],
      ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
      ['<a@b.example>', '<p><a href="mailto:a@b.example">a@b.example</a></p>'],
      ['See https://a.example/b_c_d.', '<p>See <a href="https://a.example/b_c_d">https://a.example/b_c_d</a>.</p>'],
      ['**https://a.example**', '<p><strong><a href="https://a.example/">https://a.example</a></strong></p>'],
      ['(https://a.example/b)', '<p>(<a href="https://a.example/b">https://a.example/b</a>)</p>'],
      ['https://bank.example@evil.example/', '<p>https://bank.example@evil.example/</p>'],
    ],
    images: [
      ['![a cat](https://b.example/c.png)', '<p><a href="https://b.example/c.png">a cat</a></p>'],
      ['![](https://b.example/c.png)', '<p><a href="https://b.example/c.png">https://b.example/c.png</a></p>'],
      ['[![a](https://b.example/c.png)](https://d.example)', '<p><a href="https://d.example/">a</a></p>'],
      ['Wow![a](b)', '<p>Wowa (\u2066b\u2069)</p>'],
      ['![*a* [b](c)](https://d.example)', '<p><a href="https://d.example/">a b</a></p>'],
    ],
    headings: [
      ['# a', '<p><strong>a</strong></p>'],
      ['###### *a* ##', '<p><strong><em>a</em></strong></p>'],
      ['#hashtag', '<p>#hashtag</p>'],
      ['a\n===\nb', '<p><strong>a</strong></p><p>b</p>'],
      ['a\n---\nb', '<p><strong>a</strong></p><p>b</p>'],
      ['text\n## a\ntext', '<p>text</p><p><strong>a</strong></p><p>text</p>'],
    ],
    rules: [
      ['a\n\n---\n\nb', '<p>a</p><hr><p>b</p>'],
      ['* * *', '<hr>'],
      ['text\n***\ntext', '<p>text</p><hr><p>text</p>'],
    ],
    escapes: [
      ['\\*a\\* \\[b](c) \\`d\\` \\# \\\\', '<p>*a* [b](c) `d` # \\</p>'],
      ['\\a', '<p>\\a</p>'],
      ['\\# a', '<p># a</p>'],
      ['1986\\. a', '<p>1986. a</p>'],
      ['&amp; &lt;b&gt; &unknown; AT&T', '<p>&amp; &lt;b&gt; &amp;unknown; AT&amp;T</p>'],
      ['&#8364; &#x20AC; &euro; &#0; &#xD800;', '<p>€ € € \ufffd \ufffd</p>'],
    ],
    'raw HTML': [
      ['<b>a</b>', '<p>&lt;b&gt;a&lt;/b&gt;</p>'],
      ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
      ['<!-- a -->', '<p>&lt;!-- a --&gt;</p>'],
    ],
  };
  for (const [what, pairs] of Object.entries(cases)) {
    describe(what, () => {
      for (const [source, expected] of pairs)
        it(JSON.stringify(source), () => expect(markdown(source)).to.equal(expected));
    });
  }

  it('gives links a rel but neither a target nor a title', () => {
    const link = renderMarkdown('[a](https://b.example "title")').querySelector('a');
    expect(link?.rel).to.equal('ugc nofollow noopener');
    expect(link?.getAttributeNames().sort()).to.deep.equal(['dir', 'href', 'rel']);
    expect(link?.dir).to.equal('auto');
  });

  it('merges adjacent text nodes', () => {
    const [paragraph] = renderMarkdown('a *b [c] d_e \\* &amp; f').children;
    expect(paragraph?.childNodes.length).to.equal(1);
  });

  // A browser would lay them out for seconds.
  for (const [what, value] of [
    ['20,000 emphasised words', '*word* '.repeat(20_000)],
    ['10,000 nested emphases', '*word _word '.repeat(10_000)],
    ['5,000 nested lists', '- - - - - - word\n'.repeat(5000)],
    ['5,000 ordered lists on one line', '1. '.repeat(5000) + 'word'],
    ['10,000 links', '[word](https://a.example)'.repeat(10_000)],
    ['20,000 hard line breaks', 'word  \n'.repeat(20_000)],
    ['20,000 paragraphs', 'word\n\n'.repeat(20_000)],
    ['20,000 pieces of code', '`word` '.repeat(20_000)],
    ['20,000 brackets', '![[]()word'.repeat(20_000)],
  ] as const)
    it(`shows the text of ${what} without its markup`, () => {
      const shown = renderMarkdown(value);
      expect(shown.querySelectorAll(':not(a)')).to.have.length(1);
      expect(shown.textContent.match(/word/g)).to.have.length(value.match(/word/g)!.length);
    });

  it('shows the markup of a long comment', () => {
    const paragraph = '> Some **strong** words and [a link](https://a.example).\n\n- One - of *two*\n- `Two`.\n\n';
    expect(renderMarkdown(paragraph.repeat(40)).querySelectorAll('strong, a, em, code')).to.have.length(160);
  });

  // That the time grows no faster than the text is tested in `test/commonmark/growth.test.ts`.
  for (const [name, textOf] of longMarkdown)
    it(`handles 100 kB of ${name}`, () => {
      expect(depthOf(toDom(parseCommonMark(textOf(100_000)))), 'depth').to.be.below(60);
    });

  it('limits how much a short text can show by reference', () => {
    const address = `https://b.example/${'c'.repeat(1900)}`;
    const shown = toDom(parseCommonMark(`[a]: ${address}\n\n${'[a]'.repeat(30_000)}`));
    expect(shown.querySelectorAll('a').length).to.be.within(40, 60);
    expect(shown.textContent).to.contain('[a][a]');
  });

  it('shows thousands of addresses as text in one element', () => {
    const shown = renderMarkdown('word https://a.example/ '.repeat(2000));
    expect(shown.querySelectorAll('*')).to.have.length(1);
    expect(shown.textContent.match(/word/g)).to.have.length(2000);
    expect(renderMarkdown('word https://a.example/ '.repeat(900)).querySelectorAll('a')).to.have.length(900);
  });

  it('limits the nesting of emphasis', () => {
    for (const value of [`${'*'.repeat(5000)}a${'*'.repeat(5000)}`, `${'*a **b '.repeat(500)}${'c** d* '.repeat(500)}`])
      expect(depthOf(toDom(parseCommonMark(value)))).to.be.below(20);
    const images = `${'![*a '.repeat(30)}b${'*](c)'.repeat(30)}`;
    expect(depthOf(renderMarkdown(images))).to.be.below(20);
  });

  it('limits the nesting of quotes and lists', () => {
    expect(depthOf(toDom(parseCommonMark(`${'>'.repeat(1000)} a`)))).to.be.below(12);
    expect(depthOf(toDom(parseCommonMark(`${'- '.repeat(1000)}a`)))).to.be.below(20);
    expect(renderMarkdown(`${'> '.repeat(20)}a`).textContent).to.contain('a');
  });
});
