/** Lets each comment of a guest wait for a proof of work by ALTCHA. */
const section = document.querySelector('article-comments');
const widget = section.querySelector('altcha-widget');

// Its script registers this name. The worker is a file of this site.
globalThis.$altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker('/altcha/workers/pbkdf2.js'));

async function solve() {
  // Each solution is accepted once.
  widget.reset();
  const result = await widget.verify();
  if (!result) throw new Error('ALTCHA found no solution.');
  return result.payload;
}

section.addEventListener('comments-before-submit', (event) => {
  if (event.draft.guest && !event.draft.confirm) event.waitUntil(solve());
});
