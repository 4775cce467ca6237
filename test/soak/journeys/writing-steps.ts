/** The steps of somebody who writes: typing, posting, discarding, replying, and signing in and out for it. */
import en from '../../support/english.js';
import type { TabId } from './cast.js';
import type { Journey } from './journey.js';
import type { Step } from './step.js';
import { type BoxView, boxOf } from './tab-view.js';

type StepOf<Name extends Step['do']> = Extract<Step, { readonly do: Name }>;

/** What guests call themselves, by the tab they sit at. */
const GUESTS: Readonly<Record<TabId, string>> = { left: 'Gus', right: 'Uma' };

export async function type(
  journey: Journey,
  { tab, parent, text, replacing }: StepOf<'type'>,
  step: number,
): Promise<boolean> {
  const view = await journey.glance(tab);
  const { article, viewer } = view;
  const box = boxOf(view, parent);
  if (!box || box.isReadOnly) return false;
  if (replacing) journey.model.gaveUp(box.text);
  journey.model.typed({ words: text, tab, article, parent, by: viewer, step, durability: journey.durability(tab) });
  const isFirst = replacing || box.text.trim() === '';
  await journey.tab(tab).type(parent, isFirst ? text : ` ${text}`, replacing);
  return true;
}

export async function press(
  journey: Journey,
  { tab: id, parent, by }: StepOf<'press'>,
  step: number,
): Promise<boolean> {
  const tab = journey.tab(id);
  const view = await journey.glance(id);
  const { article, viewer: as } = view;
  const box = boxOf(view, parent);
  if (!box || box.text.trim() === '' || box.button === '' || box.button === en.signInToPost || box.isWaiting)
    return false;
  if (by === 'anyway' && !box.canConfirm) return false;
  await introduce(journey, id, box);
  const fields = boxOf(await tab.view(), parent)?.fields ?? [];
  const name = fields.find((field) => field.name === 'name')?.value;
  journey.model.pressed({ step, tab: id, article, parent, as, name, body: box.text, isEarly: !box.isReady });
  switch (by) {
    case 'keyboard':
      await tab.pressKeys(parent);
      return true;
    case 'double click':
      return tab.press(parent, 'post', 2);
    case 'anyway':
      return tab.press(parent, 'post-anyway');
    case 'button':
      return tab.press(parent, 'post');
  }
}

/** A guest fills in what the form asks for. */
async function introduce(journey: Journey, id: TabId, { parent, fields }: BoxView): Promise<void> {
  for (const { name, value } of fields) {
    if (value !== '') continue;
    if (name === 'name') await journey.tab(id).fill(parent, name, GUESTS[id]);
    if (name === 'email') await journey.tab(id).fill(parent, name, `${GUESTS[id].toLowerCase()}@example.com`);
  }
}

export async function discard(journey: Journey, { tab, parent }: StepOf<'discard'>): Promise<boolean> {
  const box = boxOf(await journey.glance(tab), parent);
  if (!box?.canDiscard) return false;
  journey.model.gaveUp(box.text);
  return journey.tab(tab).press(parent, 'discard');
}

export async function signIn(journey: Journey, { tab: id, as, by }: StepOf<'sign in'>): Promise<boolean> {
  const tab = journey.tab(id);
  if (by === 'page') {
    await tab.become(as);
    return true;
  }
  if (boxOf(await journey.glance(id), null)?.button !== en.signInToPost) return false;
  journey.backend.nextToSignIn.set(id, as);
  return tab.press(null, 'post');
}

export async function signOut(journey: Journey, { tab: id, by }: StepOf<'sign out'>): Promise<boolean> {
  if ((await journey.glance(id)).viewer === 'guest') return false;
  if (by === 'form') return journey.tab(id).press(null, 'sign-out');
  await journey.tab(id).become('guest');
  return true;
}
