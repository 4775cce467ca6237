import { AdapterError, type Draft, type Viewer } from '../../model/adapter.js';

/**
 * Rejects a draft that was written as another viewer, because another tab has signed in or out since.
 *
 * @param viewer The viewer for whom the backend would store the comment. Undefined if not known yet.
 */
export function requireAuthor({ authorId }: Draft, viewer: Viewer | undefined): void {
  // A guest stays one, even if the backend recognises their comments.
  const callerId = viewer?.state === 'anonymous' ? null : (viewer?.author?.id ?? null);
  // The section has a message for this kind, in the reader's language.
  if (viewer && authorId !== undefined && authorId !== callerId) throw new AdapterError('session-expired', '');
}
