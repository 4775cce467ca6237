/** The front page on the server, shared by everyone who opens the page. The elements' attributes name it. */
import type { Viewer } from '../../src/index.js';
import type { FrontBackend } from './front-backend.js';

const src = '/api';

export function serverBackend(): FrontBackend {
  const listeners: (() => void)[] = [];
  let viewer: Viewer = { state: 'unknown' };
  const loadViewer = async (): Promise<void> => {
    viewer = (await (await fetch(`${src}/viewer`)).json()) as Viewer;
    for (const listener of listeners) listener();
  };
  const signOut = async (): Promise<void> => {
    await fetch(`${src}/session`, { method: 'DELETE' });
    location.reload();
  };
  void loadViewer();
  return {
    viewerName: () => (viewer.state === 'signed-in' ? viewer.author?.name : undefined),
    canModerate: () => viewer.state === 'signed-in' && viewer.moderator === true,
    onViewerChange: (listener) => void listeners.push(listener),
    signIn: () => location.assign(`${src}/sign-in?return=${encodeURIComponent(location.href)}`),
    signOut: () => void signOut(),
  };
}
