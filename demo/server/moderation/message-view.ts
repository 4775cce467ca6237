import { markup, type Markup } from './markup.js';
import { pages } from './page-frame.js';

/** Maximum length of a message or a warning, in UTF-16 code units, as browsers count. */
export const maxTextLength = 2000;

/** Asks for which discussion the message is. `notice`: what was done on the page before. */
export const chooseDiscussionView = (path: string, notice: Markup | undefined): Markup => markup`${notice}
<p class="intro">A message that stands above the form of one discussion, for all readers.</p>
<form action="${path}${pages.message}">
<label for="discussion">Key of the discussion</label>
<input id="discussion" name="discussion" required autocomplete="off" autocapitalize="none" spellcheck="false">
<button class="control">Look up</button>
</form>`;

/** The message of a discussion, to change or to clear. */
export const messageView = (path: string, key: string, message: string): Markup => markup`
<form method="post" action="${path}${pages.message}">
<input type="hidden" name="discussion" value="${key}">
<label for="message">Message above the discussion <bdi>${key}</bdi></label>
<p class="hint" id="hint">In Markdown. Leave it empty to take the message away.</p>
<textarea id="message" name="message" rows="5" maxlength="${maxTextLength}" dir="auto" aria-describedby="hint">
${message}</textarea>
<button class="control">Save</button>
</form>`;
