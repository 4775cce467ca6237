/** The page to choose a person at. It needs no script, so that it works under the strictest policy. */
import type { Person } from '../people.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export interface SignInPage {
  readonly people: readonly Person[];
  /** Address that the form is sent to. */
  readonly action: string;
  /** Address to go back to. */
  readonly back: string;
  /** What tells the form from one of another site. */
  readonly token: string;
}

export function signInPage({ people, action, back, token }: SignInPage): string {
  const buttons = people.map(
    ({ id, role, author }) => `<p><button name="person" value="${escape(id)}">${escape(author.name)}, ${escape(role)}</button></p>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in</title>
<h1>Who are you?</h1>
<form method="post" action="${escape(action)}">
<input type="hidden" name="return" value="${escape(back)}">
<input type="hidden" name="token" value="${escape(token)}">
${buttons.join('\n')}
</form>
<p><a href="${escape(back)}">Back without signing in</a></p>
`;
}
