/** The front page with the demo's server, which everybody who opens the page reads and writes at. */
import { httpAdapter } from '../../src/adapters/http.js';
import type { Viewer } from '../../src/index.js';
import type { FrontBackend } from './account-buttons.js';

const src = '/api';

export function serverBackend(): FrontBackend {
  const adapter = httpAdapter({ src });
  const listeners: (() => void)[] = [];
  let viewer: Viewer = { state: 'unknown' };
  const look = async (): Promise<void> => {
    viewer = (await (await fetch(`${src}/viewer`)).json()) as Viewer;
    for (const listener of listeners) listener();
  };
  const signOut = async (): Promise<void> => {
    await adapter.signOut?.({ signal: new AbortController().signal });
    adapter.viewerChanged();
    await look();
  };
  void look();
  return {
    adapter,
    signedIn: () => (viewer.state === 'signed-in' ? viewer.author?.name : undefined),
    onChange: (listener) => void listeners.push(listener),
    signIn: () => location.assign(`${src}/sign-in?return=${encodeURIComponent(location.href)}`),
    signOut: () => void signOut(),
  };
}
