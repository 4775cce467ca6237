import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import en from '../../src/locales/en.js';
import type { Comment } from '../../src/model/adapter.js';
import { fragmentOf } from '../../src/presentation/comment-address.js';
import { comment, read, render } from './served-page.js';

describe('the thread of a served section', () => {
  const classesOf = (comments: readonly Comment[]): readonly (string | undefined)[] =>
    read({ comments })
      .all((one) => one.attribute('id') !== undefined)
      .map((row) => row.attribute('className'));
  const reply = (id: string, parentId: string) => comment(id, { parentId });

  it('shows each reply below its parent, in the order of the backend', () => {
    const comments = [reply('4', '1'), comment('3'), comment('1'), reply('2', '1'), reply('5', '4')];
    assert.deepEqual(read({ comments }).ids, ['comment-3', 'comment-1', 'comment-4', 'comment-5', 'comment-2']);
  });

  it('indents three levels, and names the parent’s author below them', () => {
    const comments = ['1', '2', '3', '4', '5', '6'].map((id) =>
      comment(id, { parentId: Number(id) > 1 ? `${Number(id) - 1}` : null }),
    );
    assert.deepEqual(
      classesOf(comments).map((classes) => /\bac-d\d/.exec(classes ?? '')?.[0]),
      [undefined, 'ac-d1', 'ac-d2', 'ac-d3', 'ac-d3', 'ac-d3'],
    );
    const page = read({ comments });
    assert.equal(page.article('Reply by Author 4').link('in reply to Author 3'), undefined);
    assert.equal(page.article('Reply by Author 5 to Author 4').link('in reply to Author 4'), '#comment-4');
  });

  it('shows a reply without its parent at the top level, with a note', () => {
    const page = read({ comments: [reply('2', '1')] });
    assert.deepEqual(page.names, [
      'Comment by Author 2, in reply to a comment that isn’t shown, Mar 1, 2026, 10:02 AM UTC',
    ]);
    assert.equal(page.piece('reply-to'), 'in reply to a comment that isn’t shown');
  });

  it('shows every comment of a reply cycle once', () => {
    assert.deepEqual(read({ comments: [reply('1', '2'), reply('2', '1'), reply('3', '3')] }).ids.toSorted(), [
      'comment-1',
      'comment-2',
      'comment-3',
    ]);
  });

  it('reserves space for the button of replies that are not loaded', () => {
    const page = read({ comments: [comment('1', { replies: { total: 9, next: 'a' } })] });
    assert.ok(page.places.includes('Load more replies'));
  });
});

describe('the author of a served comment', () => {
  const authored = (author: Comment['author']) => read({ comments: [comment('1', { author })] });

  it('is a link if the author has an address', () => {
    const page = authored({ name: 'Ada', url: 'https://ada.example' });
    const [link] = page.all((one) => one.attribute('href') === 'https://ada.example/');
    assert.equal(link?.text, 'Ada');
    assert.equal(link?.attribute('rel'), 'ugc nofollow noopener');
  });

  for (const url of ['javascript:alert(1)', '/profile', 'https://a@b.example', 'data:text/html,a', ''])
    it(`is no link to "${url}"`, () => {
      const page = authored({ name: 'Ada', url });
      assert.equal(page.piece('author'), 'Ada');
      assert.equal(page.link('Ada'), undefined);
    });

  it('shows the target if the name is another address', () => {
    assert.equal(
      authored({ name: 'bank.example', url: 'https://evil.example' }).piece('author'),
      'bank.example (\u2066evil.example\u2069)',
    );
  });

  it('is anonymous without a name', () => {
    assert.equal(authored(null).piece('author'), 'Anonymous');
  });

  it('has badges, followed by those of the comment', () => {
    const author = { name: 'Ada', badges: ['staff', 'house expert' as 'staff'] } as const;
    const page = read({
      comments: [comment('1', { author, pinned: true, featured: true, editedAt: '2026-03-02T10:00:00Z' })],
    });
    assert.deepEqual(page.pieces('badge'), [en.badges.staff, 'house expert', en.pinned, en.featured]);
    assert.equal(page.piece('note'), en.edited);
  });
});

describe('the picture of a served author', () => {
  const author = { name: 'Ada Okafor', avatar: 'https://pictures.example/ada.png' };
  const picturesOf = (avatars: boolean | undefined, avatar = author.avatar) =>
    read({ comments: [comment('1', { author: { ...author, avatar } })], options: { avatars } });

  it('is rendered only with the option, over the initials', () => {
    assert.deepEqual(picturesOf(undefined).pieces('avatar'), []);
    const page = picturesOf(true);
    assert.equal(page.piece('avatar'), 'A\u200cO');
    const [picture] = page.all((one) => one.attribute('src') !== undefined);
    assert.equal(picture?.attribute('src'), author.avatar);
    assert.deepEqual(
      ['alt', 'loading', 'decoding', 'referrerPolicy'].map((name) => picture?.attribute(name)),
      ['', 'lazy', 'async', 'no-referrer'],
    );
  });

  it('has only http and https addresses', () => {
    assert.equal(picturesOf(true, 'javascript:alert(1)').all((one) => one.attribute('src') !== undefined).length, 0);
  });
});

describe('a badge of a served comment', () => {
  it('may have any name', () => {
    const badges = ['__proto__', 'constructor', 'staff'] as unknown as ['staff'];
    const page = read({ comments: [comment('1', { author: { name: 'Ada', badges } })] });
    assert.deepEqual(page.pieces('badge'), ['__proto__', 'constructor', en.badges.staff]);
  });

  it('may be defined by the backend', () => {
    const badges = [{ id: 'top fan', label: 'مشترك' }, 'staff'] as const;
    const page = read({ comments: [comment('1', { author: { name: 'Ada', badges } })] });
    assert.deepEqual(page.pieces('badge-top-fan'), ['مشترك']);
  });
});

describe('the time of a served comment', () => {
  const now = Date.parse('2026-03-01T13:10:00Z');
  const styles = {
    absolute: {
      UTC: 'Mar 1, 2026, 10:01 AM UTC',
      'America/New_York': 'Mar 1, 2026, 5:01 AM EST',
      'Asia/Kolkata': 'Mar 1, 2026, 3:31 PM GMT+5:30',
    },
    relative: { UTC: '3 hours ago', 'America/New_York': '3 hours ago', 'Asia/Kolkata': '3 hours ago' },
  };
  for (const [timeStyle, zones] of Object.entries(styles) as ['absolute' | 'relative', Record<string, string>][])
    for (const [timeZone, text] of Object.entries(zones))
      it(`is ${timeStyle} in ${timeZone}, with a machine-readable time and the full date`, () => {
        const page = read({ comments: [comment('1')], options: { timeStyle, timeZone, now } });
        const [time] = page.all((one) => one.attribute('dateTime') !== undefined);
        assert.equal(time?.text, text);
        assert.equal(time.attribute('dateTime'), '2026-03-01T10:01:00.000Z');
        assert.equal(time.attribute('title'), styles.absolute[timeZone as 'UTC']);
        assert.equal(page.link(text), '#comment-1');
      });

  it('is relative to the backend’s clock', () => {
    const page = read({
      comments: [comment('1')],
      info: { now: '2026-03-01T10:06:00Z' },
      options: { timeStyle: 'relative', now },
    });
    assert.equal(page.piece('time'), '5 minutes ago');
  });

  it('is omitted if it is invalid', () => {
    assert.equal(read({ comments: [comment('1', { createdAt: 'yesterday' })] }).piece('time'), undefined);
  });
});

describe('the links of a served comment', () => {
  const ids = ['1', 'a b', '"><b>', 'at://did:plc:a/b.c/3', 'ü', '100%', "it's"];

  it('links to comments on the page, with any ids', () => {
    const comments = ids.flatMap((id) => [
      comment(id),
      comment(`reply ${id}`, { parentId: '1', replyTo: { id, name: 'Somebody else' } }),
    ]);
    const page = read({ comments });
    const inPage = page.links.filter(({ href }) => href.startsWith('#'));
    assert.deepEqual(
      inPage.filter(({ href }) => !page.ids.includes(decodeURIComponent(href.slice(1)))),
      [],
    );
    assert.equal(inPage.filter(({ text }) => text.startsWith('in reply to')).length, ids.length - 1);
    for (const id of ids) assert.ok(inPage.some(({ href }) => href === fragmentOf(id)));
  });

  it('does not link to a comment on another page', () => {
    const page = read({ comments: [comment('1'), comment('2', { parentId: '1', replyTo: { id: '9', name: 'Eve' } })] });
    assert.equal(page.piece('reply-to'), 'in reply to Eve');
    assert.equal(page.link('in reply to Eve'), undefined);
  });

  it('links to the publisher’s address for reports', () => {
    const report = (reportHref: string) =>
      read({ comments: [comment('a/1')], options: { reportHref } }).link('Report as abuse');
    const url = encodeURIComponent('https://news.example/articles/42#comment-a%2F1');
    assert.equal(report('https://a.example/?id={id}&page={url}'), `https://a.example/?id=a%2F1&page=${url}`);
    assert.equal(report('mailto:editors@news.example'), `mailto:editors@news.example?body=${url}`);
    assert.equal(report('/report/{id}'), '/report/a%2F1');
  });

  it('does not link to a script for reports', () => {
    for (const reportHref of ['javascript:alert(1)//{id}', ' javascript:alert(1)//', 'data:text/html,{id}'])
      assert.equal(
        read({ comments: [comment('1')], options: { reportHref } }).link('Report as abuse'),
        undefined,
        reportHref,
      );
  });

  it('reserves space for reports instead of a link if the backend has a form', () => {
    const adapter = {
      open: async () => ({ state: 'open' }) as const,
      list: async () => ({ items: [] }),
      report: async () => undefined,
    };
    const page = read({ comments: [comment('1')], options: { adapter, reportHref: 'https://a.example' } });
    assert.equal(page.link('Report as abuse'), undefined);
    assert.ok(page.places.includes('Report as abuse'));
  });
});

describe('a huge or deeply nested body', () => {
  const page = (format: Comment['body']['format'], value: string) =>
    read({ comments: [comment('1', { body: { format, value } })] });

  // A parser would open each of them again in every paragraph: millions of elements.
  it('may contain thousands of unclosed formatting elements', () => {
    const value = Array.from({ length: 5_000 }, (_, index) => `<p><b a=${index}>word`).join('');
    assert.equal(page('html', value).piece('body')?.match(/word/g)?.length, 5_000);
  });

  it('is shown as text if its markup would create thousands of elements', () => {
    for (const value of [`${'<i>'.repeat(60)}${'<p>word'.repeat(20_000)}`, '<ul><li>word'.repeat(12_000)]) {
      const body = page('html', value);
      assert.equal(body.piece('body')?.match(/word/g)?.length, value.match(/word/g)?.length);
    }
  });

  it('may contain ten thousand nested elements', () => {
    for (const element of ['<b>', '<div>', '<blockquote>', '<p><button>', '<ul><li>'])
      for (const depth of [300, 1000, 2000, 10_000])
        assert.equal(
          page('html', `${element.repeat(depth)}deep`)
            .piece('body')
            ?.trim(),
          'deep',
          `${depth} ${element}`,
        );
  });

  for (const [format, piece] of [
    ['text', 'See https://a.example. '],
    ['markdown', '*See* [this](https://a.example) and > that\n'],
  ] as const)
    it(`may have 200 kB of ${format}, whose thousands of addresses are shown as text`, () => {
      const count = Math.ceil(200_000 / piece.length);
      const shown = page(format, piece.repeat(count));
      assert.equal(shown.links.filter(({ href }) => href === 'https://a.example/').length, 0);
      assert.equal(shown.piece('body')?.match(/https:\/\/a\.example/g)?.length, count);
    });

  it('may be one of 20,000 nested replies', () => {
    const comments = Array.from({ length: 20_000 }, (_, index) =>
      comment(`${index}`, { parentId: index ? `${index - 1}` : null }),
    );
    const { html, jsonLd, data } = render({ comments });
    assert.equal(html.match(/<article /g)?.length, 20_000);
    assert.equal(JSON.stringify(jsonLd).match(/"@type":"Comment"/g)?.length, 20_000);
    assert.equal(data?.page.items.length, 20_000);
  });
});
