import { markup, type Markup, type MarkupValue } from '../notices/markup.js';
import { type Hold, holds, holdsOf } from '../rules/hold.js';
import type { HouseRules } from '../rules/house-rules.js';
import { maxTitle } from '../rules/page.js';
import type { ModerationWords } from './languages/en.js';
import { pages } from './page-frame.js';
import type { PageWords } from './page-words.js';

/** Maximum length of a message or a warning, in UTF-16 code units, as browsers count. */
export const maxTextLength = 2000;

/** Asks for a discussion. `notice`: what was done on the page before. */
export const chooseDiscussionView = (
  path: string,
  notice: Markup | undefined,
  { own }: PageWords,
): Markup => markup`${notice}
<p class="intro">${own.introDiscussion}</p>
<form action="${path}${pages.discussion}">
<label for="discussion">${own.key}</label>
<input id="discussion" name="discussion" required autocomplete="off" autocapitalize="none" spellcheck="false">
<button class="control">${own.lookUp}</button>
</form>`;

/** The settings of one discussion. */
export interface DiscussionView {
  readonly path: string;
  readonly key: string;
  readonly message: string;
  /** Null: what the rules of the site hold. */
  readonly hold: Hold | null;
  /** Address and title of the article that a moderator has set, and those that count otherwise. Empty if unknown. */
  readonly page: Readonly<Record<'url' | 'title', { readonly set: string; readonly found: string }>>;
  /** Of the site. */
  readonly rules: HouseRules;
}

/** A form with which comments of a discussion are held, and its message. */
export function discussionView({ path, key, message, hold, page, rules }: DiscussionView, words: PageWords): Markup {
  const { own, changing } = words;
  const option = (value: Hold | null, label: string): Markup =>
    markup`<option value="${value ?? ''}"${value === hold && markup` selected`}>${label}</option>`;
  return markup`<form method="post" action="${path}${pages.discussion}">
<input type="hidden" name="discussion" value="${key}">
<p class="hint">${own.key}: <bdi>${key}</bdi></p>
<label for="hold">${own.hold}</label>
<p class="hint" id="site">${own.holdSite}: ${holdsText(rules, words)}</p>
<select id="hold" name="hold" aria-describedby="site">
${option(null, own.holdSite)}
${holds.map((one) => option(one, own[holdWords[one]]))}
</select>
<label for="message">${own.message}</label>
<p class="hint" id="hint">${own.messageHint}</p>
<textarea id="message" name="message" rows="5" maxlength="${maxTextLength}" dir="auto" aria-describedby="hint">
${message}</textarea>
<label for="url">${own.pageUrl}</label>
<p class="hint" id="page">${own.pageHint}</p>
<input id="url" name="url" type="url" maxlength="2000" dir="ltr" value="${page.url.set}" placeholder="${page.url.found}"
autocomplete="off" aria-describedby="page">
<label for="title">${own.pageTitle}</label>
<input id="title" name="title" maxlength="${maxTitle}" dir="auto" value="${page.title.set}" placeholder="${page.title.found}"
autocomplete="off" aria-describedby="page">
<button class="control">${changing.save}</button>
</form>`;
}

/** The words for each setting of what is held. */
export const holdWords = {
  words: 'holdWords',
  guests: 'holdGuests',
  'first-comments': 'holdFirst',
  everything: 'holdEverything',
} as const satisfies Record<Hold, keyof ModerationWords>;

/** What the rules hold. */
export const holdsText = (rules: HouseRules, { own }: PageWords): MarkupValue =>
  holdsOf(rules).map((hold, index) => [index > 0 && ', ', own[holdWords[hold]]]);
