/**
 * The features of a section: which file carries out each command and renders each panel, and when a file is loaded without a press.
 * Loaded when the browser is idle after the first comments, together with the features that most readers use in a visit.
 */
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import { type FeatureTable, TableDispatcher } from './dispatcher.js';
import { Finding } from './finding/index.js';
import { Following } from './following/index.js';
import { Decisions } from './legal/decisions.js';
import { ListCommands } from './list/list-commands.js';
import { mayClose, Moderating } from './moderating/index.js';
import { MoreMenu } from './more-menu/index.js';
import { Muting } from './muting/index.js';
import { commentInAddress } from './page/address.js';
import { ScrollPosition } from './scroll-position/index.js';
import type { Dispatcher, Section } from './section.js';
import { Sharing } from './sharing/index.js';
import { hasPendingVote } from './voting/has-pending-vote.js';

/** The features of this file, in the order of their entries in the "More" menu and of what they add to the frame. */
const visit = [
  ListCommands,
  Sharing,
  Muting,
  Moderating,
  Following,
  Finding,
  ScrollPosition,
  Decisions,
  MoreMenu,
] as const;

/** Files that are loaded on demand. */
const files = {
  filter: () => import('./finding/filter.js'),
  loadAll: () => import('./finding/load-all.js'),
  permalinks: () => import('./finding/permalinks.js'),
  shortcuts: () => import('./shortcuts/index.js'),
  closing: () => import('./moderating/closing.js'),
};

interface Modules extends Record<keyof typeof files, unknown> {
  visit: typeof visit;
  takingPart: (typeof import('./taking-part.js'))['features'];
  filter: (typeof import('./finding/filter.js'))['features'];
  loadAll: (typeof import('./finding/load-all.js'))['features'];
  permalinks: (typeof import('./finding/permalinks.js'))['features'];
  shortcuts: (typeof import('./shortcuts/index.js'))['features'];
  closing: (typeof import('./moderating/closing.js'))['features'];
}

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
  'load-more': 'visit',
  'load-all': 'loadAll',
  'stop-loading': 'loadAll',
  'load-replies': 'visit',
  'close-gap': 'permalinks',
  sort: 'visit',
  filter: 'filter',
  'load-more-filtered': 'filter',
  'follow-permalink': 'permalinks',
  'find-comment': 'permalinks',
  'show-comment': 'visit',
  'reveal-comment': 'visit',
  'show-new': 'visit',
  'show-shortcuts': 'shortcuts',
  'press-key': 'shortcuts',
  skip: 'visit',
  'focus-composer': 'visit',
  'toggle-branch': 'visit',
  'unfold-to': 'visit',
  'toggle-panel': 'visit',
  'close-panel': 'visit',
  vote: 'takingPart',
  'cast-vote': 'takingPart',
  pin: 'takingPart',
  moderate: 'visit',
  'copy-link': 'visit',
  share: 'visit',
  mute: 'visit',
  unmute: 'visit',
  'reveal-muted': 'visit',
  'ask-to-close': 'closing',
  'keep-open': 'closing',
  'set-closed': 'closing',
};

/** The same for panels. `Composing` renders the reply form before its file is loaded. */
const panels: { readonly [Name in Panel]: Name extends 'reply' ? 'takingPart' : Having<'panels', Name> } = {
  reply: 'takingPart',
  edit: 'takingPart',
  remove: 'takingPart',
  report: 'takingPart',
  up: 'takingPart',
  down: 'takingPart',
  more: 'visit',
  approve: 'visit',
  reject: 'visit',
  feature: 'visit',
  unfeature: 'visit',
  hide: 'visit',
  unhide: 'visit',
  ban: 'visit',
};

const table: FeatureTable = {
  visit,
  files,
  commands,
  panels,
  wanted: {
    // Renders the gaps, too. It is loaded before there is one, so that nothing moves when it appears.
    permalinks: ({ store: { state } }) =>
      commentInAddress() !== '' || (state.next !== undefined && state.waiting.length > 0),
    closing: mayClose,
    // The viewer may have returned from signing in for a vote.
    takingPart: hasPendingVote,
  },
  // Beside the button that was pressed.
  failures: { loadAll: 'below-list', closing: 'form' },
};

export const createDispatcher = (section: Section): Dispatcher => new TableDispatcher(section, table);
