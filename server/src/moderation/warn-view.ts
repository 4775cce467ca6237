import { markup, type Markup } from './markup.js';
import { maxTextLength } from './discussion-view.js';
import { pages } from './page-frame.js';
import type { PageWords } from './page-words.js';
import { personHint } from './person-hint.js';

/** Asks whom to warn, and in which words. `notice`: what was done on the page before. */
export const warnView = (
  path: string,
  identity: string,
  notice: Markup | undefined,
  words: PageWords,
): Markup => markup`${notice}
<p class="intro">${words.own.introWarn}</p>
<form method="post" action="${path}${pages.warn}">
<label for="identity">${words.own.person}</label>
<p class="hint" id="hint">${personHint(words)}</p>
<input id="identity" name="identity" value="${identity}" required autocomplete="off" autocapitalize="none"
spellcheck="false" aria-describedby="hint">
<label for="warning">${words.own.warning}</label>
<textarea id="warning" name="warning" rows="4" maxlength="${maxTextLength}" required dir="auto"></textarea>
<button class="control">${words.own.warn}</button>
</form>`;
