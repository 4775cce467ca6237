/** What the first download knows of the features: the forms as every reader gets them, and who needs which file before anything is pressed. */
import type { TakingPartMessages, VisitMessages } from '../i18n/messages.js';
import { Composing } from './composing/index.js';
import { together } from './lazy-module.js';
import { hasMuted } from './muting/muted.js';
import { commentInAddress } from './page/address.js';
import type { FeatureFile, FeatureModule } from './section-frame.js';

const visit = (): Promise<FeatureModule<VisitMessages>> => import('./features.js');

export const firstFiles = {
  /** What most readers use in a visit. Besides, it is loaded with the first press. */
  visit: {
    load: visit,
    needs: ['visit'],
    wanted: ({ store: { state } }) => {
      // Comments of muted people must not appear first.
      if (hasMuted()) return 'before-comments';
      if (commentInAddress() || state.viewer.moderator) return 'now';
      // A section whose comments could not be loaded may still show another discussion.
      return /ready|failed/.test(state.listing.state) && 'when-idle';
    },
  },
  /** The forms once a reader turns to one, which `Composing` notices. */
  composer: {
    load: (): Promise<FeatureModule<TakingPartMessages>> => import('./composing/composer.js'),
    needs: ['takingPart'],
  },
  restoring: {
    load: () =>
      together(import('./scroll-position/restoring.js'), import('./scroll-position/hold-in-place.js'), visit()),
    // The top of the list must not appear first to a reader who returns to the middle of it.
    wanted: ({ returning }) => Boolean(returning.position) && 'before-comments',
    failure: 'nowhere',
  },
  avatars: {
    load: () => import('./avatars/index.js'),
    // Later, pictures would move the comments.
    wanted: ({ host, store }) => Boolean(host.avatars && store.state.discussion) && 'before-comments',
    failure: 'nowhere',
  },
} satisfies Readonly<Record<string, FeatureFile>>;

/** The section that a server has rendered. It is loaded before the element starts, so no section can load it. */
export const loadServed = () => import('./served/served-section.js');

/** The features of the first download. */
export const firstFeatures = [Composing] as const;
