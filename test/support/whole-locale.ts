import { addMessages } from '../../src/i18n/merge-messages.js';
import type { Language, Messages } from '../../src/i18n/messages.js';

/** All messages of a language of the package, with `legal` and `moderation` as loaders. */
export async function wholeLocale(language: Language): Promise<Messages> {
  const { visit, takingPart, changing, ...others } = language;
  const parts = await Promise.all([visit(), takingPart(), changing()]);
  return parts.reduce<object>((all, part) => addMessages(all, part.default), others) as Messages;
}
