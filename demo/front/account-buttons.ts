import type { CommentsAdapter } from '../../src/index.js';

/** What the page needs of a backend: its adapter, and the two buttons in the masthead. */
export interface FrontBackend {
  readonly adapter: CommentsAdapter;
  /** Name of whoever is signed in. */
  readonly signedIn: () => string | undefined;
  /** Calls back when that changes. */
  readonly onChange: (listener: () => void) => void;
  readonly signIn: () => void;
  readonly signOut: () => void;
  /** Puts the comments back as they were in the beginning; absent where others read them, too. */
  readonly reset?: () => void;
}

/** Makes the buttons do what the backend can. */
export function showAccount({ signedIn, onChange, signIn, signOut, reset }: FrontBackend): void {
  const account = document.querySelector<HTMLButtonElement>('#account')!;
  const again = document.querySelector<HTMLButtonElement>('#reset')!;
  const show = (): void => {
    const name = signedIn();
    account.textContent = name === undefined ? 'Sign in' : `Sign out ${name}`;
  };
  account.addEventListener('click', () => (signedIn() === undefined ? signIn() : signOut()));
  again.hidden = !reset;
  if (reset) again.addEventListener('click', reset);
  onChange(show);
  show();
}
