import { html } from 'lit';
import type { Progress } from '../../model/state/discussion-state.js';
import type { MoreReplies } from '../../model/discussion/thread.js';
import { MAX_INDENT } from '../../presentation/comment-view.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import { failure } from '../frame/failure.js';
import type { Row, Section } from '../section.js';

/** The row behind the loaded replies to a comment: the button that loads more of them, or why that has failed. */
export function moreRepliesRow(section: Section, { parent, depth }: MoreReplies, progress: Progress | undefined): Row {
  const { messages } = section;
  const { id } = parent;
  const onLoad = section.on({ type: 'load-replies', id });
  const isLoading = progress?.state === 'loading';
  const text = isLoading ? messages.loadingReplies : messages.moreReplies;
  const button = html`
    <button
      part="button more-replies"
      class="link small"
      type="button"
      aria-label=${nameOfControl(text, 'replies', parent, messages)}
      aria-disabled=${isLoading}
      @click=${onLoad}
    >
      ${text}
    </button>
  `;
  const template =
    progress?.state === 'failed' ? failure(messages.repliesFailed, progress.error, messages, onLoad) : button;
  return { id: `more-${id}`, draw: () => ({ className: `answer d${Math.min(depth, MAX_INDENT)}`, template }) };
}
