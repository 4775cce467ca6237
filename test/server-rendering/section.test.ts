import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Body, CommentsAdapter } from '../../src/model/adapter.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';
import { comment, read, render } from './served-page.js';

const adapter = (more: Partial<CommentsAdapter>): CommentsAdapter => ({
  open: async () => ({ state: 'open' }),
  list: async () => ({ items: [] }),
  ...more,
});
const submit = async (): Promise<{ readonly outcome: 'published' }> => ({ outcome: 'published' });

describe('the heading of a served section', () => {
  for (const level of [1, 2, 3, 4, 5, 6])
    it(`is a heading of level ${level}, with the authors one below`, () => {
      const page = read({ comments: [comment('1')], page: { total: 1234 }, options: { headingLevel: level } });
      assert.deepEqual(page.heading, { level, text: 'Comments (1,234)' });
      const [author] = page.all((one) => one.attribute('role') === 'heading');
      assert.equal(author?.attribute('ariaLevel'), String(Math.min(level + 1, 6)));
    });

  it('has no count if the backend returns none', () => {
    assert.equal(read({ comments: [comment('1')], page: { next: '2' } }).heading?.text, 'Comments');
  });
});

describe('the editors’ message of a served section', () => {
  it('is shown below the policy, with its name', () => {
    const page = read({ info: { message: { format: 'markdown', value: 'Would **you** walk it?' } } });
    assert.equal(page.piece('message'), 'From the editorsWould you walk it?');
  });

  it('is also shown in a closed discussion', () => {
    const page = read({ info: { state: 'closed', message: { format: 'text', value: 'Thank you all.' } } });
    assert.equal(page.piece('message'), 'From the editorsThank you all.');
  });

  it('is absent without a message', () => assert.equal(read().piece('message'), undefined));
});

describe('the feed of a served section', () => {
  it('is a link', () => {
    const page = read({ comments: [comment('1')], info: { feedUrl: 'https://a.example/feed' } });
    assert.equal(page.link('Follow by RSS'), 'https://a.example/feed');
  });

  it('links only to http and https addresses', () => {
    for (const feedUrl of ['javascript:alert(1)', 'mailto:a@a.example', '/feed'])
      assert.equal(read({ info: { feedUrl } }).link('Follow by RSS'), undefined, feedUrl);
  });
});

describe('the policy of a served section', () => {
  it('is the section’s own, without a link', () => {
    const page = read();
    assert.match(page.piece('policy') ?? '', /^Comments should add to the story\./);
    assert.equal(page.link('Our comment policy'), undefined);
  });

  for (const href of ['https://news.example/policy', '/policy', 'policy#comments', 'mailto:editors@news.example'])
    it(`links to ${href}`, () => {
      assert.equal(read({ options: { policyHref: href } }).link('Our comment policy'), href);
    });

  it('does not link to a script', () => {
    for (const href of ['javascript:alert(1)', ' JavaScript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,a'])
      assert.equal(read({ options: { policyHref: href }, info: { policy: { url: href } } }).links.length, 0, href);
  });

  const bodies: Readonly<Record<Body['format'], string>> = {
    text: 'Be *kind*.\n\nStay on topic.',
    markdown: 'Be *kind*.',
    html: '<p>Be <em>kind</em>.</p><script>no()</script>',
  };
  for (const [format, value] of Object.entries(bodies) as [Body['format'], string][])
    it(`is the backend's, in ${format}, with its link`, () => {
      const page = read({ info: { policy: { body: { format, value }, url: 'https://a.example/rules' } } });
      const expected = format === 'text' ? 'Be *kind*.Stay on topic.' : 'Be kind.';
      assert.equal(page.piece('policy'), `${expected}MoreOur comment policy`);
      assert.equal(page.link('Our comment policy'), 'https://a.example/rules');
    });
});

describe('the messages of a served section for a discussion', () => {
  const said = (given: Parameters<typeof read>[0]) => {
    const page = read(given);
    return [page.piece('closed'), page.piece('empty')];
  };
  const closed = 'Comments are closed. We accept them for a limited time after publication.';

  it('invites comments in an open and empty discussion', () => {
    assert.deepEqual(said({}), [undefined, 'No comments yet. What do you think?']);
  });

  it('announces that a discussion is closed and empty', () => {
    assert.deepEqual(said({ info: { state: 'closed' } }), [closed, 'No comments were posted.']);
  });

  it('announces that the publisher has closed the discussion', () => {
    assert.deepEqual(said({ comments: [comment('1')], options: { closed: true } }), [closed, undefined]);
  });

  it('announces that a discussion is past its closing time by the backend’s clock', () => {
    const info = { closesAt: '2026-03-01T10:00:00Z', now: '2026-03-01T10:00:01Z' };
    assert.deepEqual(said({ info, options: { now: 0 } })[0], closed);
  });

  it('announces when a closed discussion opens again', () => {
    const info = { state: 'closed', stateMessage: 'Closed for the night.', opensAt: '2026-03-02T07:00:00Z' } as const;
    const options = { now: Date.parse('2026-03-01T22:00:00Z'), timeZone: 'Europe/Berlin' };
    const expected = 'Closed for the night. Comments reopen on Mar 2, 2026, 8:00 AM GMT+1.';
    assert.equal(said({ info, options })[0], expected);
  });

  it('announces that comments are turned off', () => {
    assert.equal(said({ info: { state: 'disabled' } })[0], 'Comments are turned off for now.');
  });

  it('shows no count, no policy and no list for a missing discussion', () => {
    const page = read({ info: { state: 'missing', total: 3 }, page: { total: 3 } });
    assert.equal(page.text, 'CommentsThere are no comments on this article.');
  });
});

describe('the space that a served section reserves', () => {
  const composers = (given: Parameters<typeof read>[0]) =>
    read(given).all((one) => one.attribute('className')?.includes('ac-composer-space') ?? false).length;

  it('includes the form if readers can post', () => {
    assert.equal(composers({ options: { adapter: adapter({ submit }) } }), 1);
    assert.equal(composers({ options: { adapter: adapter({}) } }), 0);
    assert.equal(composers({ info: { state: 'closed' }, options: { adapter: adapter({ submit }) } }), 0);
  });

  it('includes buttons, whose labels are not part of the page’s text', () => {
    const vote = async () => ({ up: 1 });
    const page = read({ comments: [comment('1')], options: { adapter: adapter({ submit, vote }) } });
    assert.deepEqual(page.article('Comment by').places, ['Recommend', 'Reply', 'More']);
    assert.doesNotMatch(page.text, /Reply|Recommend/);
    assert.equal(page.text.match(/More/g)?.length, 1, 'that of the policy');
  });

  it('includes the sort menu if there are two orders and two comments', () => {
    const sorted = adapter({ features: { sorts: ['newest', 'oldest'] } });
    const places = (comments: readonly ReturnType<typeof comment>[]) =>
      read({ comments, options: { adapter: sorted } }).places;
    assert.ok(places([comment('1'), comment('2')]).includes(en.order));
    assert.ok(!places([comment('1')]).includes(en.order));
  });
});

describe('more pages', () => {
  it('links to the next page if the publisher has addresses for pages', () => {
    const options = { nextHref: (cursor: string) => `?page=${encodeURIComponent(cursor)}` };
    assert.equal(
      read({ comments: [comment('1')], page: { next: 'a&b' }, options }).link('Load more comments'),
      '?page=a%26b',
    );
    assert.equal(read({ comments: [comment('1')], options }).links.length, 1);
  });

  it('announces the number of further comments if the total is known', () => {
    const comments = [comment('1'), comment('2', { status: 'deleted' })];
    const given = { comments, page: { next: '2', total: 1291 }, options: { nextHref: () => '?page=2' } };
    assert.equal(read(given).link('Load more comments (1,290)'), '?page=2');
    assert.ok(read({ ...given, options: {} }).places.includes('Load more comments (1,290)'));
  });

  it('does not link to a script for the next page', () => {
    for (const address of ['javascript:alert(1)//', 'java\nscript:alert(1)//']) {
      const options = { nextHref: (cursor: string) => address + cursor };
      const page = read({ comments: [comment('1')], page: { next: '2' }, options });
      assert.equal(page.link('Load more comments'), undefined, address);
      assert.ok(page.places.includes('Load more comments'));
    }
  });

  it('reserves space for the button of the next page without an address', () => {
    const page = read({ comments: [comment('1')], page: { next: '2' } });
    assert.ok(page.places.includes('Load more comments'));
    assert.equal(page.link('Load more comments'), undefined);
  });

  it('includes data only for the first page', () => {
    assert.equal(render({ options: { cursor: '2' } }).data, undefined);
    assert.equal(render().data?.discussion, '42');
  });

  it('announces that further comments are unavailable if the backend has truncated the list', () => {
    assert.equal(
      read({ comments: [comment('1')], page: { truncated: true } }).piece('truncated'),
      'We can’t show the rest of the comments here.',
    );
  });
});

describe('the language of a served section', () => {
  it('is marked, with its direction', () => {
    const [german] = read({ options: { messages: de }, page: { total: 1234 } }).all(
      (one) => one.attribute('lang') === 'de',
    );
    assert.equal(german?.attribute('dir'), 'ltr');
    assert.equal(german?.heading?.text, 'Kommentare (1.234)');
    const [arabic] = read({ options: { messages: ar } }).all((one) => one.attribute('lang') === 'ar');
    assert.equal(arabic?.attribute('dir'), 'rtl');
    assert.equal(arabic?.heading?.text, ar.heading('0'));
  });

  it('leaves each text its own direction', () => {
    const page = read({ comments: [comment('1', { body: { format: 'text', value: 'שלום' } })] });
    const [body] = page.article('Comment').all((one) => one.attribute('part') === 'body');
    assert.equal(body?.attribute('dir'), 'auto');
  });
});

describe('search engines', () => {
  it('may quote the comments unless the publisher asks them not to', () => {
    const isHidden = (nosnippet?: boolean) => /data-nosnippet/.test(render({ options: { nosnippet } }).html);
    assert.deepEqual([isHidden(), isHidden(false), isHidden(true)], [false, false, true]);
  });
});

describe('an invalid option', () => {
  const wrong: Readonly<Record<string, readonly [Parameters<typeof render>[0], RegExp]>> = {
    'a level of headings': [{ options: { headingLevel: 7 } }, /headingLevel is 7.*from 1 to 6/],
    'a style of times': [
      { options: { timeStyle: 'short' as 'absolute' } },
      /timeStyle is "short".*"relative" or "absolute"/,
    ],
    'a time zone': [{ options: { timeZone: 'Berlin' } }, /timeZone is "Berlin".*Europe\/Berlin/],
    'a language': [
      { options: { messages: { ...de, lang: 'no_such_language' } } },
      /messages\.lang is "no_such_language".*en-GB/,
    ],
    'the present': [{ options: { now: NaN } }, /now is NaN.*Date\.now\(\)/],
    'a size of pages': [{ options: { pageSize: 0 } }, /pageSize is 0.*such as 25/],
  };
  for (const [what, [given, message]] of Object.entries(wrong))
    it(`is reported with the remedy: ${what}`, () => {
      assert.throws(() => render(given), { name: 'RangeError', message });
    });
});

describe('a served list', () => {
  const listOf = (count: number): ReturnType<typeof read> =>
    read({ comments: Array.from({ length: count }, (_, index) => comment(`${index}`)) });
  const blocksIn = (page: ReturnType<typeof read>): readonly string[] =>
    page
      .all((one) => one.attribute('className')?.includes('ac-block') ?? false)
      .map((one) => one.attribute('className') ?? '');

  it('contains its comments directly', () => {
    assert.deepEqual(blocksIn(listOf(128)), []);
  });

  it('contains blocks if it is long, so that the browser lays out only those near the viewport', () => {
    const page = listOf(129);
    assert.deepEqual(blocksIn(page), Array<string>(9).fill('ac-block'));
    const rows = page.all((one) => one.attribute('className')?.startsWith('ac-row') ?? false);
    assert.equal(rows.filter((row) => row.attribute('role') === 'listitem').length, 129);
  });
});
