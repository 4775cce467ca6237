/** What the moderation pages say, in every language of the section. */
import type {
  ChangingMessages,
  CoreMessages,
  ModerationMessages,
  TakingPartMessages,
  VisitMessages,
} from 'article-comments/rules.js';
import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import { sectionLanguage, type StatusWords, statusWords, utcTime } from '../notices/status-words.js';
import type { HouseRules } from '../rules/house-rules.js';
import type { ModerationWords } from './languages/en.js';

export interface PageWords extends StatusWords {
  readonly own: ModerationWords;
  readonly core: CoreMessages;
  readonly takingPart: TakingPartMessages;
  readonly changing: ChangingMessages;
  readonly visit: VisitMessages;
  readonly moderation: ModerationMessages;
}

/** The words in the first language of `Accept-Language` that the section has; English by default. */
export async function pageWords(acceptLanguage: string | undefined): Promise<PageWords> {
  const { tag, language } = await sectionLanguage(acceptLanguage);
  const [status, own, takingPart, changing, visit, moderation] = await Promise.all([
    statusWords(tag),
    import(`./languages/${tag}.js`) as Promise<{ readonly default: ModerationWords }>,
    language.takingPart(),
    language.changing(),
    language.visit(),
    language.moderation(),
  ]);
  return {
    ...status,
    own: own.default,
    core: language,
    takingPart: takingPart.default,
    changing: changing.default,
    visit: visit.default,
    moderation: moderation.default,
  };
}

/** A text with a value in place of each `{name}`. Names of people keep their direction. */
export function fill(text: string, values: Readonly<Record<string, MarkupValue>>): Markup {
  const parts = text.split(/\{(\w+)\}/);
  return markup`${parts.map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')))}`;
}

/** In UTC; the script of the page shows it in the time zone of its reader. */
export const timeOf = (date: Date, words: PageWords): Markup =>
  markup`<time datetime="${date.toISOString()}">${utcTime(date, words)}</time>`;

export const numberOf = (number: number, { lang }: PageWords): string => number.toLocaleString(lang);

/** A number of days, with the unit. */
export const daysOf = (days: number, { lang }: PageWords): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days);

/** The words for a reason of the house rules; its id if the rules have dropped it. */
export function reasonText({ reasons }: Pick<HouseRules, 'reasons'>, id: string, { takingPart }: PageWords): string {
  const labels: Readonly<Record<string, string>> = takingPart.reasons;
  return reasons.find((reason) => reason.id === id)?.label ?? labels[id] ?? id;
}

/** What is wrong with a field. `over`: by how many characters its text is too long. */
export type EntryProblem<Field extends string> = { readonly field: Field } & (
  { readonly word: keyof ModerationWords | 'reasonMissing' } | { readonly over: number }
);

export function problemText(problem: EntryProblem<string>, words: PageWords): string {
  const { own, takingPart } = words;
  if ('over' in problem) return takingPart.charactersOver(problem.over, numberOf(problem.over, words));
  return problem.word === 'reasonMissing' ? takingPart.reasonMissing : own[problem.word];
}
