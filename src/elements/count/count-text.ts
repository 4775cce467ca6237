import type { MessageOverrides } from '../../i18n/messages.js';
import en from '../../locales/parts/en-count.js';

/** The number of comments, as it is shown. */
export interface CountText {
  readonly lang: string;
  readonly dir: string;
  /** The number alone, for example "1,234". */
  readonly number: string;
  /** For example "1,234 comments". */
  readonly text: string;
}

/** The settings of an element that concern its language. */
export interface LanguageSettings {
  /** BCP 47 tag. */
  readonly tag: string;
  /** The publisher's own messages. */
  readonly own: MessageOverrides | undefined;
}

/** Writes the number of comments. Undefined without a number, and until the messages of the language are loaded. */
export type CountWriter = (count: number | undefined, settings: LanguageSettings) => CountText | undefined;

/** Writes the number in American English. */
export const writeEnglish: CountWriter = (count) => {
  if (count === undefined) return undefined;
  // The first `Intl.NumberFormat` of a page takes 36 ms on a slow phone.
  const number = count < 1000 ? `${count}` : count.toLocaleString(en.lang);
  return { ...en, number, text: en.commentCount(count, number) };
};
