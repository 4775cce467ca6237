/** Takes a step of a journey. Every function returns whether the step was possible. */
import { setTimeout as pause } from 'node:timers/promises';
import { type TabId, TABS } from './cast.js';
import type { Journey } from './journey.js';
import type { Step } from './step.js';
import { discard, press, signIn, signOut, type } from './writing-steps.js';

/** Milliseconds until what was typed has been saved: a little longer than the section waits after a key. */
const SAVING = 480;

export async function takeStep(journey: Journey, step: Step, number: number): Promise<boolean> {
  const { backend, site } = journey;
  switch (step.do) {
    case 'release':
      return release(journey);
    case 'code':
      site.code = step.delivery;
      return true;
    case 'pause':
      await pause(SAVING);
      return true;
    case 'other posts':
      backend.postElsewhere(step.article, step.text);
      return true;
    case 'fault':
      backend.arm(step.tab, step.method, step.fault);
      return true;
    case 'expire':
      backend.sessions.set(step.tab, 'guest');
      return true;
    case 'block':
      journey.change(step.tab, { blocked: step.storages });
      return true;
    case 'clock':
      journey.change(step.tab, { ahead: step.ahead });
      return true;
    default:
      await journey.turnTo(step.tab);
      return takeStepAtPage(journey, step, number);
  }
}

/** The steps that somebody takes at the page in front of them. */
type PageStep = Exclude<
  Step,
  {
    readonly do: 'release' | 'code' | 'pause' | 'other posts' | 'fault' | 'expire' | 'block' | 'clock';
  }
>;

async function takeStepAtPage(journey: Journey, step: PageStep, number: number): Promise<boolean> {
  const tab = journey.tab(step.tab);
  const { isAttached, canRetry } = journey.view(step.tab);
  switch (step.do) {
    case 'type':
      return type(journey, step, number);
    case 'press':
      return press(journey, step, number);
    case 'discard':
      return discard(journey, step);
    case 'show kept':
      return tab.showKept(step.parent);
    case 'remember me':
      return tab.rememberMe(step.parent);
    case 'toggle reply':
      return tab.toggleReply(step.parent);
    case 'sign in':
      return signIn(journey, step);
    case 'sign out':
      return signOut(journey, step);
    case 'try again':
      return canRetry && tab.retry();
    case 'visit':
      return visit(journey, step);
    case 'reload':
      return load(journey, step.tab, 0, () => tab.reload());
    case 'go back':
      return Boolean(journey.depths.get(step.tab)) && load(journey, step.tab, -1, () => tab.goBack());
    case 'reopen':
      return reopen(journey, step.tab);
    case 'duplicate':
      return duplicate(journey, step.tab);
    case 'detach':
      return isAttached && done(tab.detach());
    case 'attach':
      return !isAttached && done(tab.attach());
    case 'move':
      return isAttached && done(tab.move());
    case 'fill':
    case 'empty':
      return useStorage(journey, step);
  }
}

const done = async (action: Promise<void>): Promise<boolean> => {
  await action;
  return true;
};

async function release(journey: Journey): Promise<boolean> {
  const { backend } = journey;
  const [first] = backend.held;
  if (!first) return false;
  await journey.tab(first.tab).answer(first.number, await backend.release(first.number));
  return true;
}

async function visit(
  journey: Journey,
  { tab: id, article, by }: Extract<Step, { readonly do: 'visit' }>,
): Promise<boolean> {
  const tab = journey.tab(id);
  if (by === 'link') return load(journey, id, tab.isAt(article) ? 0 : 1, () => tab.visit(article));
  return journey.view(id).isAttached && done(tab.setDiscussion(article));
}

async function load(journey: Journey, id: TabId, further: 1 | 0 | -1, go: () => Promise<void>): Promise<boolean> {
  journey.model.left(id, 'page');
  journey.depths.set(id, (journey.depths.get(id) ?? 0) + further);
  journey.withoutCode.delete(id);
  await go();
  return true;
}

async function reopen(journey: Journey, id: TabId): Promise<boolean> {
  leaveTab(journey, id);
  journey.full.delete(id);
  await journey.tab(id).reopen(journey.context, journey.view(id).article);
  return true;
}

async function duplicate(journey: Journey, id: TabId): Promise<boolean> {
  const [other] = TABS.filter((tab) => tab !== id);
  if (other === undefined) return false;
  leaveTab(journey, id);
  if (journey.full.has(other)) journey.full.add(id);
  else journey.full.delete(id);
  await journey.tab(id).duplicate(journey.tab(other), journey.view(other).article);
  return true;
}

function leaveTab(journey: Journey, id: TabId): void {
  journey.model.left(id, 'tab');
  journey.depths.set(id, 0);
  journey.withoutCode.delete(id);
}

async function useStorage(
  journey: Journey,
  { do: what, tab: id, storage }: Extract<Step, { readonly do: 'fill' | 'empty' }>,
): Promise<boolean> {
  if (journey.view(id).settings.blocked.includes(storage)) return false;
  // What was typed just now is saved while there is room.
  await pause(SAVING);
  const place = storage === 'localStorage' ? 'device' : id;
  if (what === 'fill') {
    journey.full.add(place);
    await journey.tab(id).fillStorage(storage);
  } else {
    journey.full.delete(place);
    await journey.tab(id).emptyStorage(storage);
  }
  return true;
}
