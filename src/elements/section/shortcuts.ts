import { html, render } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { recall } from './preferences.js';
import { remember } from './remember.js';

export interface Pressed {
  readonly root: ShadowRoot;
  readonly messages: Messages;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
  /** Resolves when what has changed is on the page. */
  readonly drawn: () => Promise<unknown>;
  /** Shows the comments that wait; false when none does. */
  readonly viewNew: () => Promise<boolean>;
}

/** Does what a key stands for. "Here" is the comment that has the focus. */
export async function press(key: string, section: Pressed): Promise<void> {
  const { root, messages, announce, drawn, viewNew } = section;
  const here = root.activeElement?.closest('li');
  const button = (action: string): HTMLElement | null | undefined => here?.querySelector<HTMLElement>(`[data-action=${action}]`);
  switch (key) {
    case 'j':
      return goTo(rows(root, Node.DOCUMENT_POSITION_FOLLOWING)[0] ?? root.querySelector('[part=list] ~ button'));
    case 'k':
      return goTo(rows(root, Node.DOCUMENT_POSITION_PRECEDING).at(-1));
    case 'n': {
      const [next] = rows(root, Node.DOCUMENT_POSITION_FOLLOWING, '.unread');
      if (next) goTo(next);
      else if (!(await viewNew())) announce(messages.noneNew);
      return;
    }
    case 'r': {
      const reply = button('reply');
      if (reply?.ariaExpanded === 'true') here?.querySelector('textarea')?.focus();
      else reply?.click();
      return;
    }
    case 'c': {
      const fold = button('collapse');
      fold?.click();
      await drawn();
      // What the button offers now tells what has become of the replies.
      announce(fold?.textContent ?? '');
      return;
    }
    default:
      return showShortcuts(root, messages);
  }
}

/** Opens the list of keys, with the switch that turns them off and on. The browser keeps the focus in it and brings it back. */
export function showShortcuts(root: ShadowRoot, messages: Messages): void {
  const dialog = document.createElement('dialog');
  const onChange = ({ target }: Event): unknown => remember('shortcuts', (target as HTMLInputElement).checked);
  render(
    html`<h3 id="shortcuts">${messages.shortcuts}</h3><ul role="list">${Object.entries(messages.shortcutKeys).map(
      ([key, does]) => html`<li><kbd>${key}</kbd>${does}</li>`,
    )}</ul><p class="muted">${messages.shortcutsHint}</p><label part="label"><input type="checkbox" role="switch" .checked=${recall('shortcuts') !== false} @change=${onChange}>${messages.shortcuts}</label><form method="dialog"><button part="button" class="primary">${messages.close}</button></form>`,
    dialog,
  );
  dialog.part.add('shortcuts');
  dialog.className = 'small';
  dialog.setAttribute('aria-labelledby', 'shortcuts');
  dialog.addEventListener('close', () => dialog.remove());
  // Where the language and the direction are those of the section.
  root.querySelector('section')?.append(dialog);
  dialog.showModal();
}

/** Comments on one side of whatever has the focus, which is no part of them. */
function rows(root: ShadowRoot, side: number, kind = ''): readonly HTMLElement[] {
  const at = root.activeElement;
  return [...root.querySelectorAll<HTMLElement>(`li[id^=comment-]${kind}`)].filter(
    (row) => at && !row.contains(at) && at.compareDocumentPosition(row) & side,
  );
}

function goTo(row: HTMLElement | null | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
