/**
 * Random journeys through the section in a real browser: two tabs, three readers, three articles, and everything that can go wrong
 * with networks, backends, storages, clocks, code and sessions. Whatever happens, no text is lost, no comment doubled or
 * stored under another article or name, and no word on the page is untrue.
 *
 * - `SEED` is the number of the first journey, or `random`; it repeats a journey and those after it. A busy machine may let it take another course.
 * - `JOURNEY` names a file with the steps of one journey, as a failed run writes it.
 * - `STEPS` is the number of steps, 2,400 by default. The run takes so many, however slow the machine is. `JOURNEY_STEPS` limits one journey, `FAILURES` the journeys that may fail before the run ends.
 * - `SHORTEN`: the seconds in which a failed journey is shortened.
 * - `EXCEPT`, a regular expression, names what is known to be broken, to look for what else is.
 * - `TRACE=1` prints the pages after each step.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../../support/find-chromium.mjs';
import { seed } from '../../support/seed.mjs';
import { JourneySite } from './backend/journey-site.js';
import { reportCourse, traceStep } from './report-course.js';
import { type Course, repeatJourney, runJourney, type Scene } from './run-journey.js';
import { shortenCourse } from './shorten-course.js';
import type { Violation } from './violation.js';

const setting = (name: string, normal: number): number => Number(process.env[name] ?? normal);

const recorded = process.env['JOURNEY'];
const steps = recorded === undefined ? setting('STEPS', 2400) : 1;
const journeySteps = setting('JOURNEY_STEPS', 80);
const shortening = setting('SHORTEN', 40);
const mostFailures = setting('FAILURES', 3);
const known = process.env['EXCEPT'] === undefined ? undefined : new RegExp(process.env['EXCEPT']);

const isKnown = ({ promise, what }: Violation): boolean => known?.test(`${promise}: ${what}`) ?? false;

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

  it('loses no text, doubles and misplaces no comment, and shows no untrue text on random journeys', async () => {
    const scene: Scene = { browser, site, isKnown, ...(process.env['TRACE'] && { onStep: traceStep }) };
    const failures: string[] = [];
    let taken = 0;
    let journeys = 0;
    for (; taken < steps && failures.length < mostFailures; journeys++) {
      const course =
        recorded === undefined
          ? await runJourney(scene, seed + journeys, Math.min(journeySteps, steps))
          : await repeatJourney(scene, JSON.parse(await readFile(recorded, 'utf8')) as Course);
      assert.ok(course.taken > 0 || course.violations.length > 0, `no step of journey ${seed + journeys} was possible`);
      taken += course.taken;
      if (course.violations.length === 0) continue;
      const shortest = await shortenCourse({ browser, site, isKnown }, course, shortening * 1000);
      failures.push(await reportCourse(shortest, recorded ? basename(recorded, '.json') : `${seed + journeys}`));
    }
    console.log(`${taken} steps in ${journeys} journeys`);
    assert.deepEqual(site.errors, [], 'the backend of the journeys');
    assert.equal(failures.length, 0, failures.join('\n\n'));
    assert.ok(taken >= Math.max(steps, 1), `only ${taken} of ${steps} steps were taken`);
  });
});
