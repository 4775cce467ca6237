/**
 * The features of a section: which file carries out each command and renders each panel, what each file needs, and when it is loaded without
 * a press. Loaded when the browser is idle after the first comments, together with the features that most readers use in a visit.
 */
import type { VisitMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import { MAX_FIRST_PAGE } from '../model/discussion/page-size.js';
import { allComments, type DiscussionState } from '../model/state/discussion-state.js';
import { acceptsPosts } from '../model/state/permissions.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import { SavedDrafts } from './composing/saved-drafts.js';
import { TableDispatcher } from './dispatcher.js';
import { Finding } from './finding/index.js';
import { Following } from './following/index.js';
import { together } from './lazy-module.js';
import { ListCommands } from './list/list-commands.js';
import { hasRemark, mayClose, mayModerate } from './moderating/who-moderates.js';
import { hasMuted } from './muting/muted.js';
import { commentInAddress } from './page/address.js';
import { ScrollPosition } from './scroll-position/index.js';
import type { FileWith, SectionFrame } from './section-frame.js';
import { hasWaitingVote } from './voting/waiting-vote.js';

const writer = () => import('./forms/writing.js');
const forms = () => import('./forms/submit-form.js');
/** What forms that change comments are loaded with. */
const changes = () => together(import('../model/writes/comment-changes.js'), forms(), writer());
const holdInPlace = () => import('./scroll-position/hold-in-place.js');
const loading = () => together(import('./loading.js'), holdInPlace());

/** Finds the few comments of a state that `isOne` is true of. Reads only those that were not in the last state. */
function finder(isOne: (comment: Comment) => boolean): (state: DiscussionState) => readonly Comment[] {
  let last: DiscussionState | undefined;
  let all: readonly Comment[] = [];
  let found: readonly Comment[] = [];
  return (state) => {
    if (state === last) return found;
    last = state;
    const before = all;
    all = allComments(state);
    const isAsBefore = all.every((comment, index) => {
      const other = before[index];
      return comment === other || !(isOne(comment) || (other && isOne(other)));
    });
    if (all.length < before.length || !isAsBefore) found = all.filter(isOne);
    return found;
  };
}

const remarked = finder(hasRemark);
const decided = finder(({ decision }) => Boolean(decision));

/** The files that are loaded on demand: one row for each. */
const files = {
  loading: {
    load: loading,
    // Beside the button that was pressed.
    failure: 'below-list',
  } satisfies FileWith<[]>,
  filter: { load: () => together(import('./finding/filter.js'), loading()) } satisfies FileWith<[]>,
  permalinks: {
    load: () => together(import('./permalinks.js'), loading()),
    // Renders the gaps, too. It is loaded before there is one, so that nothing moves when it appears.
    wanted: ({ store: { state } }) =>
      (commentInAddress() !== '' || (state.next !== undefined && state.waiting.length + state.detached.length > 0)) &&
      'now',
  } satisfies FileWith<[]>,
  newComments: {
    load: () => together(import('./following/new-comments.js'), holdInPlace()),
    wanted: ({ store: { state } }) => state.waiting.length > 0 && 'now',
  } satisfies FileWith<[]>,
  longLists: {
    load: () => import('./long-lists.js'),
    wanted: ({ store: { state } }) => state.comments.length >= MAX_FIRST_PAGE && 'now',
    failure: 'nowhere',
  } satisfies FileWith<[]>,
  menu: {
    load: () => together(import('./menu.js'), import('./page/clipboard.js')),
    wanted: ({ store }) => {
      const { state } = store;
      // Comments of muted people must not appear first.
      if (hasMuted()) return 'before-comments';
      const shown = [...remarked(state), ...(state.selection?.items ?? [])];
      return (
        (state.info?.decisions || shown.some((comment) => hasRemark(comment) && mayModerate(comment, store))) && 'now'
      );
    },
  } satisfies FileWith<[]>,
  decisions: {
    load: () => import('./legal/decisions.js'),
    wanted: ({ store: { state } }) => (state.info?.posting?.refusal?.decision || decided(state).length > 0) && 'now',
  } satisfies FileWith<[]>,
  refusal: {
    load: () => import('./composing/refusal.js'),
    needs: ['takingPart'],
    wanted: ({ store: { state } }) => state.access.state === 'open' && !acceptsPosts(state) && 'now',
    failure: 'form',
  } satisfies FileWith<['takingPart']>,
  shortcuts: { load: () => import('./shortcuts/index.js'), needs: ['takingPart'] } satisfies FileWith<['takingPart']>,
  voting: {
    load: () => import('./voting/index.js'),
    needs: ['takingPart'],
    // The viewer may have returned from signing in for a vote.
    wanted: ({ store }) => hasWaitingVote(store.state.discussion?.key) && 'now',
  } satisfies FileWith<['takingPart']>,
  reporting: {
    load: () => together(import('./reporting/index.js'), forms()),
    needs: ['takingPart'],
  } satisfies FileWith<['takingPart']>,
  changing: {
    load: () => together(import('./changing.js'), changes()),
    needs: ['takingPart', 'changing'],
  } satisfies FileWith<['takingPart', 'changing']>,
  editing: {
    load: () => together(import('./editing/index.js'), import('../model/body-text.js'), changes()),
    needs: ['takingPart', 'changing'],
  } satisfies FileWith<['takingPart', 'changing']>,
  closing: {
    load: () => together(import('./moderating/closing.js'), writer()),
    needs: ['takingPart', 'changing'],
    wanted: (section) => mayClose(section) && 'now',
    failure: 'form',
  } satisfies FileWith<['takingPart', 'changing']>,
};

class VisitDispatcher extends TableDispatcher {
  constructor(section: SectionFrame<VisitMessages>) {
    super(section, { files, commands, panels });
  }
}

/** In the order of what they add to the frame. */
export const features = [VisitDispatcher, ScrollPosition, ListCommands, SavedDrafts, Following, Finding] as const;

type Modules = {
  readonly [Name in keyof typeof files]: Awaited<ReturnType<(typeof files)[Name]['load']>>['features'];
} & {
  readonly visit: typeof features;
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
  edit: 'editing',
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
