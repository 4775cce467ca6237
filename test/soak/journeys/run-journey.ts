/** Runs journeys: chosen step by step from a seed, or repeated from a list of steps. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import type { JourneySite } from './backend/journey-site.js';
import { TABS } from './cast.js';
import { checkJourney } from './checks/check-journey.js';
import { findTexts } from './checks/find-texts.js';
import { Dice } from './dice.js';
import { type Circumstances, Journey } from './journey.js';
import { nextStep, type Situation } from './moves.js';
import type { Step } from './step.js';
import type { PageView } from './tab-view.js';
import { takeStep } from './take-step.js';
import type { Violation } from './violation.js';

/** Milliseconds within which what is broken may still mend itself, and between two looks at it. */
const PATIENCE = 1500;
const LOOK = 150;

/** How a journey went. */
export interface Course {
  readonly circumstances: Circumstances;
  readonly steps: readonly Step[];
  /** The number of steps that were possible. */
  readonly taken: number;
  /** What was broken first; empty if nothing was. */
  readonly violations: readonly Violation[];
  /** How the pages were then. */
  readonly pages?: readonly PageView[];
}

/** Where journeys take place. */
export interface Scene {
  readonly browser: Browser;
  readonly site: JourneySite;
  /** What is known to be broken: it does not end a journey. */
  readonly isKnown: (violation: Violation) => boolean;
  /** Called after each step. */
  readonly onStep?: (step: Step, pages: readonly PageView[]) => void;
}

/** What a seed makes of a journey before its first step. */
export function circumstancesOf(dice: Dice): Circumstances {
  const idempotency = dice.pick(['key', 'key', 'none', 'none', 'detects-duplicates'] as const) ?? 'key';
  return { idempotency, ignoresSignals: dice.oneIn(4), repeatsChanges: dice.oneIn(4) };
}

/** A journey of so many steps, the same for the same seed as far as the browser allows. It ends where a promise is broken. */
export async function runJourney(scene: Scene, seed: number, length: number): Promise<Course> {
  const dice = new Dice(seed);
  const circumstances = circumstancesOf(dice);
  const choose = (journey: Journey, number: number): Step | undefined =>
    number < length ? nextStep(situationOf(journey, circumstances, number), dice) : undefined;
  return run(scene, circumstances, choose);
}

/** The same steps again. Those that are not possible any more are left out. */
export function repeatJourney(
  scene: Scene,
  { circumstances, steps }: Pick<Course, 'circumstances' | 'steps'>,
): Promise<Course> {
  return run(scene, circumstances, (_journey, number) => steps[number]);
}

async function run(
  { browser, site, isKnown, onStep }: Scene,
  circumstances: Circumstances,
  choose: (journey: Journey, number: number) => Step | undefined,
): Promise<Course> {
  const journey = await Journey.begin(browser, site, circumstances);
  const steps: Step[] = [];
  let taken = 0;
  try {
    for (let number = 0; ; number++) {
      const step = choose(journey, number);
      if (!step) break;
      const before = 'tab' in step ? journey.view(step.tab) : undefined;
      steps.push(step);
      const isTaken = await takeStep(journey, step, number);
      if (isTaken) taken++;
      // A reader in haste does not wait for what comes of it.
      const isHasty = step.do === 'press' && step.isHasty;
      if (isTaken && !isHasty) await journey.look(number, step);
      onStep?.(step, pagesOf(journey));
      if (!isTaken || isHasty) continue;
      const check = (): readonly Violation[] =>
        checkJourney(journey, step, before).filter((violation) => !isKnown(violation));
      const violations = await checkPatiently(journey, number, check);
      if (violations.length > 0) {
        return { circumstances, steps, taken, violations, pages: pagesOf(journey) };
      }
    }
    const violations = (await findTexts(journey)).filter((violation) => !isKnown(violation));
    return { circumstances, steps, taken, violations };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { circumstances, steps, taken, violations: [{ promise: 'no error in the page', what }] };
  } finally {
    await journey.end();
  }
}

const pagesOf = (journey: Journey): readonly PageView[] => TABS.map((tab) => journey.view(tab));

/** What is still broken after a while: code that the page has asked for may not have come yet, and a save may be due. */
async function checkPatiently(
  journey: Journey,
  number: number,
  check: () => readonly Violation[],
): Promise<readonly Violation[]> {
  const end = Date.now() + PATIENCE;
  let violations = check();
  while (violations.length > 0 && Date.now() < end) {
    await pause(LOOK);
    await journey.look(number);
    violations = check();
  }
  return violations;
}

function situationOf(journey: Journey, { idempotency }: Circumstances, number: number): Situation {
  const { full, depths, site, backend } = journey;
  return {
    viewOf: (tab) => journey.view(tab),
    full,
    depths,
    idempotency,
    code: site.code,
    held: backend.held.length,
    nextWords: () => `pebble-${number + 1}`,
  };
}
