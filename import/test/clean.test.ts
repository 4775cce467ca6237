/** Characters that would hide, reorder or break what is next to them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importText } from './import-fixture.js';

const artrans = (comment: Readonly<Record<string, string>>): string =>
  JSON.stringify([
    { id: '1', content: 'Text', nick: 'Ada', page_key: '/a/', created_at: '2020-01-01T00:00:00Z', ...comment },
  ]);

const imported = async (values: Readonly<Record<string, string>>) => {
  const { index, comments, report } = await importText('artalk', artrans(values));
  return { page: index[0], comment: comments('/a/')[0], report: String(report) };
};

describe('an import', () => {
  for (const character of ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']) {
    const code = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
    it(`removes ${code} from names, labels and titles, and reports it`, async () => {
      const { page, comment, report } = await imported({
        nick: `${character}A${character}da`,
        badge_name: `E${character}ditor`,
        page_title: `The ${character}bridge`,
      });
      assert.deepEqual(comment?.author, { name: 'Ada', badges: [{ id: 'label', label: 'Editor' }] });
      assert.equal(page?.title, 'The bridge');
      assert.match(
        report,
        /^ +2 {2}Names and titles with invisible characters that reorder or cover others, now without them$/m,
      );
    });
  }

  it('reports no names and titles that it has not changed', async () => {
    const { report } = await imported({ nick: ' Ada\n Lovelace ', page_title: 'The\n bridge' });
    assert.doesNotMatch(report, /Names and titles/);
  });

  it('recognises an email address behind invisible characters', async () => {
    const { comment } = await imported({ nick: 'ada\u2066@\u2069mail.example' });
    assert.equal(comment?.author, null);
  });

  it('removes invisible characters from the name that a reply is addressed to', async () => {
    const { comments } = await importText(
      'waline',
      JSON.stringify([
        { objectId: '7', nick: 'Bo', comment: '[@A\u202eda](#5): Yes', url: '/a/', createdAt: '2020-01-01T00:00:00Z' },
      ]),
    );
    assert.deepEqual(comments('/a/')[0]?.replyTo, { id: '5', name: 'Ada' });
  });

  it('removes control characters, which PostgreSQL does not store, from texts, ids and addresses', async () => {
    const { page, comment } = await imported({
      id: '1\u0000',
      content: 'a\u0000b\u001b[31m\r\nc',
      page_key: '/a\u0000/',
    });
    assert.equal(comment?.id, '1');
    assert.deepEqual(comment?.body, { format: 'markdown', value: 'ab[31m  \nc' });
    assert.equal(page?.key, '/a/');
  });

  it('leaves text in several directions as it is', async () => {
    const { comment } = await imported({ content: 'He said \u2067שלום\u2069.' });
    assert.equal(comment?.body.value, 'He said \u2067שלום\u2069.');
  });

  it('keeps at most 16 marks on a letter', async () => {
    const { comment } = await imported({ content: `a${'\u0301'.repeat(500)}b` });
    assert.equal(comment?.body.value, `a${'\u0301'.repeat(16)}b`);
  });

  it('prints no control characters of the source to the terminal', async () => {
    const { report } = await importText(
      'artalk',
      '[{"id":"\\u001b[2J"},{"id":"2","page_key":"/a/","created_at":"2020-01-01"}]',
    );
    assert.match(String(report), /comment \ufffd\[2J: the comment has no id or no page_key$/m);
  });
});
