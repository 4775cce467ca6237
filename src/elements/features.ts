/**
 * The features of a section: which file carries out each command and renders each panel, and when a file is loaded without a press.
 * Loaded when the browser is idle after the first comments, together with the features that most readers use in a visit.
 */
import type { ChangingMessages, TakingPartMessages, VisitMessages } from '../i18n/messages.js';
import type { Command } from '../presentation/command.js';
import { allComments } from '../model/state/discussion-state.js';
import { acceptsPosts } from '../model/state/permissions.js';
import type { Panel } from '../presentation/panel.js';
import { SavedDrafts } from './composing/saved-drafts.js';
import { type FeatureTable, TableDispatcher, type VisitSection } from './dispatcher.js';
import { Finding } from './finding/index.js';
import { Following } from './following/index.js';
import { together } from './lazy-module.js';
import { ListCommands } from './list/list-commands.js';
import { isForModerators, mayClose } from './moderating/who-moderates.js';
import { commentInAddress } from './page/address.js';
import { hasMuted } from './page/preferences.js';
import { pendingVoteKey, readJson } from './page/storage.js';
import { ScrollPosition } from './scroll-position/index.js';
import type { AnyFeature, Dispatcher, FeatureModule } from './section.js';

/** The features of this file, in the order of what they add to the frame. */
const visit = [ListCommands, SavedDrafts, Following, Finding] as const;

const writer = () => import('../model/discussion/discussion-writer.js');
const forms = () => together(import('./forms/submit-form.js'), writer());
const loading = () => together(import('./loading.js'), import('./scroll-position/hold-in-place.js'));

/** The code of the files that are loaded on demand. */
const code = {
  loading,
  filter: () => together(import('./finding/filter.js'), loading()),
  permalinks: () => together(import('./finding/permalinks.js'), loading()),
  newComments: () => together(import('./following/new-comments.js'), import('./scroll-position/hold-in-place.js')),
  menu: () => import('./menu.js'),
  decisions: () => import('./legal/decisions.js'),
  refusal: () => import('./composing/refusal.js'),
  shortcuts: () => import('./shortcuts/index.js'),
  voting: () => together(import('./voting/index.js'), writer()),
  reporting: () => together(import('./reporting/index.js'), forms()),
  changing: () => together(import('./changing.js'), import('../model/body-text.js'), forms()),
  closing: () => together(import('./moderating/closing.js'), writer()),
};

/** The same, with the messages of their features. */
const files = {
  loading: (section) => start(section, code.loading()),
  filter: (section) => start(section, code.filter()),
  permalinks: (section) => start(section, code.permalinks()),
  newComments: (section) => start(section, code.newComments()),
  menu: (section) => start(section, code.menu()),
  decisions: (section) => start(section, code.decisions()),
  refusal: (section) => startTakingPart(section, code.refusal()),
  shortcuts: (section) => startTakingPart(section, code.shortcuts()),
  voting: (section) => startTakingPart(section, code.voting()),
  reporting: (section) => startTakingPart(section, code.reporting()),
  changing: (section) => startChanging(section, code.changing()),
  closing: (section) => startChanging(section, code.closing()),
} satisfies FeatureTable['files'];

async function start(
  section: VisitSection,
  file: Promise<FeatureModule<VisitMessages>>,
): Promise<readonly AnyFeature[]> {
  return section.start((await file).features);
}

/** The same for features with messages of those who take part. */
async function startTakingPart(
  section: VisitSection,
  file: Promise<FeatureModule<VisitMessages & TakingPartMessages>>,
): Promise<readonly AnyFeature[]> {
  const [{ features }, withMessages] = await section.withMessages(file, 'takingPart');
  return withMessages.start(features);
}

/** The same for features with messages of those who change comments or close the discussion. */
async function startChanging(
  section: VisitSection,
  file: Promise<FeatureModule<VisitMessages & TakingPartMessages & ChangingMessages>>,
): Promise<readonly AnyFeature[]> {
  const [{ features }, withMessages] = await section.withMessages(file, 'takingPart', 'changing');
  return withMessages.start(features);
}

type Modules = { readonly [Name in keyof typeof code]: Awaited<ReturnType<(typeof code)[Name]>>['features'] } & {
  readonly visit: typeof visit;
  readonly composer: (typeof import('./composing/composer.js'))['features'];
};

type FileName = keyof Modules;
/** The files with a feature for `Wanted`, a command or a panel. */
type Having<Member extends 'commands' | 'panels', Wanted extends string> = {
  [Name in FileName]: InstanceType<Modules[Name][number]> extends infer One
    ? One extends { readonly [Own in Member]: { readonly [Own in Wanted]: unknown } }
      ? Name
      : never
    : never;
}[FileName];

/** The compiler rejects a command that is missing, and a file that does not carry it out. */
const commands: { readonly [Type in Command['type']]: Having<'commands', Type> } = {
  'load-more': 'loading',
  'load-all': 'loading',
  'stop-loading': 'loading',
  'load-replies': 'loading',
  'close-gap': 'permalinks',
  sort: 'visit',
  filter: 'filter',
  'load-more-filtered': 'filter',
  'follow-permalink': 'permalinks',
  'find-comment': 'permalinks',
  'show-comment': 'visit',
  'reveal-comment': 'visit',
  'show-new': 'newComments',
  'show-shortcuts': 'shortcuts',
  'press-key': 'shortcuts',
  skip: 'visit',
  'focus-composer': 'visit',
  'toggle-branch': 'visit',
  'unfold-to': 'visit',
  'toggle-panel': 'visit',
  'close-panel': 'visit',
  vote: 'voting',
  'cast-vote': 'voting',
  pin: 'changing',
  moderate: 'menu',
  'copy-link': 'menu',
  share: 'menu',
  mute: 'menu',
  unmute: 'menu',
  'reveal-muted': 'menu',
  'ask-to-close': 'closing',
  'keep-open': 'closing',
  'set-closed': 'closing',
};

/** The same for panels. `Composing` renders the reply form before its file is loaded. */
const panels: { readonly [Name in Panel]: Name extends 'reply' ? 'composer' : Having<'panels', Name> } = {
  reply: 'composer',
  edit: 'changing',
  remove: 'changing',
  report: 'reporting',
  up: 'voting',
  down: 'voting',
  more: 'menu',
  approve: 'menu',
  reject: 'menu',
  feature: 'menu',
  unfeature: 'menu',
  hide: 'menu',
  unhide: 'menu',
  ban: 'menu',
  reasons: 'menu',
};

const table: FeatureTable = {
  visit,
  files,
  commands,
  panels,
  wanted: {
    // Renders the gaps, too. It is loaded before there is one, so that nothing moves when it appears.
    permalinks: ({ store: { state } }) =>
      commentInAddress() !== '' || (state.next !== undefined && state.waiting.length + state.detached.length > 0),
    newComments: ({ store: { state } }) => state.waiting.length > 0,
    closing: mayClose,
    menu: ({ store }) =>
      Boolean(store.state.info?.decisions) ||
      allComments(store.state).some((comment) => isForModerators(comment, store)),
    decisions: ({ store: { state } }) =>
      [...allComments(state), state.info?.posting?.refusal].some((restricted) => restricted?.decision),
    refusal: ({ store: { state } }) => state.access.state === 'open' && !acceptsPosts(state),
    // The viewer may have returned from signing in for a vote.
    voting: ({ store }) => Boolean(readJson('sessionStorage', pendingVoteKey(store.state.discussion?.key))),
  },
  awaited: {
    // Comments of muted people must not appear first.
    menu: hasMuted,
  },
  // Beside the button that was pressed.
  failures: { loading: 'below-list', closing: 'form', refusal: 'form' },
};

export function createDispatcher(section: VisitSection): Dispatcher {
  new ScrollPosition(section);
  return new TableDispatcher(section, table);
}
