/** Loaded with the first key outside a text field, or from the "More" menu. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { TakingPartMessages, VisitMessages } from '../../i18n/messages.js';
import { PREFIX } from '../../presentation/comment-address.js';
import type { CommandOf } from '../../presentation/command.js';
import { commandKey, FORMATTING_KEYS, type Formatting } from '../formatting/formatting-keys.js';
import { inputFormat } from '../formatting/input-format.js';
import { remember } from '../page/preferences.js';
import { areShortcutsWanted } from '../page/shortcuts-wanted.js';
import { reportAction } from '../report-action.js';
import type { Feature, Section } from '../section.js';
import { shortcutStyles } from './shortcuts.styles.js';

declare module '../../presentation/command.js' {
  interface Commands {
    'show-shortcuts': unknown;
    /** A key that may be a shortcut. `target`: its element, which the event no longer has after its dispatch. */
    'press-key': { readonly event: KeyboardEvent; readonly target: Element };
  }
}

/**
 * Single-key shortcuts. They work while the focus is in the section, and can be switched off (WCAG 2.1.4).
 *
 * @csspart shortcuts - The dialog of keyboard shortcuts, and the action that opens it.
 *
 * @action show-shortcuts - The list of keyboard shortcuts was opened.
 */
class Shortcuts implements Feature<'show-shortcuts' | 'press-key'> {
  static readonly styles = shortcutStyles;
  readonly #section: Section<VisitMessages & TakingPartMessages>;

  constructor(section: Section<VisitMessages & TakingPartMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'show-shortcuts': (): void => {
      this.#show();
      reportAction(this.#section, 'show-shortcuts');
    },
    'press-key': ({ event, target }: CommandOf<'press-key'>): Promise<void> => this.#press(event, target),
  };

  /** Handles a key pressed in the section. `target`: the event's target, which the event loses after its dispatch. */
  async #press(event: KeyboardEvent, target: Element): Promise<void> {
    if (!isShortcut(event, target, this.#section.root)) return;
    event.preventDefault();
    switch (event.key) {
      case 'j':
        return focusItem(
          this.#comments(Node.DOCUMENT_POSITION_FOLLOWING)[0] ?? this.#root.querySelector('[part=list] ~ button'),
        );
      case 'k':
        return focusItem(this.#comments(Node.DOCUMENT_POSITION_PRECEDING).at(-1));
      case 'n':
        return this.#goToNew();
      case 'r':
        return this.#reply();
      case 'c':
        return this.#toggleBranch();
      default:
        return this.#show();
    }
  }

  /** Opens the list of shortcuts, with the switch that turns them off. */
  #show(): void {
    const { messages } = this.#section;
    const dialog = document.createElement('dialog');
    const onChange = ({ target }: Event): unknown => remember('shortcuts', (target as HTMLInputElement).checked);
    const keys = Object.entries(messages.shortcutKeys);
    render(
      html`
        <h3 id="shortcuts">${messages.shortcuts}</h3>
        <ul role="list">
          ${keys.map(([key, action]) => html`<li><kbd>${key}</kbd>${action}</li>`)}
        </ul>
        <p class="muted">${messages.shortcutsHint}</p>
        ${this.#renderWritingKeys()}
        <label part="label">
          <input type="checkbox" role="switch" .checked=${areShortcutsWanted()} @change=${onChange} />${messages.useShortcuts}
        </label>
        <form method="dialog"><button part="button" class="primary">${messages.close}</button></form>
      `,
      dialog,
    );
    dialog.part.add('shortcuts');
    dialog.className = 'small';
    dialog.setAttribute('aria-labelledby', 'shortcuts');
    dialog.addEventListener('close', () => dialog.remove());
    // Inside the element that has the section's language and direction.
    this.#root.querySelector('section')?.append(dialog);
    // A modal dialog holds the focus and returns it.
    dialog.showModal();
  }

  /** The keys that format text, if the backend supports that. */
  #renderWritingKeys(): TemplateResult | typeof nothing {
    if (!inputFormat(this.#section)) return nothing;
    const { formatting } = this.#section.messages;
    const keys = Object.entries(FORMATTING_KEYS) as [Formatting, string][];
    return html`
      <h4 id="writing-keys">${formatting.toolbar}</h4>
      <ul role="list" aria-labelledby="writing-keys">
        ${keys.map(([name, key]) => html`<li><kbd dir="ltr">${commandKey()}+${key.toUpperCase()}</kbd>${formatting[name]}</li>`)}
      </ul>
    `;
  }

  async #goToNew(): Promise<void> {
    const next = this.#comments(Node.DOCUMENT_POSITION_FOLLOWING).find((comment) => comment.matches('.unread > *'));
    if (next) focusItem(next);
    else await this.#section.run({ type: 'show-new', below: null });
  }

  #reply(): void {
    const button = this.#button('reply');
    if (button?.ariaExpanded === 'true') this.#focusedRow?.querySelector('textarea')?.focus();
    else button?.click();
  }

  async #toggleBranch(): Promise<void> {
    const button = this.#button('collapse');
    const id = this.#focusedRow?.id.slice(PREFIX.length);
    if (!button || !id) return;
    await this.#section.run({ type: 'toggle-branch', id });
    await this.#section.host.updateComplete;
    // The new label of the button states what happened.
    this.#section.announce(button.textContent.trim());
  }

  get #root(): ShadowRoot {
    return this.#section.root;
  }

  get #focusedRow(): Element | null | undefined {
    return this.#root.activeElement?.closest('li');
  }

  #button(action: string): HTMLElement | null | undefined {
    return this.#focusedRow?.querySelector<HTMLElement>(`button[part~=${action}]`);
  }

  /** The comments before or after the focus. */
  #comments(side: number): readonly HTMLElement[] {
    const active = this.#root.activeElement;
    return [...this.#root.querySelectorAll<HTMLElement>('li:not([hidden]) > article')].filter(
      (comment) => active && !comment.contains(active) && active.compareDocumentPosition(comment) & side,
    );
  }
}

/**
 * Excludes keys in a dialog and in slotted content, and all keys while shortcuts are switched off. The section passes on no key that is typed
 * into a field.
 */
function isShortcut({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element, root: Node): boolean {
  return (
    /^[jknrc?]$/.test(key) &&
    !(ctrlKey || metaKey || altKey) &&
    root.contains(target) &&
    !target.closest('dialog') &&
    areShortcutsWanted()
  );
}

function focusItem(item: HTMLElement | null | undefined): void {
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}

export const features = [Shortcuts] as const;
