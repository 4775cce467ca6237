import { AdapterError, type Draft, type Viewer } from '../../model/adapter.js';

/**
 * Rejects a draft that the section shows as somebody else's than the viewer's, because another tab has signed in or out.
 *
 * @param viewer Whose comment the backend would store. Undefined: not known yet.
 */
export function requireAuthor({ authorId }: Draft, viewer: Viewer | undefined): void {
  // A guest stays one, even if the backend recognises their comments.
  const callerId = viewer?.state === 'anonymous' ? null : (viewer?.author?.id ?? null);
  // The section has words for it, in the reader's language.
  if (viewer && authorId !== undefined && authorId !== callerId) throw new AdapterError('session-expired', '');
}
