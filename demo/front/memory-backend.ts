/** The front page without a server: comments live in this browser and are shared between its tabs. */
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Author, Viewer } from '../../src/index.js';
import type { FrontBackend } from './front-backend.js';
import { seedComments } from './seed-comments.js';

const ada: Author = { id: 'ada', name: 'Ada Okafor' };
const signedInKey = 'harbour-gazette:signed-in';
const firstVisitKey = 'harbour-gazette:first-visit';

/** Time of the first visit. Seeded comments keep their times across visits, so that posted ones sort after them. */
function firstVisit(): number {
  const stored = Number(localStorage.getItem(firstVisitKey));
  if (stored > 0) return stored;
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
  let viewer: Viewer =
    localStorage.getItem(signedInKey) === null ? { state: 'anonymous' } : { state: 'signed-in', author: ada };
  const seededAt = firstVisit();
  const adapter = memoryAdapter({
    comments: (key) => seedComments(key, seededAt),
    storage: localStorage,
    // Two tabs are two readers of one discussion.
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
    // Roughly a nearby server, so that pending states are visible.
    delay: 250,
  });
  const { signal } = new AbortController();
  return {
    adapter,
    viewerName: () => (viewer.state === 'signed-in' ? viewer.author?.name : undefined),
    canModerate: () => false,
    onViewerChange: (listener) =>
      adapter.onViewerChange?.((changed) => {
        viewer = changed;
        if (changed.state === 'signed-in') localStorage.setItem(signedInKey, '');
        else localStorage.removeItem(signedInKey);
        listener();
      }),
    signIn: () => void adapter.signIn?.({ signal }),
    signOut: () => void adapter.signOut?.({ signal }),
    reset,
  };
}
