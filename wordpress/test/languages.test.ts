/** The words, numbers and times of the companion plugin in each language, beside those of the script in a browser. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { tags as otherTags } from '../../src/cdn-locales.js';
import { fallbacksOf } from '../../src/elements/page/language-fallbacks.js';
import { Formats } from '../../src/i18n/formats.js';
import { openBrowser } from '../../test/support/journeys/readers-browser.js';
import { skipWithoutPhp } from './wordpress-site.js';

const root = join(import.meta.dirname, '..', '..');
const plugin = join(root, 'wordpress', 'article-comments');

/** The languages that have words. */
const languages = ['en', ...otherTags];

/** What WordPress calls the language of a site, where that is not the name of one of ours. */
const sites = [
  ...[
    'bg-BG',
    'cs-CZ',
    'da-DK',
    'de-AT',
    'de-CH',
    'de-CH-informal',
    'de-DE',
    'de-DE-formal',
    'en-AU',
    'en-CA',
    'en-NZ',
  ],
  ...[
    'en-US',
    'en-ZA',
    'es-AR',
    'es-CL',
    'es-CO',
    'es-CR',
    'es-DO',
    'es-EC',
    'es-ES',
    'es-GT',
    'es-HN',
    'es-MX',
    'es-PE',
  ],
  ...[
    'es-PR',
    'es-UY',
    'es-VE',
    'fa-AF',
    'fa-IR',
    'fr-BE',
    'fr-CA',
    'fr-FR',
    'he-IL',
    'hi-IN',
    'hu-HU',
    'id-ID',
    'it-IT',
  ],
  ...[
    'ko-KR',
    'lt-LT',
    'nb-NO',
    'nl-BE',
    'nl-NL',
    'nl-NL-formal',
    'nn-NO',
    'pl-PL',
    'pt-AO',
    'ro-RO',
    'ru-RU',
    'sk-SK',
  ],
  ...['sl-SI', 'sr-RS', 'sv-SE', 'tr-TR', 'zh-CN', 'zh-HK', 'zh-SG', 'zh-TW'],
];

/** Tags of other origin, and those of languages that have no words. */
const others = [
  ...['ar-EG', 'de-LU', 'en-IE', 'en-IN', 'ES-mx', 'fr-CH', 'it-CH', 'iw', 'no', 'pt', 'pt-MZ', 'ru-UA', 'sr-ME'],
  ...[
    'zh',
    'zh-Hans-HK',
    'zh-Hant',
    'zh-Hant-HK',
    'zh-MO',
    'ary',
    'bs-BA',
    'ckb',
    'cy',
    'ja-XX',
    'toString',
    '',
    'x',
    '../en',
  ],
];

/** Every month, every hour and some years, in seconds. */
const times = [
  ...Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 8, 23, 5)),
  ...Array.from({ length: 24 }, (_, hour) => Date.UTC(2026, 5, 17, hour, 0)),
  ...[1970, 1999, 2000, 2038].map((year) => Date.UTC(year, 2, 20, 12, 34)),
].map((time) => time / 1000);

const numbers = [0, 5, 10, 999, 1000, 1234, 9999, 10_000, 12_345, 123_456, 1_234_567, 12_345_678];

interface Task {
  readonly tag: string;
  readonly zone: string;
  readonly times?: readonly number[];
  readonly numbers?: readonly number[];
}

interface Result {
  readonly lang: string;
  /** The tag that the plugin prints, if the site has that of the task. */
  readonly site: string;
  readonly times: readonly string[];
  readonly numbers: readonly string[];
}

function inPhp(tasks: readonly Task[]): readonly Result[] {
  const { stdout, stderr, status } = spawnSync('php', [join(import.meta.dirname, 'languages.php'), plugin], {
    input: JSON.stringify(tasks),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(status, 0, stdout + stderr);
  return JSON.parse(stdout) as readonly Result[];
}

/** The language whose words the script takes for a tag. */
function languageFor(tag: string): string {
  const found = fallbacksOf(tag).find((one) => languages.some((language) => language.toLowerCase() === one));
  return languages.find((language) => language.toLowerCase() === found) ?? 'en';
}

/** The tag by which the script writes numbers and times: "de-CH" for "de-CH", "nb" for "no". */
function formatsFor(tag: string): string {
  const language = languageFor(tag);
  const base = (one: string): string => one.toLowerCase().split('-')[0]!;
  return base(tag) === base(language) ? tag : language;
}

describe('the languages of the companion plugin', { skip: skipWithoutPhp() }, () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    const { outputFiles } = await build({
      entryPoints: [join(root, 'src', 'i18n', 'formats.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'formats',
    });
    await page.evaluate(`${outputFiles[0]?.text}; globalThis.formats = formats;`);
  });
  after(() => browser?.close());

  const inBrowser = (tasks: readonly Task[]): Promise<readonly Pick<Result, 'times' | 'numbers'>[]> =>
    page.evaluate(
      (all) =>
        all.map(({ tag, zone, times = [], numbers = [] }) => {
          const module = (globalThis as unknown as { formats: { Formats: typeof Formats } }).formats;
          const formats = new module.Formats(tag, zone);
          return {
            times: times.map((time) => formats.absolute(time * 1000)),
            numbers: numbers.map((number) => formats.number(number)),
          };
        }),
      tasks,
    );

  async function assertSame(tasks: readonly Task[]): Promise<void> {
    const printed = inPhp(tasks);
    const expected = await inBrowser(tasks.map((task) => ({ ...task, tag: formatsFor(task.tag) })));
    const named = (results: readonly Pick<Result, 'times' | 'numbers'>[]): string[] =>
      results.flatMap((result, index) => {
        const { tag, zone } = tasks[index]!;
        return [...result.times, ...result.numbers].map((text) => `${tag} ${zone}: ${text}`);
      });
    assert.deepEqual(named(printed), named(expected));
  }

  it('covers all languages of the package', () => {
    const files = readdirSync(join(root, 'src', 'locales')).filter((name) => name.endsWith('.ts'));
    assert.deepEqual(files.map((name) => name.slice(0, -3)).sort(), [...languages].sort());
  });

  it('chooses the same language for the tag of a site as the script', () => {
    const tags = [...languages, ...sites, ...others];
    const found = inPhp(tags.map((tag) => ({ tag, zone: 'UTC' }))).map(({ lang }) => lang);
    assert.deepEqual(
      tags.map((tag, index) => `${tag}: ${found[index]}`),
      tags.map((tag) => `${tag}: ${languageFor(tag)}`),
    );
  });

  it('prints a language tag that browsers accept', () => {
    const tags = {
      'pt-PT-ao90': 'pt-PT',
      'de-DE-formal': 'de-DE-formal',
      'zh-Hant-HK': 'zh-Hant-HK',
      'art-xemoji': 'art-xemoji',
    };
    const wrong = {
      '': 'en',
      x: 'en',
      'a-DE': 'en',
      toString: 'en',
      'fr-"><b>': 'fr',
      'en-x-twain': 'en',
      'de-1': 'de',
    };
    for (const [tag, expected] of Object.entries({ ...tags, ...wrong })) {
      const [result] = inPhp([{ tag, zone: 'UTC' }]);
      assert.equal(result?.site, expected, tag);
      assert.doesNotThrow(() => new Intl.Locale(expected));
    }
  });

  it('writes numbers as browsers do', async () => {
    await assertSame([...languages, ...sites, ...others.filter(isTag)].map((tag) => ({ tag, zone: 'UTC', numbers })));
  });

  it('writes times as browsers do', async () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', '+05:45', '-03:00'];
    const tags = [...languages, ...sites, ...others.filter(isTag)];
    await assertSame(tags.flatMap((tag) => zones.map((zone) => ({ tag, zone, times }))));
  });

  it('names time zones as browsers do', async () => {
    const listed = spawnSync('php', ['-r', 'echo json_encode(timezone_identifiers_list());'], { encoding: 'utf8' });
    const zones = JSON.parse(listed.stdout) as string[];
    const seasons = [0, 6].map((month) => Date.UTC(2026, month, 8, 23, 5) / 1000);
    for (const tag of [...languages, ...sites]) await assertSame(zones.map((zone) => ({ tag, zone, times: seasons })));
  });

  it('counts the days of other calendars as browsers do', () => {
    const days = Array.from({ length: 366 * 130 }, (_, day) => (Date.UTC(1970, 0, 1, 12) + day * 86_400_000) / 1000);
    for (const tag of ['fa', 'th']) {
      const formats = new Formats(tag, 'UTC');
      const [printed] = inPhp([{ tag, zone: 'UTC', times: days }]);
      assert.deepEqual(
        printed?.times,
        days.map((day) => formats.absolute(day * 1000)),
      );
    }
  });
});

/** Whether browsers know what to do with it. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
