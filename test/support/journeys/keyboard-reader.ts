import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More presses of Tab than a page with one comment needs. */
const MOST_TABS = 60;

/** What a screen reader says of the control with the focus. */
export interface Focus {
  readonly name: string;
  readonly description: string;
  readonly isInvalid: boolean;
}

/** A reader of a page with a section, who has a keyboard and a screen reader. */
export class KeyboardReader {
  readonly #live: Locator;

  constructor(readonly page: Page) {
    this.#live = page.locator('article-comments [aria-live=polite]');
  }

  /** Resolves when the section has announced these words. */
  hears(words: string | RegExp): Promise<void> {
    return this.#live.getByText(words).waitFor({ state: 'attached' });
  }

  /** The control with the focus, in whichever tree it is. */
  async focus(): Promise<Focus> {
    // No function in it has a name: what is compiled here may lean on helpers that the page lacks.
    const { names, descriptions, text, isInvalid } = await this.page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      const root = active?.getRootNode() as Document | ShadowRoot | undefined;
      const [named, described] = ['aria-labelledby', 'aria-describedby'].map((attribute) =>
        (active?.getAttribute(attribute)?.split(' ') ?? []).map((id) => root?.getElementById(id)?.textContent ?? ''),
      );
      const labels = [...((active as HTMLInputElement | null)?.labels ?? [])].map(({ textContent }) => textContent);
      return {
        names: [active?.getAttribute('aria-label') ?? '', ...(named ?? []), ...labels],
        descriptions: described ?? [],
        text: active?.textContent ?? '',
        isInvalid: active?.getAttribute('aria-invalid') === 'true',
      };
    });
    return { name: tidy(names.join(' ')) || tidy(text), description: tidy(descriptions.join(' ')), isInvalid };
  }

  /** Presses a key, such as Tab, until the control whose name begins like this has the focus. */
  async go(name: RegExp, key = 'Tab'): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < MOST_TABS; presses++) {
      await this.page.keyboard.press(key);
      const { name: here } = await this.focus();
      if (name.test(here)) return;
      seen.push(here.slice(0, 60));
    }
    assert.fail(`${key} did not reach ${String(name)}, only: ${seen.join(' | ')}`);
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Goes to a field and types into it. */
  async fill(name: RegExp, text: string): Promise<void> {
    await this.go(name);
    await this.page.keyboard.type(text);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
