/** What a person sees and does in a comments section. Everything is found by role and name, as a screen reader would. */
// The package's modules lean on CommonJS, which a browser does not read; this build of it holds everything.
import '@testing-library/dom/dist/@testing-library/dom.umd.min.js';
import type * as TestingLibrary from '@testing-library/dom';
import '../../src/define.js';
import type { ArticleComments } from '../../src/elements/article-comments.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';

const { within, waitFor } = (globalThis as unknown as { TestingLibraryDom: typeof TestingLibrary }).TestingLibraryDom;

export { waitFor };

const mounted = new Set<HTMLElement>();

/** Takes every section off the page again. */
export function unmountAll(): void {
  for (const element of mounted) element.remove();
  mounted.clear();
}

export class CommentsPage {
  constructor(readonly element: ArticleComments) {}

  /** Puts a section on the page; `loading` is eager unless `attributes` say otherwise. */
  static async open(adapter: CommentsAdapter | undefined, attributes: Readonly<Record<string, string>> = {}): Promise<CommentsPage> {
    const element = document.createElement('article-comments');
    for (const [name, value] of Object.entries({ loading: 'eager', discussion: 'pier', ...attributes })) element.setAttribute(name, value);
    element.adapter = adapter;
    document.body.append(element);
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

  /** What this role and name stand for, once they are there. */
  find(role: string, name?: string | RegExp, options: TestingLibrary.ByRoleOptions = {}): Promise<HTMLElement> {
    return within(this.section).findByRole(role, name === undefined ? options : { name, ...options });
  }

  /** All of a role at this moment. */
  all(role: string, name?: string | RegExp): HTMLElement[] {
    return within(this.section).queryAllByRole(role, name === undefined ? {} : { name });
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

  /** Writes into a text box the way a reader does: turns to it, and types. */
  async write(text: string, box: HTMLInputElement | HTMLTextAreaElement = this.textBox): Promise<void> {
    box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  async press(name: string | RegExp): Promise<void> {
    (await this.find('button', name)).click();
    await this.element.updateComplete;
  }

  /** What the standing live region says. */
  get announced(): string {
    return this.section.querySelector('[aria-live=polite]')?.textContent?.trim() ?? '';
  }

  /** The text of the failure that is shown, once there is one. */
  async alert(): Promise<string> {
    return (await this.find('alert')).textContent?.trim() ?? '';
  }

  /** Where the focus is, inside the section. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }
}
