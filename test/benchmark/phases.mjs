/**
 * What the main thread does while a page opens, from the browser's trace: compiles scripts, executes them, computes styles, lays out.
 * Counts CPU time, which other programs do not affect.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { startTrace, stopTrace } from './task-trace.mjs';

const categories = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.compile',
  'blink.user_timing',
];

/** Milliseconds after the comments are visible in which readers wait for nothing, and styles and layout still count. */
const settling = 1_000;

/** Names of events by what the main thread does. What happens inside of others, such as a layout that a script forces, is not theirs. */
const phaseOf = {
  compile: /^(v8\.compile|v8\.parse|V8\.Compile|V8\.Parse|V8\.PreParse|v8\.produceCache)/i,
  execute:
    /^(EvaluateScript|v8\.evaluateModule|FunctionCall|RunMicrotasks|FireAnimationFrame|TimerFire|v8\.run|v8\.callFunction)$/,
  style: /^(UpdateLayoutTree|RecalculateStyles|ParseAuthorStyleSheet)$/,
  layout: /^Layout$/,
};

export const phases = Object.keys(phaseOf);

const phaseNamed = (name) => phases.find((phase) => phaseOf[phase].test(name));

/** The events of one thread with the CPU time in each that is not in an event inside of it, in microseconds. */
function ownTimes(events) {
  const open = [];
  const found = [];
  for (const { name, ts, dur, tdur = 0 } of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length > 0 && open.at(-1).end <= ts) open.pop();
    const event = { name, ts, end: ts + dur, own: tdur, parent: open.at(-1) };
    if (event.parent) event.parent.own -= tdur;
    open.push(event);
    found.push(event);
  }
  return found;
}

/** The phase of an event: its own, or that of the event around it. */
function phaseOfEvent(event) {
  for (let one = event; one; one = one.parent) {
    const phase = phaseNamed(one.name);
    if (phase) return phase;
  }
  return 'rest';
}

/**
 * CPU milliseconds of the main thread by phase until the comments are visible, with `rest` for everything else and their sum as
 * `mainThread`; and as `styleAndLayout` those of styles and layout until a second later.
 */
function sumPhases(traceEvents, address, painted) {
  const navigation = traceEvents.findLast(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === address,
  );
  if (!navigation) throw new Error(`The trace has no visit to ${address}.`);
  const isOfPage = ({ ph, pid, tid, ts }) =>
    ph === 'X' && pid === navigation.pid && tid === navigation.tid && ts >= navigation.ts;
  const end = navigation.ts + painted * 1_000;
  const sums = { ...Object.fromEntries(phases.map((phase) => [phase, 0])), rest: 0, mainThread: 0, styleAndLayout: 0 };
  for (const event of ownTimes(traceEvents.filter(isOfPage))) {
    const phase = phaseOfEvent(event);
    const time = event.own / 1_000;
    if (event.ts < end) {
      sums[phase] += time;
      sums.mainThread += time;
    }
    if (['style', 'layout'].includes(phase) && event.ts < end + settling * 1_000) sums.styleAndLayout += time;
  }
  return sums;
}

/** Opens each page once. Returns for each the sums and `painted`, the milliseconds until the comments are painted. */
export async function takePhases(browser, targets) {
  const visits = [];
  // One trace for all: to stop one takes seconds.
  await startTrace(browser, categories);
  for (const target of targets) {
    const painted = await withPage(browser, target, async ({ client }) => {
      await allVisible(client, target.count);
      await sleep(settling);
      return evaluate(client, 'benchmark.allComments()');
    });
    visits.push({ address: target.address, painted });
  }
  const traceEvents = await stopTrace(browser);
  return visits.map(({ address, painted }) => ({ painted, ...sumPhases(traceEvents, address, painted) }));
}
