/** Tells colleagues which comment this moderator is working on, and shows who else is. */
import { currentRow } from './rows.js';

/** Milliseconds on a comment before it is claimed: on the way to another one, it is not. */
const dwell = 400;

/** Milliseconds after which work on the same comment claims it again. A claim lasts some minutes. */
const renewal = 60_000;

/** @type {HTMLElement | null} */
let claimed = null;
let claimedAt = 0;
let timer = 0;

export function startClaiming() {
  const queue = document.querySelector('.queue');
  for (const type of ['focusin', 'input', 'keydown'])
    queue?.addEventListener(type, () => {
      const row = currentRow();
      if (row === claimed && Date.now() - claimedAt < renewal) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (row !== null && row === currentRow()) void claim(row);
      }, dwell);
    });
}

async function claim(row) {
  claimed = row;
  claimedAt = Date.now();
  const { elements } = row.querySelector('form');
  const body = new URLSearchParams({ discussion: elements.discussion.value, comment: elements.comment.value });
  const { path } = row.closest('.queue').dataset;
  try {
    const response = await fetch(`${path}/claim`, { method: 'POST', body, redirect: 'manual' });
    // Made by the server, like the page.
    if (response.ok) row.querySelector('.claim').innerHTML = (await response.json()).text;
  } catch {
    // Nothing depends on it.
  }
}
