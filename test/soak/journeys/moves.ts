/** What may happen next in a journey: each kind of step with how often it is chosen, and what has to be so for it. */
import type { Features } from '../../../src/model/adapter.js';
import en from '../../support/english.js';
import { type Fault, FAULTY_METHODS, NONSENSE } from './backend/fault.js';
import type { CodeDelivery } from './backend/journey-site.js';
import { ACCOUNTS, ARTICLES, type TabId, TABS } from './cast.js';
import type { Dice } from './dice.js';
import type { Step } from './step.js';
import type { BoxView, TabView } from './tab-view.js';

/** How things stand when the next step is chosen. */
export interface Situation {
  readonly viewOf: (tab: TabId) => TabView;
  readonly idempotency: Features['idempotency'];
  readonly code: CodeDelivery;
  /** How many calls are held back. */
  readonly held: number;
  /** The storages that are full: the device's for both tabs, a tab's for itself. */
  readonly full: ReadonlySet<'device' | TabId>;
  /** How many pages a tab can go back. */
  readonly depths: ReadonlyMap<TabId, number>;
  /** A text that nobody has typed yet. */
  readonly nextWords: () => string;
}

interface Move {
  readonly weight: number;
  /** Undefined where it is not possible. */
  readonly make: (situation: Situation, dice: Dice) => Step | undefined;
}

/** Responses that the section waits for at the same time. */
const MOST_HELD = 2;

/** The hour that a clock is off, and a little more. */
const HOURS: readonly number[] = [0, 3_600_000, -3_600_000, 4_200_000, -4_200_000];

const anyTab = (dice: Dice): TabId => dice.pick(TABS) ?? 'left';

/** A step at one of the tabs, made with what is on its page. */
const inTab =
  (make: (tab: TabId, view: TabView, dice: Dice, situation: Situation) => Step | undefined): Move['make'] =>
  (situation, dice) => {
    const tab = anyTab(dice);
    return make(tab, situation.viewOf(tab), dice, situation);
  };

/** A step in one of the forms that are as they have to be. */
const inForm = (
  isPossible: (box: BoxView) => boolean,
  make: (place: { readonly tab: TabId; readonly parent: BoxView['parent'] }, dice: Dice, situation: Situation) => Step,
): Move['make'] =>
  inTab((tab, { boxes }, dice, situation) => {
    const box = dice.pick(boxes.filter(isPossible));
    return box && make({ tab, parent: box.parent }, dice, situation);
  });

const hasText = ({ text }: BoxView): boolean => text.trim() !== '';

const canBePressed = (box: BoxView): boolean =>
  hasText(box) && box.button !== '' && box.button !== en.signInToPost && !box.isWaiting;

const MOVES: readonly Move[] = [
  {
    weight: 32,
    make: inForm(
      ({ isReadOnly }) => !isReadOnly,
      (place, dice, { nextWords }) => ({ do: 'type', ...place, text: nextWords(), replacing: dice.oneIn(10) }),
    ),
  },
  {
    weight: 22,
    make: inForm(canBePressed, (place, dice) => ({
      do: 'press',
      ...place,
      by: dice.pick(['button', 'button', 'keyboard', 'double click'] as const) ?? 'button',
      isHasty: dice.oneIn(4),
    })),
  },
  {
    weight: 6,
    make: inForm(
      ({ canConfirm }) => canConfirm,
      (place) => ({ do: 'press', ...place, by: 'anyway' }),
    ),
  },
  {
    weight: 3,
    make: inForm(
      (box) => box.canDiscard && hasText(box),
      (place) => ({ do: 'discard', ...place }),
    ),
  },
  {
    weight: 8,
    make: inForm(
      ({ isOffering }) => isOffering,
      (place) => ({ do: 'show kept', ...place }),
    ),
  },
  {
    weight: 1,
    make: inForm(
      ({ isRemembered }) => isRemembered !== undefined,
      (place) => ({ do: 'remember me', ...place }),
    ),
  },
  {
    weight: 7,
    make: inTab((tab, { rows }, dice) => {
      // Only below what was there from the beginning: what readers write is not always there for long.
      const row = dice.pick(rows.filter(({ id, canReply }) => canReply && /^(pier|mole|quay)-/.test(id)));
      return row && { do: 'toggle reply', tab, parent: row.id };
    }),
  },
  {
    weight: 4,
    make: inTab((tab, { viewer }, dice) => {
      const as = dice.pick(ACCOUNTS.filter((account) => account !== viewer));
      return as && { do: 'sign in', tab, as, by: 'page' };
    }),
  },
  {
    weight: 8,
    make: inTab((tab, { boxes }, dice) => {
      const isPossible = boxes.some((box) => box.parent === null && hasText(box) && box.button === en.signInToPost);
      const as = dice.pick(ACCOUNTS);
      return isPossible && as ? { do: 'sign in', tab, as, by: 'form' } : undefined;
    }),
  },
  {
    weight: 4,
    make: inTab((tab, { viewer }, dice) =>
      viewer === 'guest' ? undefined : { do: 'sign out', tab, by: dice.oneIn(2) ? 'form' : 'page' },
    ),
  },
  { weight: 2, make: inTab((tab, { viewer }) => (viewer === 'guest' ? undefined : { do: 'expire', tab })) },
  {
    weight: 9,
    make: inTab((tab, view, dice) => {
      const article = dice.pick(ARTICLES.filter((one) => one !== view.article));
      const by = view.isAttached && dice.oneIn(2) ? 'script' : 'link';
      return article && { do: 'visit', tab, article, by };
    }),
  },
  { weight: 7, make: inTab((tab) => ({ do: 'reload', tab })) },
  { weight: 6, make: inTab((tab, { canRetry }) => (canRetry ? { do: 'try again', tab } : undefined)) },
  {
    weight: 2,
    make: inTab((tab, _view, _dice, { depths }) => (depths.get(tab) ? { do: 'go back', tab } : undefined)),
  },
  {
    weight: 4,
    make: inTab((tab, { isAttached }, dice) => ({
      do: !isAttached ? 'attach' : dice.oneIn(2) ? 'move' : 'detach',
      tab,
    })),
  },
  { weight: 2, make: inTab((tab) => ({ do: 'reopen', tab })) },
  { weight: 2, make: inTab((tab) => ({ do: 'duplicate', tab })) },
  {
    weight: 14,
    make: (situation, dice) => ({
      do: 'fault',
      tab: anyTab(dice),
      method: 'submit',
      fault: faultOfSubmission(situation, dice),
    }),
  },
  {
    weight: 4,
    make: (situation, dice) => {
      const method = dice.pick(FAULTY_METHODS.filter((name) => name !== 'submit'));
      return method && { do: 'fault', tab: anyTab(dice), method, fault: faultOfReading(situation, dice) };
    },
  },
  { weight: 8, make: ({ held }) => (held > 0 ? { do: 'release' } : undefined) },
  {
    weight: 4,
    make: ({ code }, dice) => {
      const delivery = code === 'ok' ? dice.pick(['missing', 'held'] as const) : 'ok';
      return delivery && { do: 'code', delivery };
    },
  },
  {
    weight: 4,
    make: inTab((tab, { settings }, dice, { full }) => {
      const storage = dice.pick(['localStorage', 'sessionStorage'] as const) ?? 'localStorage';
      if (settings.blocked.includes(storage)) return undefined;
      return { do: full.has(storage === 'localStorage' ? 'device' : tab) ? 'empty' : 'fill', tab, storage };
    }),
  },
  {
    weight: 2,
    make: (_situation, dice) => ({
      do: 'block',
      tab: anyTab(dice),
      storages:
        dice.pick([[], [], ['localStorage'], ['sessionStorage'], ['localStorage', 'sessionStorage']] as const) ?? [],
    }),
  },
  { weight: 2, make: (_situation, dice) => ({ do: 'clock', tab: anyTab(dice), ahead: dice.pick(HOURS) ?? 0 }) },
  { weight: 4, make: () => ({ do: 'pause' }) },
  {
    weight: 2,
    make: ({ nextWords }, dice) => ({ do: 'other posts', article: dice.pick(ARTICLES) ?? 'pier', text: nextWords() }),
  },
];

/** The next step of a journey. */
export function nextStep(situation: Situation, dice: Dice): Step {
  for (;;) {
    const step = dice.weigh(MOVES)?.make(situation, dice);
    if (step) return step;
  }
}

/**
 * A backend without idempotency stores what it gets twice, and nobody can help that: nothing is sent twice there behind the
 * section's back, and nothing arrives after the section has looked for it.
 */
function faultOfSubmission({ idempotency, held }: Situation, dice: Dice): Fault {
  const isSafe = idempotency !== 'none';
  const isDone = dice.oneIn(2);
  const kind = dice.pick(['network', 'timeout', 'unavailable', 'bad-response'] as const) ?? 'network';
  const faults: readonly (Fault | undefined)[] = [
    { type: 'failed', kind, isDone },
    { type: 'failed', kind, isDone },
    { type: 'cut', isDone },
    { type: 'thrown', isDone },
    { type: 'nonsense', nonsense: dice.pick(NONSENSE.map((_value, index) => index)) ?? 0 },
    held < MOST_HELD ? { type: 'held', isDone: isDone || !isSafe } : undefined,
    held < MOST_HELD ? { type: 'held', isDone: isDone || !isSafe } : undefined,
    { type: 'late', milliseconds: 150 },
    idempotency === 'key' ? { type: 'doubled' } : undefined,
    { type: 'moderated', outcome: dice.pick(['pending', 'invisible', 'rejected'] as const) ?? 'pending' },
    { type: 'challenged' },
    {
      type: 'refused',
      kind: dice.pick(['rate-limited', 'invalid', 'forbidden', 'rejected', 'closed'] as const) ?? 'invalid',
    },
  ];
  return dice.pick(faults.filter((fault) => fault !== undefined)) ?? { type: 'cut', isDone };
}

function faultOfReading({ held }: Situation, dice: Dice): Fault {
  const isDone = dice.oneIn(2);
  const faults: readonly (Fault | undefined)[] = [
    { type: 'failed', kind: 'unavailable', isDone },
    { type: 'cut', isDone },
    { type: 'thrown', isDone },
    { type: 'nonsense', nonsense: dice.pick(NONSENSE.map((_value, index) => index)) ?? 0 },
    held < MOST_HELD ? { type: 'held', isDone } : undefined,
    { type: 'late', milliseconds: 150 },
  ];
  return dice.pick(faults.filter((fault) => fault !== undefined)) ?? { type: 'cut', isDone };
}
