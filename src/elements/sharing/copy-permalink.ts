import type { CommentId } from '../../model/adapter.js';
import { permalink } from '../page/address.js';
import type { Announcer } from '../frame/announcer.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { tellAction } from '../tell-action.js';
import { rowOf } from '../list/focus-comment.js';
import type { ListView } from '../list/list-view.js';

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
