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
  /** URL that the form posts to. */
  readonly action: string;
  /** URL to return to. */
  readonly returnUrl: string;
  /** CSRF token. */
  readonly token: string;
}

export function signInPage({ people, action, returnUrl, token }: SignInPage): string {
  const buttons = people.map(
    ({ id, role, author }) =>
      `<p><button name="person" value="${escape(id)}">${escape(author.name)}, ${escape(role)}</button></p>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in</title>
<h1>Sign in as</h1>
<form method="post" action="${escape(action)}">
<input type="hidden" name="return" value="${escape(returnUrl)}">
<input type="hidden" name="token" value="${escape(token)}">
${buttons.join('\n')}
</form>
<p><a href="${escape(returnUrl)}">Back without signing in</a></p>
`;
}
