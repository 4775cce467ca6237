import { tags } from '../../src/cdn-locales.js';
import type { GroupName, Language, LegalGroup, Messages, ModerationGroup } from '../../src/i18n/messages.js';
import { wholeLocale } from '../support/whole-locale.js';

/** A language, with the messages that the page fetches later. */
export type WholeLocale = Omit<Messages, GroupName> & LegalGroup & ModerationGroup;

export async function loadLocale(tag: string): Promise<WholeLocale> {
  const { default: messages } = (await import(`../../src/locales/${tag}.ts`)) as { readonly default: Language };
  const [legal, moderation] = await Promise.all([messages.legal(), messages.moderation()]);
  return { ...(await wholeLocale(messages)), legal: legal.default, moderation: moderation.default };
}

/** All languages by tag, without British English, which has only what differs from `en`. */
export async function loadLocales(): Promise<ReadonlyMap<string, WholeLocale>> {
  const own = ['en', ...tags].filter((tag) => tag !== 'en-GB');
  return new Map(await Promise.all(own.map(async (tag) => [tag, await loadLocale(tag)] as const)));
}
