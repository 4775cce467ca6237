import type { FrontBackend } from './front-backend.js';

/** Connects the buttons in the masthead to the backend. */
export function connectAccountButtons({
  viewerName,
  canModerate,
  onViewerChange,
  signIn,
  signOut,
  reset,
}: FrontBackend): void {
  const accountButton = document.querySelector<HTMLButtonElement>('#account')!;
  const resetButton = document.querySelector<HTMLButtonElement>('#reset')!;
  const moderationLink = document.querySelector<HTMLAnchorElement>('#moderation')!;
  const update = (): void => {
    const name = viewerName();
    moderationLink.hidden = !canModerate();
    accountButton.textContent = name === undefined ? 'Sign in' : `Sign out ${name}`;
  };
  accountButton.addEventListener('click', () => (viewerName() === undefined ? signIn() : signOut()));
  resetButton.hidden = !reset;
  if (reset) resetButton.addEventListener('click', reset);
  onViewerChange(update);
  update();
}
