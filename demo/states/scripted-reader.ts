import type { ArticleComments, CommentId, Filter, Sort } from '../../src/index.js';

/**
 * Operates a comments section as a reader would, for states that only a reader can reach. Finds elements by their parts,
 * which are the same in every language.
 */
export class ScriptedReader {
  constructor(readonly section: ArticleComments) {}

  /** Key of the section's discussion. */
  get discussion(): string {
    return this.section.discussion ?? '';
  }

  /** Opens the composer and enters a text, without moving the focus of the person looking at the page. */
  async write(text: string): Promise<void> {
    await this.#write(text, await this.#find('[part~=composer]:not([part~=comment] *)'));
  }

  async post(text: string): Promise<void> {
    await this.write(text);
    (await this.#find('[part~=composer]:not([part~=comment] *) [part~=post]')).click();
  }

  /** Throws away what stands in the composer. */
  async discard(): Promise<void> {
    (await this.#find('[part~=discard]')).click();
  }

  /** Opens the reply form of a comment and enters a text. */
  async reply(id: CommentId, text: string): Promise<void> {
    await this.press('reply', id);
    await this.#write(text, await this.#find('[part~=composer]', await this.#row(id)));
  }

  async postReply(id: CommentId, text: string): Promise<void> {
    await this.reply(id, text);
    (await this.#find('[part~=post]', await this.#row(id))).click();
  }

  /** Presses a button of a comment, named by its part: `up`, `collapse`, `more`. */
  async press(action: string, id: CommentId): Promise<void> {
    (await this.#find(`[part~=action][part~=${action}]`, await this.#row(id))).click();
  }

  async loadReplies(id: CommentId): Promise<void> {
    (await this.#find(`#more-${CSS.escape(id)} [part~=more-replies]`)).click();
  }

  async sortBy(sort: Sort): Promise<void> {
    const select = await this.#find<HTMLSelectElement>('[part~=order] select');
    select.value = sort;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }

  async filterBy(filter: Filter): Promise<void> {
    const select = await this.#find<HTMLSelectElement>('[part~=filter] select');
    select.value = filter;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.sees('filtered');
  }

  /** Resolves when the part is rendered. */
  async sees(part: string): Promise<void> {
    await this.#find(`[part~=${part}]`);
  }

  async loadMore(): Promise<void> {
    (await this.#find('[part~=list] ~ [part~=more]')).click();
  }

  /** Reports the comment at this index in the list, for the first reason offered. */
  async report(index: number): Promise<void> {
    const row = await this.#find(`[part~=list] > * > :nth-child(${index + 1})`);
    (await this.#find('[part~=report]', row)).click();
    (await this.#find('[part~=reason] input', row)).click();
    (await this.#find('[part~=send]', row)).click();
  }

  /** Opens the report of the comment at this index, for the reason with this id, as far as that unfolds a notice. */
  async openNotice(index: number, reason: string): Promise<HTMLElement> {
    const row = await this.#find(`[part~=list] > * > :nth-child(${index + 1})`);
    (await this.#find('[part~=report]', row)).click();
    await this.#find('[part~=reason] input', row);
    [...row.querySelectorAll<HTMLInputElement>('[part~=reason] input')].find(({ value }) => value === reason)?.click();
    return this.#find('[part~=notice-fields]', row);
  }

  /** Fills in a notice. */
  async fillInNotice(fields: HTMLElement, entries: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(entries)) {
      const field = await this.#find<HTMLInputElement>(`[name=${name}]`, fields);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  }

  /** Ticks the box of good faith. */
  async vouch(fields: HTMLElement): Promise<void> {
    (await this.#find('[name=good-faith]', fields)).click();
  }

  /** Sends the report that is open. */
  async sendReport(): Promise<void> {
    (await this.#find('[part~=send]')).click();
  }

  #row(id: CommentId): Promise<HTMLElement> {
    return this.#find(`#comment-${CSS.escape(id)}`);
  }

  async #write(text: string, composer: HTMLElement): Promise<void> {
    const box = await this.#find<HTMLTextAreaElement>('[part~=textbox]', composer);
    box.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.#find('[part~=composer-foot]', composer);
  }

  /** Resolves with the element as soon as it is rendered. */
  #find<Found extends HTMLElement = HTMLElement>(selector: string, within?: HTMLElement): Promise<Found> {
    const root = this.section.shadowRoot;
    if (!root) return Promise.reject(new Error('The section has not rendered yet.'));
    const look = (): Found | null => (within ?? root).querySelector<Found>(selector);
    const found = look();
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const rendered = look();
        if (!rendered) return;
        observer.disconnect();
        resolve(rendered);
      });
      observer.observe(root, { childList: true, subtree: true, attributes: true });
    });
  }
}
