/** The front page: an article with a discussion that lives in this browser. */
import '../src/cdn.js';
import { createMemoryAdapter } from '../src/adapters/memory.js';
import type { Author, Viewer } from '../src/index.js';
import { frontComments } from './front-comments.js';

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

const viewer: Viewer = localStorage.getItem(signedInKey) === null ? { state: 'anonymous' } : { state: 'signed-in', author: ada };

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

const discussion = document.querySelector('article-comments')!;
const account = document.querySelector<HTMLButtonElement>('#account')!;
const reset = document.querySelector<HTMLButtonElement>('#reset')!;
let isSignedIn = viewer.state === 'signed-in';

function showAccount(): void {
  account.textContent = isSignedIn ? `Sign out ${ada.name}` : `Sign in as ${ada.name}`;
}

adapter.onViewerChange?.(({ state }) => {
  isSignedIn = state === 'signed-in';
  if (isSignedIn) localStorage.setItem(signedInKey, '');
  else localStorage.removeItem(signedInKey);
  showAccount();
});

account.addEventListener('click', () => {
  const { signal } = new AbortController();
  void (isSignedIn ? adapter.signOut?.({ signal }) : adapter.signIn?.({ signal }));
});

reset.addEventListener('click', () => {
  for (const key of Object.keys(localStorage))
    if (/harbour-(gazette|ferry-pier)|^article-comments:(order|muted|visits)$/.test(key)) localStorage.removeItem(key);
  location.reload();
});

showAccount();
discussion.adapter = adapter;
for (const count of document.querySelectorAll('comment-count')) count.adapter = adapter;
