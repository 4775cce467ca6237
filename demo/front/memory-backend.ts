/** The front page without a server: its discussion lives in this browser, and is shared with the other tabs. */
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import type { Author, Viewer } from '../../src/index.js';
import type { FrontBackend } from './account-buttons.js';
import { frontComments } from './seed-comments.js';

const ada: Author = { id: 'ada', name: 'Ada Okafor' };
const signedInKey = 'harbour-gazette:signed-in';
const firstVisitKey = 'harbour-gazette:first-visit';

/** The seeded comments keep their times from visit to visit, so that what a visitor posted stays after them. */
function firstVisit(): number {
  const known = Number(localStorage.getItem(firstVisitKey));
  if (known > 0) return known;
  const now = Date.now();
  localStorage.setItem(firstVisitKey, String(now));
  return now;
}

function reset(): void {
  for (const key of Object.keys(localStorage))
    if (/harbour-(gazette|ferry-pier)|^article-comments:(order|muted|visits)$/.test(key)) localStorage.removeItem(key);
  location.reload();
}

export function memoryBackend(): FrontBackend {
  let viewer: Viewer = localStorage.getItem(signedInKey) === null ? { state: 'anonymous' } : { state: 'signed-in', author: ada };
  const visited = firstVisit();
  const adapter = createMemoryAdapter({
    comments: (key) => frontComments(key, visited),
    storage: localStorage,
    // Two tabs with this page are two readers of one discussion.
    channel: 'harbour-gazette',
    viewer,
    account: ada,
    info: {
      posting: {
        who: 'anyone',
        guest: { name: { required: true }, email: { required: false } },
        max: { value: 2000, unit: 'graphemes' },
      },
    },
    // About what a near server takes, so that the states in between can be seen.
    delay: 250,
  });
  const { signal } = new AbortController();
  return {
    adapter,
    signedIn: () => (viewer.state === 'signed-in' ? viewer.author?.name : undefined),
    onChange: (listener) =>
      adapter.onViewerChange?.((now) => {
        viewer = now;
        if (now.state === 'signed-in') localStorage.setItem(signedInKey, '');
        else localStorage.removeItem(signedInKey);
        listener();
      }),
    signIn: () => void adapter.signIn?.({ signal }),
    signOut: () => void adapter.signOut?.({ signal }),
    reset,
  };
}
