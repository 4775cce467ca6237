import { markup, type Markup } from './markup.js';
import { maxTextLength } from './message-view.js';
import { pages } from './page-frame.js';

/** Asks whom to warn, and in which words. `notice`: what was done on the page before. */
export const warnView = (path: string, identity: string, notice: Markup | undefined): Markup => markup`${notice}
<p class="intro">The person has to acknowledge the warning before writing on.</p>
<form method="post" action="${path}${pages.warn}">
<label for="identity">Person</label>
<p class="hint" id="hint">As it stands beside each comment, such as <code>person:42</code> or <code>guest:…</code></p>
<input id="identity" name="identity" value="${identity}" required autocomplete="off" autocapitalize="none"
spellcheck="false" aria-describedby="hint">
<label for="warning">What the person should read</label>
<textarea id="warning" name="warning" rows="4" maxlength="${maxTextLength}" required dir="auto"></textarea>
<button class="control">Warn</button>
</form>`;
