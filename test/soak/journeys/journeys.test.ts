/**
 * Random journeys through the section in a real browser: two tabs, three readers, three articles, and everything that can go wrong
 * with networks, backends, storages, clocks, code and sessions. Whatever happens, no text is lost, no comment doubled or
 * stored under another article or name, and no word on the page is untrue.
 *
 * `SEED` repeats a journey and those after it. `STEPS`, `JOURNEY_STEPS` and `SECONDS` limit all steps, those of one journey, and
 * the time. `EXCEPT`, a regular expression, names what is known to be broken, to look for what else is. `JOURNEY` names a file with the steps of one journey, as a failed run writes it, and
 * `TRACE=1` prints the pages after each step.
 */
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../support/find-chromium.mjs';
import { JourneySite } from './backend/journey-site.js';
import { type Course, repeatJourney, runJourney, type Scene } from './run-journey.js';
import { shortenCourse } from './shorten-course.js';
import { describeStep } from './step.js';
import type { PageView } from './tab-view.js';
import type { Violation } from './violation.js';

const setting = (name: string, normal: number): number => Number(process.env[name] ?? normal);

const seed = setting('SEED', Math.floor(Math.random() * 2 ** 31));
const steps = setting('STEPS', 2400);
const journeySteps = setting('JOURNEY_STEPS', 80);
const seconds = setting('SECONDS', 240);
/** Seconds that a failed journey is shortened for. */
const shortening = setting('SHORTEN', 40);
/** Journeys that fail before the test gives up. */
const mostFailures = setting('FAILURES', 3);

const known = process.env['EXCEPT'] === undefined ? undefined : new RegExp(process.env['EXCEPT']);

const folder = join(tmpdir(), 'article-comments-journeys');

describe(`random journeys (SEED=${seed})`, () => {
  let browser: Browser;
  let site: JourneySite;

  before(async () => {
    site = await JourneySite.start();
    browser = await puppeteer.launch(await findChromium());
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('lose no text, double no comment, misplace none, and read no untrue word', async () => {
    const isKnown = ({ promise, what }: Violation): boolean => known?.test(`${promise}: ${what}`) ?? false;
    const scene: Scene = { browser, site, isKnown, ...(process.env['TRACE'] && { onStep: trace }) };
    const recorded = process.env['JOURNEY'];
    if (recorded !== undefined) {
      const course = await repeatJourney(scene, JSON.parse(await readFile(recorded, 'utf8')) as Course);
      assert.equal(course.violations.length, 0, report(course, recorded));
      return;
    }
    const end = Date.now() + seconds * 1000;
    const failures: string[] = [];
    let taken = 0;
    let journeys = 0;
    while (taken < steps && Date.now() < end && failures.length < mostFailures) {
      const course = await runJourney(scene, seed + journeys, Math.min(journeySteps, steps));
      taken += course.steps.length;
      if (course.violations.length > 0) failures.push(await describeFailure(scene, seed + journeys, course));
      journeys++;
    }
    console.log(`${taken} steps in ${journeys} journeys`);
    assert.deepEqual(site.errors, [], 'the backend of the journeys');
    assert.equal(failures.length, 0, failures.join('\n\n'));
  });
});

async function describeFailure(scene: Scene, failed: number, course: Course): Promise<string> {
  const shortest = await shortenCourse(scene, course, shortening * 1000);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${failed}.json`);
  await writeFile(file, JSON.stringify(shortest, null, 1));
  return report(shortest, file, failed);
}

const trace: Scene['onStep'] = (step, pages) =>
  console.log([describeStep(step), ...pages.flatMap(describePage)].join('\n'));

/** What a page held, in a few lines. */
function describePage({ settings, article, viewer, boxes, outgoing, device, tab }: PageView): readonly string[] {
  const forms = boxes.map(({ parent, text, note, alert, outcome }) =>
    [`  form ${parent ?? ''}`, JSON.stringify(text), note, alert, outcome].filter(Boolean).join(' · '),
  );
  return [
    `${JSON.stringify(settings)} shows ${article} to ${viewer}`,
    ...forms,
    ...outgoing.map(({ text, note }) => `  list: ${JSON.stringify(text)} · ${note}`),
    `  on the device: ${device?.texts.join(' ')}; in the tab: ${tab?.texts.join(' ')}`,
  ];
}

function report(
  { circumstances, steps: taken, violations, pages = [] }: Course,
  file: string,
  failed?: number,
): string {
  return [
    ...violations.map(({ promise, what }) => `${promise}: ${what}`),
    `in a journey of ${taken.length} steps (${JSON.stringify(circumstances)}):`,
    ...taken.map((step, index) => `  ${index}. ${describeStep(step)}`),
    ...pages.flatMap(describePage),
    `JOURNEY=${file} npm run test:soak${failed === undefined ? '' : `, or SEED=${failed} for the whole journey`}`,
  ].join('\n');
}
