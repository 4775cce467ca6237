import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { raise } from '../command.js';

/** What stands below the list: where it ends, or the way to load all of it where more than one page is left. */
export function endOfList(
  state: DiscussionState,
  pageSize: number,
  messages: Messages,
): TemplateResult | typeof nothing {
  const { more, total, comments, detached } = state;
  // For those who have skipped the list.
  if (more.state === 'idle')
    return html`<p part="end" class="muted small skip" tabindex="-1">${messages.endOfComments}</p>`;
  const left = total === undefined ? Infinity : total - comments.length;
  if (more.state === 'failed' || (left <= pageSize && detached.length === 0)) return nothing;
  // It stays while a page loads, and while there is a gap: what is below it must not move up and down.
  const isLoading = more.state === 'loading';
  return html`
    <button part="button load-all" class="link small all" type="button" aria-disabled=${isLoading} @click=${raise({ type: 'load-all' })}>
      ${messages.loadAll}
    </button>
  `;
}
