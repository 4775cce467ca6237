/** HTML templates that escape everything put into them. */

/** HTML that is safe to send. Only the tag `markup` makes it. */
export class Markup {
  readonly #html: string;

  private constructor(html: string) {
    this.#html = html;
  }

  static fromTemplate(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    return new Markup(
      strings.map((part, index) => (index === 0 ? part : `${Markup.#toHtml(values[index - 1])}${part}`)).join(''),
    );
  }

  static #toHtml(value: MarkupValue): string {
    if (value === undefined || value === false) return '';
    if (value instanceof Markup) return value.#html;
    if (typeof value === 'object') return value.map((one) => Markup.#toHtml(one)).join('');
    return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
  }

  toString(): string {
    return this.#html;
  }
}

/** Text, which is escaped; other markup, which is not; nothing; or a list of these. */
export type MarkupValue = string | number | Markup | undefined | false | readonly MarkupValue[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes HTML from a template. Values belong in text and in quoted attributes; nothing else escapes them safely. */
export const markup = (strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup =>
  Markup.fromTemplate(strings, values);
