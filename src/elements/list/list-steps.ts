/** What a reader does to the list: folding, opening and closing, and looking at what was hidden. */
import type { CommentId } from '../../model/adapter.js';
import type { CommentList } from './comment-list.js';
import type { Panel } from './comment-row.js';
import { rowOf } from './focus-comment.js';
import type { Section } from '../section.js';

const PANELS = new Set<string>(['reply', 'edit', 'remove', 'more', 'report']);

/** Whether an action opens something below its comment. */
export function isPanel(action: string): action is Panel {
  return PANELS.has(action);
}

export function fold(list: CommentList, id: CommentId): void {
  const collapsed = new Set(list.collapsed);
  if (!collapsed.delete(id)) collapsed.add(id);
  list.collapsed = collapsed;
  void list.redraw();
}

/** Unfolds all branches that these comments are in. */
export function unfold(list: CommentList, ids: readonly CommentId[]): void {
  list.collapsed = new Set([...list.collapsed].filter((id) => !ids.includes(id)));
  void list.redraw();
}

export function openPanel(list: CommentList, panel: Panel, id: CommentId): void {
  // One form at a time, but whoever writes a reply must be able to look things up.
  for (const [other, opened] of list.panels) if (opened !== 'reply') list.panels.delete(other);
  list.panels.set(id, panel);
  void list.redraw();
}

/** Closes what is open below a comment; the focus goes back to the button that opened it. */
export async function closePanel({ list, root }: Pick<Section, 'list' | 'root'>, id: CommentId): Promise<void> {
  const panel = list.panels.get(id);
  list.panels.delete(id);
  await list.redraw();
  const row = rowOf(root, id);
  (row?.querySelector<HTMLElement>(`[data-action=${panel}]`) ?? row)?.focus();
}
