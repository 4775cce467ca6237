import type { CommentId } from '../../model/adapter.js';
import { permalink } from '../permalink/permalink.js';
import type { Announcer } from '../section/announcer.js';
import type { LocaleController } from '../section/locale-controller.js';
import type { SectionHost } from '../section/section-host.js';
import { tellAction } from '../section/tell-action.js';
import { rowOf } from './focus-comment.js';
import type { ListView } from './list-view.js';

interface CopyPermalinkOptions {
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Copies the link to a comment. Where the browser refuses, the link is shown, selected, for the reader to copy. */
export async function copyPermalink(
  host: SectionHost,
  id: CommentId,
  { view, locale, announcer }: CopyPermalinkOptions,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(permalink(id));
    view.linkCopied(id, 'copied');
    announcer.announce(locale.messages.linkCopied);
    tellAction(host, 'copy-link', id);
  } catch {
    view.linkCopied(id, 'refused');
    await host.updateComplete;
    rowOf(host.renderRoot, id)?.querySelector<HTMLInputElement>('[part=link] input')?.select();
    tellAction(host, 'copy-link', id, 'failed');
  }
}
