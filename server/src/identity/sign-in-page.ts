/** The page to choose a person on. It works without scripts, and so under any content security policy. */
import type { DemoPerson } from '../people.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export interface SignInPage {
  readonly people: readonly DemoPerson[];
  /** URL that the form posts to. Below it is the style sheet. */
  readonly action: string;
  /** URL to return to. */
  readonly returnUrl: string;
  /** CSRF token. */
  readonly token: string;
}

export function signInPage({ people, action, returnUrl, token }: SignInPage): string {
  const buttons = people.map(
    ({ id, role, author }) =>
      `<li><button class="control" name="person" value="${escape(id)}">${escape(author.name)}<span>, ${escape(role)}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<link rel="stylesheet" href="${escape(action)}/style.css">
<main>
<h1>Sign in as</h1>
<p>This is a demo, so there are no passwords.</p>
<form method="post" action="${escape(action)}">
<input type="hidden" name="return" value="${escape(returnUrl)}">
<input type="hidden" name="token" value="${escape(token)}">
<ul>
${buttons.join('\n')}
</ul>
</form>
<p><a href="${escape(returnUrl)}">Back without signing in</a></p>
</main>
</html>
`;
}
