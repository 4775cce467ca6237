import type { DiscussionRef } from '../../model/adapter.js';
import type { DiscussionOptions } from '../../model/discussion/discussion-store.js';
import { DEFAULT_PAGE_SIZE } from '../../model/discussion/page-size.js';
import { commentInAddress } from '../page/address.js';
import { discussionOf } from '../page/discussion-of.js';
import type { SavedPosition } from '../page/saved-position.js';
import type { Beginning, ServedSection } from '../served/served-section.js';
import type { Settings } from '../settings/settings.js';
import { hasWaitingVote } from '../voting/waiting-vote.js';
import type { BackendLoader } from './backend-loader.js';

/** Which discussion the element shows, and where it comes from. */
export interface DiscussionSource extends Pick<Settings, 'adapter' | 'backend' | 'src' | 'token'> {
  readonly discussion: DiscussionRef;
  readonly loaders: Readonly<Record<string, BackendLoader>>;
  readonly isEager: boolean;
  /** Where the reader was before, if they return to the page. */
  readonly position: SavedPosition | undefined;
  /** What a server has rendered. */
  readonly served: Beginning | undefined;
  readonly options: DiscussionOptions & { readonly closed: boolean };
}

/** What the settings of an element do not tell. */
interface Rest extends Pick<DiscussionSource, 'loaders'> {
  readonly served: ServedSection | undefined;
  /** The position to restore in the discussion with this key. */
  readonly positionIn: (key: string) => SavedPosition | undefined;
  readonly closed: boolean;
  readonly debug: boolean;
}

/** The source that the settings of an element describe. */
export function discussionSource(settings: Settings, rest: Rest): DiscussionSource {
  const { loading, pageSize = DEFAULT_PAGE_SIZE, order } = settings;
  const { served, positionIn, loaders, closed, debug } = rest;
  const discussion = discussionOf(settings.discussion);
  served?.setDiscussion(discussion.key);
  const position = positionIn(discussion.key);
  return {
    ...settings,
    discussion,
    loaders,
    position,
    served: served?.beginning,
    // A reader who follows a link to a comment, was among the comments before, or has signed in to vote, is on the way here.
    isEager: loading === 'eager' || Boolean(commentInAddress() || position || hasWaitingVote(discussion.key)),
    options: { pageSize, sort: order, closed, debug },
  };
}
