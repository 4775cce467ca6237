/** What a person sees and does in a comments section. Everything is found by role and name, as a screen reader would. */
import { configure, within, type ByRoleOptions } from '@testing-library/dom';
import '../../src/define.js';
import type { ArticleComments } from '../../src/elements/article-comments.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { countAssertion } from './assertions.mjs';
import { waitFor } from './wait-for.js';

export { waitFor, within };

// A failure names what was not found. The library would add the whole page, twice.
configure({ getElementError: (message) => new Error(message?.split('\n').slice(0, 2).join(' ')) });

const mounted = new Set<Element>();

/** Takes every section off the page again, with what it left in the browser. */
export function unmountAll(): void {
  for (const element of mounted) element.remove();
  mounted.clear();
  localStorage.clear();
  sessionStorage.clear();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

/**
 * The whole name of something, or what is to be seen of it, where the name says more: "Reply" is on the button "Reply to Tom", and
 * "Tom" is above "Comment by Tom, 3 hours ago". The number on "Load more comments (12)" may be left out.
 */
function wordsOrName(name: string | RegExp): Exclude<ByRoleOptions['name'], undefined> {
  if (typeof name !== 'string') return name;
  const isMeant = (accessible: string, element: Element): boolean => {
    const seen = element.matches('article') ? element.querySelector('[part~=author]') : element;
    const text = seen?.textContent?.trim();
    return [accessible, text, text?.replace(/ \([\d,]+\)$/, '')].includes(name);
  };
  // For the message about what was not found.
  return Object.assign(isMeant, { toString: () => name });
}

export interface OpenOptions {
  /** Light DOM of the section, for its slots. */
  readonly content?: string;
  /** Sets properties before the section is on the page. */
  readonly prepare?: (element: ArticleComments) => void;
  /** Where it is put; default the body. */
  readonly parent?: ParentNode;
}

export class CommentsPage {
  /** Everything that the standing live region has said. */
  readonly heard: string[] = [];
  #hasTurnedToForm = false;

  constructor(readonly element: ArticleComments) {
    const root = element.shadowRoot;
    if (!root) return;
    element.addEventListener('comments-action', ({ action }) => {
      if (action === 'open-composer') this.#hasTurnedToForm = true;
    });
    let before = '';
    new MutationObserver(() => {
      const said = root.querySelector('[aria-live=polite]')?.textContent?.trim() ?? '';
      // What still stands there while something else on the page changes is not said again.
      if (said !== before && said !== '' && said !== this.heard.at(-1)) this.heard.push(said);
      before = said;
    }).observe(root, { subtree: true, childList: true, characterData: true });
  }

  /** Puts a section on the page; `loading` is eager unless `attributes` say otherwise. */
  static async open(
    adapter: CommentsAdapter | undefined,
    attributes: Readonly<Record<string, string>> = {},
    { content, prepare, parent = document.body }: OpenOptions = {},
  ): Promise<CommentsPage> {
    const element = document.createElement('article-comments');
    for (const [name, value] of Object.entries({ loading: 'eager', discussion: 'pier', ...attributes }))
      element.setAttribute(name, value);
    if (content !== undefined) element.innerHTML = content;
    element.adapter = adapter;
    prepare?.(element);
    parent.append(element);
    mounted.add(element);
    await element.updateComplete;
    return new CommentsPage(element);
  }

  /** Everything inside the shadow root. */
  get section(): HTMLElement {
    const section = this.element.shadowRoot?.querySelector('section');
    if (!section) throw new Error('The section is not drawn yet.');
    return section;
  }

  /** What this role and name stand for, once they are there, which counts as an assertion. */
  async find(role: string, name?: string | RegExp, options: ByRoleOptions = {}): Promise<HTMLElement> {
    const found = await waitFor(() => this.get(role, name, options));
    countAssertion();
    return found;
  }

  /** What this role and name stand for at this moment. */
  get(role: string, name?: string | RegExp, options: ByRoleOptions = {}): HTMLElement {
    return within(this.section).getByRole(role, name === undefined ? options : { name: wordsOrName(name), ...options });
  }

  /** All of a role at this moment, in the whole section or in a part of it. */
  all(role: string, name?: string | RegExp, inside: HTMLElement = this.section): HTMLElement[] {
    // A folded row has `hidden="until-found"`, which Testing Library takes for visible.
    return within(inside)
      .queryAllByRole(role, name === undefined ? {} : { name: wordsOrName(name) })
      .filter((element) => !element.closest('[hidden]'));
  }

  /** Resolves once these words are to be read, whole or as part of a sentence, which counts as an assertion. */
  async says(text: string | RegExp): Promise<HTMLElement> {
    const said = await waitFor(() => {
      const [found] = this.#reading(text);
      if (!found) throw new Error(`Nothing says "${text}".`);
      return found;
    });
    countAssertion();
    return said;
  }

  /** Whether these words are to be read at this moment. */
  isSaying(text: string | RegExp): boolean {
    return this.#reading(text).length > 0;
  }

  /** How often these words are to be read at this moment. */
  timesSaid(text: string | RegExp): number {
    return this.#reading(text).length;
  }

  /** What is only announced is to be heard, not to be read. */
  #reading(text: string | RegExp): HTMLElement[] {
    return within(this.section).queryAllByText(text, { exact: false, ignore: '[aria-live], [hidden] *' });
  }

  /** The comments, as their texts, in order. */
  get texts(): string[] {
    return this.all('article').map((article) => article.querySelector('[part~=body]')?.textContent?.trim() ?? '');
  }

  async comment(text: string): Promise<HTMLElement> {
    return waitFor(() => {
      const found = this.all('article').find((article) => article.textContent?.includes(text));
      if (!found) throw new Error(`No comment says "${text}"; there are: ${this.texts.join(' | ')}`);
      return found;
    });
  }

  get textBox(): HTMLTextAreaElement {
    return within(this.section).getByRole('textbox', { name: 'Your comment' });
  }

  findTextBox(): Promise<HTMLTextAreaElement> {
    return waitFor(() => this.textBox);
  }

  /** Writes into a text box the way a reader does: turns to it, and types. */
  async write(text: string, box: HTMLElement = this.textBox): Promise<void> {
    this.type(text, box);
    await this.element.updateComplete;
  }

  /** Turns to a text box and types, and waits for nothing. */
  type(text: string, box: HTMLElement = this.textBox): void {
    box.focus();
    (box as HTMLTextAreaElement).value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Turns to the text box. Resolves once the form's own code is loaded. */
  async turnToForm(): Promise<void> {
    (await this.findTextBox()).focus();
    await waitFor(() => {
      if (!this.#hasTurnedToForm) throw new Error('The form’s code is not loaded yet.');
    });
    await this.element.updateComplete;
  }

  /** Begins to write. Resolves once the form's own code has taken over the form. */
  async beginToWrite(text = 'A'): Promise<void> {
    await this.turnToForm();
    await this.write(text);
    await this.formIsAwake();
  }

  /** Resolves once the form's own code has taken over the form, which it does at the first character. */
  async formIsAwake(): Promise<void> {
    await waitFor(() => {
      if (!this.textBox.hasAttribute('aria-describedby')) throw new Error('The form is not awake yet.');
    });
  }

  async press(name: string | RegExp, inside: HTMLElement = this.section): Promise<void> {
    const button = await waitFor(() => within(inside).getByRole('button', { name: wordsOrName(name) }));
    // As a click with a mouse does; the clicks of a script leave the focus where it was.
    button.focus();
    button.click();
    await this.element.updateComplete;
  }

  /** The button of what is being sent: it is there, says so, and does nothing. */
  findBusyButton(): Promise<HTMLElement> {
    return waitFor(() => {
      const busy = this.all('button').find((button) => button.getAttribute('aria-disabled') === 'true');
      if (!busy) throw new Error('Nothing is being sent.');
      return busy;
    });
  }

  /** Opens the report form of one comment. */
  async startReport(text: string): Promise<HTMLFormElement> {
    await this.press('Report as abuse', await this.comment(text));
    return waitFor(async () => {
      const form = (await this.comment(text)).querySelector('form');
      if (!form) throw new Error('There is no report form.');
      return form;
    });
  }

  async choose(reason: string): Promise<void> {
    (await waitFor(() => this.get('radio', reason))).click();
    await this.element.updateComplete;
  }

  /** What the standing live region says. */
  get announced(): string {
    return this.section.querySelector('[aria-live=polite]')?.textContent?.trim() ?? '';
  }

  /** The text of the failure that is shown, once there is one. */
  async alert(): Promise<string> {
    // Words of the backend may stand in marks that keep their direction to themselves; nobody sees those.
    const alert = await waitFor(() => this.get('alert'));
    return (alert.textContent ?? '').replaceAll(/[\u2066-\u2069]/g, '').trim();
  }

  /** Where the focus is, inside the section. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  /** A failure that compared two elements would print all that hangs on them, which takes for ever. */
  isFocused(element: Element | undefined): boolean {
    return element !== undefined && this.focused === element;
  }

  /** Collects the events of one name. */
  listen<Name extends keyof GlobalEventHandlersEventMap>(name: Name): GlobalEventHandlersEventMap[Name][] {
    const seen: GlobalEventHandlersEventMap[Name][] = [];
    this.element.addEventListener(name, (event) => void seen.push(event as GlobalEventHandlersEventMap[Name]));
    return seen;
  }
}
