/** Tells how a journey went, so that somebody who has not seen it can follow it and repeat it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Course } from './run-journey.js';
import { describeStep, type Step } from './step.js';
import type { PageView } from './tab-view.js';

const folder = join(tmpdir(), 'article-comments-journeys');

const command = 'node --import tsx --test test/soak/journeys/journeys.test.ts';

/** Writes the steps of a journey to a file for `JOURNEY`, and returns what broke, after which steps, and how to repeat it. */
export async function reportCourse(course: Course, seed: string): Promise<string> {
  const { circumstances, steps, violations, pages = [] } = course;
  const file = join(folder, `${seed}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ circumstances, steps }, null, 1));
  return [
    ...violations.map(({ promise, what }) => `${promise}: ${what}`),
    `after ${steps.length} steps of the journey ${seed} (${JSON.stringify(circumstances)}):`,
    ...steps.map((step, index) => `  ${index}. ${describeStep(step)}`),
    ...pages.flatMap(describePage),
    `JOURNEY=${file} ${command}`,
  ].join('\n');
}

/** Prints a step, and the pages after it. */
export function traceStep(step: Step, pages: readonly PageView[]): void {
  console.log([describeStep(step), ...pages.flatMap(describePage)].join('\n'));
}

/** What a page holds, in a few lines. */
function describePage({ settings, article, viewer, boxes, outgoing, device, tab }: PageView): readonly string[] {
  const forms = boxes.map(({ parent, text, note, alert, outcome, isOffering }) =>
    [`  form ${parent ?? ''}`, JSON.stringify(text), note, alert, outcome, isOffering && 'offers another text']
      .filter(Boolean)
      .join(' · '),
  );
  return [
    `The ${settings.tab} tab shows ${article} to ${viewer}. Clock: ${settings.ahead}; blocked: ${settings.blocked.join()}`,
    ...forms,
    ...outgoing.map(({ text, note }) => `  list: ${JSON.stringify(text)} · ${note}`),
    `  on the device: ${device?.texts.join(' ')}; in the tab: ${tab?.texts.join(' ')}`,
  ];
}
