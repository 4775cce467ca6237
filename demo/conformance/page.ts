/** Runs the checks against the backend in the form or, with `?backend=memory`, against the memory adapter. */
import { checks, type MakeStage, runChecks, type Result, summarize } from '../../src/conformance.js';
import { ResultList } from './result-list.js';
import { httpStages, memoryStages } from './stages.js';

const form = document.querySelector<HTMLFormElement>('.run')!;
const summary = document.querySelector<HTMLElement>('#summary')!;
const notChecked = document.querySelector<HTMLElement>('#not-checked')!;
const progress = document.querySelector<HTMLProgressElement>('#progress')!;
const progressPlace = document.querySelector<HTMLElement>('#progress-place')!;
const stop = document.querySelector<HTMLButtonElement>('#stop')!;
const submit = form.querySelector<HTMLButtonElement>('[type=submit]')!;
const results = document.querySelector<HTMLElement>('#results')!;
const isMemory = new URLSearchParams(location.search).get('backend') === 'memory';

let run: AbortController | undefined;

const textOf = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value.trim();

function makeStages(): Promise<MakeStage> | MakeStage {
  return isMemory ? memoryStages : httpStages({ src: textOf('src'), token: textOf('token'), other: textOf('other') });
}

/** The number of checks by outcome, in words. */
function describeOutcomes(found: readonly Result[]): string {
  const count = (outcome: Result['outcome']): number => found.filter((result) => result.outcome === outcome).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('not-applicable')} not applicable`;
}

async function start(): Promise<void> {
  const controller = new AbortController();
  run = controller;
  const list = new ResultList(results);
  const found: Result[] = [];
  progress.max = checks.length;
  progress.value = 0;
  progressPlace.hidden = false;
  stop.hidden = false;
  // A disabled button would lose the focus.
  submit.setAttribute('aria-disabled', 'true');
  summary.textContent = `Running ${checks.length} checks…`;
  notChecked.textContent = '';
  try {
    await runChecks(await makeStages(), {
      signal: controller.signal,
      onResult(result) {
        found.push(result);
        list.add(result);
        progress.value = found.length;
      },
    });
    summary.textContent = `All ${found.length} checks have run: ${describeOutcomes(found)}.`;
  } catch (error) {
    summary.textContent = controller.signal.aborted
      ? `Stopped after ${found.length} of ${checks.length} checks: ${describeOutcomes(found)}.`
      : `The checks could not run. ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    // The first line is the outcome, which is shown above.
    if (found.length > 0) notChecked.textContent = summarize(found).split('\n').slice(1).join('\n');
    run = undefined;
    if (document.activeElement === stop) submit.focus();
    stop.hidden = true;
    progressPlace.hidden = true;
    submit.removeAttribute('aria-disabled');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!run) void start();
});
stop.addEventListener('click', () => run?.abort());
if (isMemory) form.querySelector<HTMLInputElement>('[name=src]')!.value = 'memory';
