import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../model/state/discussion-state.js';
import type { Command } from '../../presentation/command.js';
import type { Section } from '../section.js';
import { failure } from './failure.js';

/**
 * The button below a list that loads its next page, or why that failed. Nothing if there is no further page. `left`: how many comments are
 * missing from the list, or NaN if that is unknown.
 */
export function loadMore(
  section: Section,
  progress: Progress,
  left: number,
  command: Command = { type: 'load-more' },
): TemplateResult | typeof nothing {
  const { messages, formats } = section;
  const onLoad = section.on(command);
  if (progress.state === 'idle') return nothing;
  if (progress.state === 'failed') return failure(messages.moreFailed, progress.error, messages, onLoad);
  const isLoading = progress.state === 'loading';
  return html`
    <button part="button more" class="wide small" type="button" aria-disabled=${isLoading} @click=${onLoad}>
      ${isLoading ? messages.loadingMore : messages.loadMore + (left > 0 ? ` (${formats.number(left)})` : '')}
    </button>
  `;
}
