import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Progress } from '../../model/state/discussion-state.js';
import { raise, type Command } from '../command.js';
import { failure } from './failure.js';

/** The button below a list, where the backend has more comments; and what became of pressing it. */
export function loadMore(
  progress: Progress,
  messages: Messages,
  command: Command = { type: 'load-more' },
): TemplateResult | typeof nothing {
  const onLoad = raise(command);
  if (progress.state === 'idle') return nothing;
  if (progress.state === 'failed') return failure(messages.moreFailed, progress.error, messages, onLoad);
  const isLoading = progress.state === 'loading';
  return html`
    <button part="button more" class="wide small" type="button" aria-disabled=${isLoading} @click=${onLoad}>
      ${isLoading ? messages.loadingMore : messages.loadMore}
    </button>
  `;
}
