import { markup, type Markup } from './markup.js';
import { pages } from './page-frame.js';
import type { PageWords } from './page-words.js';

/** Maximum length of a message or a warning, in UTF-16 code units, as browsers count. */
export const maxTextLength = 2000;

/** Asks for which discussion the message is. `notice`: what was done on the page before. */
export const chooseDiscussionView = (
  path: string,
  notice: Markup | undefined,
  { own }: PageWords,
): Markup => markup`${notice}
<p class="intro">${own.introMessage}</p>
<form action="${path}${pages.message}">
<label for="discussion">${own.key}</label>
<input id="discussion" name="discussion" required autocomplete="off" autocapitalize="none" spellcheck="false">
<button class="control">${own.lookUp}</button>
</form>`;

/** The message of a discussion, to change or to clear. */
export const messageView = (path: string, key: string, message: string, { own, changing }: PageWords): Markup => markup`
<form method="post" action="${path}${pages.message}">
<input type="hidden" name="discussion" value="${key}">
<label for="message">${own.message}: <bdi>${key}</bdi></label>
<p class="hint" id="hint">${own.messageHint}</p>
<textarea id="message" name="message" rows="5" maxlength="${maxTextLength}" dir="auto" aria-describedby="hint">
${message}</textarea>
<button class="control">${changing.save}</button>
</form>`;
