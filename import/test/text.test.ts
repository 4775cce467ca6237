import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageHosts, startsWithBlock, withLineBreaks, withoutDisqusRedirects, withParagraphs } from '../src/text.js';

describe('the text of WordPress', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['One line.', '<p>One line.</p>'],
    ['One\ntwo\r\n\r\nthree', '<p>One<br>\ntwo</p>\n<p>three</p>'],
    ['<p>One\ntwo</p>', '<p>One<br>\ntwo</p>'],
    ['Before<ul>\n<li>a\nb</li>\n</ul>after', '<p>Before</p><ul><li>a<br>\nb</li></ul><p>after</p>'],
    ['<pre>a\n\nb</pre>', '<pre>a\n\nb</pre>'],
    ['<blockquote>a\n\nb</blockquote>', '<blockquote><p>a</p>\n<p>b</p></blockquote>'],
    [
      'a <em>b</em>\n<a href="https://a.example/?a=1&amp;b">c</a>',
      '<p>a <em>b</em><br>\n<a href="https://a.example/?a=1&amp;b">c</a></p>',
    ],
    ['', ''],
  ];
  for (const [source, expected] of cases)
    it(`gets its paragraphs: ${JSON.stringify(source)}`, () => assert.equal(withParagraphs(source), expected));

  it('is converted in linear time', () => {
    const started = process.cpuUsage().user;
    withParagraphs('<pre '.repeat(20_000) + '\n\n'.repeat(100_000));
    assert.ok(process.cpuUsage().user - started < 5_000_000);
  });
});

describe('Markdown with line breaks', () => {
  it('breaks each line but the last one of a paragraph', () => {
    assert.equal(withLineBreaks('a\nb\r\n\r\nc\n'), 'a  \nb\n\nc\n');
  });
  it('leaves code blocks as they are', () => {
    assert.equal(withLineBreaks('```\na\nb\n```\nc'), '```\na\nb\n```\nc');
  });
});

describe('the text of a source', () => {
  it('is HTML if it starts with an element that holds paragraphs', () => {
    for (const html of ['<p>a</p>', '\n <blockquote class="a">', '<pre>', '<h2>a'])
      assert.ok(startsWithBlock(html), html);
    for (const markdown of ['a <p>', '<em>a</em>', '<https://a.example>', '**a**', '<picture>'])
      assert.ok(!startsWithBlock(markdown), markdown);
  });

  it('has the targets of Disqus’s redirects', () => {
    const redirect = (target: string): string => `<a href="https://disq.us/url?url=${target}&amp;cuid=42">a</a>`;
    assert.equal(
      withoutDisqusRedirects(redirect('https%3A%2F%2Fa.example%2F%3Fb%3D1%26c%3D2%3AaB_3-x')),
      '<a href="https://a.example/?b=1&amp;c=2">a</a>',
    );
    assert.equal(withoutDisqusRedirects(redirect('%E0%A4%A')), redirect('%E0%A4%A'));
    assert.equal(
      withoutDisqusRedirects(redirect('https%3A%2F%2Fa.example%2F%22onclick%3D1%3Aab')),
      '<a href="https://a.example/%22onclick=1">a</a>',
    );
  });

  it('is searched for images on other hosts', () => {
    assert.deepEqual(
      imageHosts(
        '<img alt="a" src="https://a.example/1.png"><img src=//b.example/2> ![c](https://c.example/3 "d") <img src="/e">',
      ),
      ['a.example', 'b.example', 'c.example'],
    );
  });
});
