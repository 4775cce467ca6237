import { expect } from '@open-wc/testing';
import { longPlainTexts } from '../support/long-texts.js';
import { renderText } from './rendered.js';
import { markup } from './markup.js';

const text = (value: string) => markup(renderText(value));

/** Target and label of the only link in the rendered text. */
function onlyLink(value: string): [string, string] {
  const links = [...renderText(value).querySelectorAll('a')];
  expect(links.length, 'number of links').to.equal(1);
  return [links[0]?.href ?? '', links[0]?.textContent ?? ''];
}

describe('renderText', () => {
  it('shows thousands of paragraphs in one element', () => {
    const shown = renderText('word\n\n'.repeat(20_000));
    expect(shown.querySelectorAll('*')).to.have.length(1);
    expect(shown.textContent.match(/word/g)).to.have.length(20_000);
  });

  it('shows thousands of links, and both together, as text in one element', () => {
    for (const [count, piece] of [
      [5000, 'https://a.example/ '],
      [5000, 'https://a.example/\n\n'],
      [600, 'word https://a.example/\n\n'],
    ] as const) {
      const shown = renderText(piece.repeat(count));
      expect(shown.querySelectorAll('*')).to.have.length(1);
      expect(shown.textContent.match(/https:\/\/a\.example\//g)).to.have.length(count);
    }
    expect(renderText('https://a.example/ '.repeat(900)).querySelectorAll('a')).to.have.length(900);
  });

  it('splits paragraphs at blank lines', () => {
    expect(text('One\n\nTwo\n \t\n\n\nThree')).to.equal('<p>One</p><p>Two</p><p>Three</p>');
    expect(text('One\r\n\r\nTwo\r\rThree')).to.equal('<p>One</p><p>Two</p><p>Three</p>');
  });

  it('keeps line breaks within a single text node per paragraph', () => {
    const [paragraph] = renderText('One\r\nTwo\nThree').children;
    expect(paragraph?.childNodes.length).to.equal(1);
    expect(paragraph?.textContent).to.equal('One\nTwo\nThree');
  });

  it('renders nothing for blank text', () => {
    expect(text('')).to.equal('');
    expect(text(' \n\n ')).to.equal('');
  });

  it('shows markup as typed', () => {
    expect(renderText('<b>5 < 6</b> &amp; **no**').textContent).to.equal('<b>5 < 6</b> &amp; **no**');
  });

  it('links http and https URLs and nothing else', () => {
    expect(text('See https://example.com/a and HTTP://example.org.')).to.equal(
      '<p>See <a href="https://example.com/a">https://example.com/a</a> and <a href="http://example.org/">HTTP://example.org</a>.</p>',
    );
    for (const other of [
      'example.com',
      'www.example.com',
      'ftp://example.com',
      'javascript:alert(1)',
      'xhttps://example.com',
      'https://',
      '://',
    ])
      expect(renderText(other).querySelector('a'), other).to.equal(null);
  });

  it('keeps the text around and between links', () => {
    const value = 'a https://a.example, (https://b.example) https://c.example/?q=1. z';
    expect(renderText(value).textContent).to.equal(value);
    expect(renderText(value).querySelectorAll('a').length).to.equal(3);
  });

  it('gives links a rel, a direction and no target', () => {
    const link = renderText('https://example.com').querySelector('a');
    expect(link?.rel).to.equal('ugc nofollow noopener');
    expect(link?.getAttributeNames().sort()).to.deep.equal(['dir', 'href', 'rel']);
    expect(link?.dir).to.equal('ltr');
  });

  const ends: [string, string][] = [
    ['https://a.example/b.', 'https://a.example/b'],
    ['https://a.example/b?!', 'https://a.example/b'],
    ['https://a.example/b/,', 'https://a.example/b/'],
    ['https://a.example/b…', 'https://a.example/b'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['(see https://a.example/b_(c)).', 'https://a.example/b_(c)'],
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['https://a.example/?a[]=1&b=2', 'https://a.example/?a[]=1&b=2'],
    ['[https://a.example/b]', 'https://a.example/b'],
    ['{https://a.example/b},', 'https://a.example/b'],
    ['"https://a.example/b"', 'https://a.example/b'],
    ['“https://a.example/b”', 'https://a.example/b'],
    ["'https://a.example/b'", 'https://a.example/b'],
    ['<https://a.example/b>', 'https://a.example/b'],
    ['*https://a.example/b*', 'https://a.example/b'],
    ['「https://a.example/b」', 'https://a.example/b'],
    ['https://a.example/b。', 'https://a.example/b'],
    ['https://a.example/b-', 'https://a.example/b-'],
  ];
  for (const [typed, url] of ends) {
    it(`finds the end of the URL in ${typed}`, () => {
      expect(onlyLink(typed)).to.deep.equal([url, url]);
      expect(renderText(typed).textContent).to.equal(typed);
    });
  }

  it('labels a link with its Punycode host when the host contains look-alike letters', () => {
    expect(onlyLink('https://аpple.example/')).to.deep.equal([
      'https://xn--pple-43d.example/',
      'https://xn--pple-43d.example/',
    ]);
    expect(onlyLink('https://bank。example/')[0]).to.not.contain('bank.example');
  });

  it('does not link URLs with credentials', () => {
    expect(text('https://bank.example@evil.example/')).to.equal('<p>https://bank.example@evil.example/</p>');
    expect(text('https://bank.example:secret@evil.example/')).to.equal(
      '<p>https://bank.example:secret@evil.example/</p>',
    );
  });

  it('shows no bidi control or invisible character in a URL', () => {
    for (const hidden of ['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u{e0041}']) {
      const [, label] = onlyLink(`https://evil.example/a${hidden}b`);
      expect(label).to.match(/^https:\/\/evil\.example\/a[\w%]*$/);
    }
  });

  // That the time grows no faster than the text is tested in `test/commonmark/growth.test.ts`.
  for (const [name, textOf] of longPlainTexts)
    it(`handles 100 kB of ${name}`, () => {
      expect(renderText(textOf(100_000)).textContent?.length).to.be.above(1);
    });
});
