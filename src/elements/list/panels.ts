/** Opens and closes what is below comments, and removes what has failed there. */
import type { CommentId } from '../../model/adapter.js';
import type { Panel } from '../../presentation/panel.js';
import type { ListView } from '../list-view.js';

/** Opens a panel and closes the others, except replies: a reader who is writing may want to look something up. */
export function openPanel(view: ListView, id: CommentId, panel: Panel): void {
  const replies = [...view.panels].filter(([, opened]) => opened === 'reply');
  view.change({ panels: new Map([...replies, [id, panel]]) });
}

/** Opens replies that were started before. The reader has not requested them now, so other panels stay open. */
export function openReplies(view: ListView, ids: readonly CommentId[]): void {
  const closed = ids.filter((id) => !view.panels.has(id));
  if (closed.length > 0)
    view.change({ panels: new Map([...view.panels, ...closed.map((id) => [id, 'reply'] as const)]) });
}

export function closePanel(view: ListView, id: CommentId): void {
  view.change({ panels: without(view.panels, id) });
}

export function clearFailure(view: ListView, id: CommentId): void {
  if (view.failures.has(id)) view.change({ failures: without(view.failures, id) });
}

function without<Value>(map: ReadonlyMap<CommentId, Value>, id: CommentId): ReadonlyMap<CommentId, Value> {
  return new Map([...map].filter(([other]) => other !== id));
}
