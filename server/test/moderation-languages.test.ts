import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import en from '../src/moderation/languages/en.js';
import { pageWords } from '../src/moderation/page-words.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

const tags = readdirSync(new URL('../src/moderation/languages/', import.meta.url)).map((name) =>
  name.replace('.ts', ''),
);

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

onOneDatabase('the languages of the moderation pages', (server) => {
  const moderate = (language: string): Promise<ModerationPages> =>
    ModerationPages.open(server(), 'moderator', { 'accept-language': language });

  it('offers the moderation pages in the languages of the section', () => {
    const locales = readdirSync(new URL('../../src/locales/', import.meta.url))
      // British readers get the English pages.
      .filter((name) => name.endsWith('.ts') && name !== 'en-GB.ts')
      .map((name) => name.replace('.ts', ''));
    assert.deepEqual([...tags].sort(), locales.sort());
  });

  for (const tag of tags.filter((one) => one !== 'en'))
    it(`has every text of the moderation pages in ${tag}, with its placeholders`, async () => {
      const { own, lang } = await pageWords(tag);
      assert.equal(lang, tag);
      for (const [key, text] of Object.entries(en)) {
        const translated = own[key as keyof typeof en];
        assert.notEqual(translated.trim(), '', key);
        assert.deepEqual(placeholders(translated), placeholders(text), key);
      }
      const same = Object.entries(en).filter(([key, text]) => own[key as keyof typeof en] === text);
      // Such as "Moderation" in German.
      assert.ok(same.length < 8, String(same));
    });

  it('shows moderation pages in the first known language of the browser, with its direction', async () => {
    const key = newKey();
    const guest = server().guest();
    const held = await hold(guest, key);
    const { id } = await (await server().person('author')).post(key, newText('Burn it down'));
    await guest.callComment('PUT', 'report', key, id, noticeReport());
    for (const [asked, lang, dir, held_, decide, measure] of [
      ['de-AT,de;q=0.9,en;q=0.5', 'de', 'ltr', 'Zurückgehalten', 'Entscheiden…', 'Der Kommentar wurde entfernt.'],
      ['xx, ar;q=0.8', 'ar', 'rtl', 'محجوزة', 'اتخاذ قرار…', 'أُزيل التعليق.'],
      ['*', 'en', 'ltr', 'Held', 'Decide…', 'The comment was removed.'],
    ] as const) {
      const pages = await (await moderate(asked)).visit('/moderation');
      assert.match(pages.text, new RegExp(`<html lang="${lang}" dir="${dir}">`));
      assert.ok(pages.text.includes(`<h1>${held_}</h1>`), pages.text);
      assert.ok(pages.has(held));
      await pages.visit('/moderation/notices');
      for (const words of [`>${decide}<`, measure]) assert.ok(pages.text.includes(words), words);
      if (lang !== 'en')
        for (const word of ['>Remove', '>Decide', '>Reason', '>Sender', 'Signed in'])
          assert.ok(!pages.text.replace(/<[^>]+>/g, (tag) => tag.slice(-1)).includes(word), `${lang}: ${word}`);
    }
  });

  it('translates messages about an action and about a wrong entry on the moderation pages', async () => {
    const key = newKey();
    const text = await hold(server().guest(), key);
    const pages = await (await moderate('de')).find('/moderation', text);
    await pages.press('remove', text, { reason: 'other', note: '' });
    assert.match(pages.comment(text), /Schreiben Sie, was an dem Kommentar falsch ist\./);
    await pages.press('remove', text, { reason: 'spam' });
    assert.match(
      pages.notice,
      /^Der Kommentar von Gus ist entfernt\. Zeit, um ihn wiederherzustellen: 30 Tage \(Entfernt\)\.$/,
    );
    await pages.visit('/moderation/erase?identity=Gus');
    assert.match(pages.text, /Beginnen Sie mit person: oder guest:/);
  });

  it('shows moderators times in UTC, with a script for their own time zone', async () => {
    const text = await hold(server().guest(), newKey());
    const pages = await (await moderate('de')).find('/moderation', text);
    assert.match(pages.comment(text), /<time datetime="[^"]+Z">[^<]+ UTC<\/time>/);
    const [, script = ''] = /<script type="module" src="([^"]+)">/.exec(pages.text) ?? [];
    await pages.visit(script);
    assert.match(pages.headers.get('content-type') ?? '', /^text\/javascript/);
  });

  it('refuses a reader in the first language of their browser', async () => {
    const pages = await ModerationPages.open(server(), 'reader', { 'accept-language': 'ar' });
    await pages.visit('/moderation');
    assert.equal(pages.status, 403);
    assert.match(pages.text, /<html lang="ar" dir="rtl">/);
    assert.match(pages.text, /<h1 lang="en">/);
  });
});
