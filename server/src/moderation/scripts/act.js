/** Sends the form of a comment without leaving the page, puts the result in the comment's place, and goes on with the next one. */
import { announce } from './announce.js';
import { focusOn, rowAfter, rows } from './rows.js';
import { showSelection } from './select.js';

/** Requests that are not answered yet. @type {Set<Promise<void>>} */
const pending = new Set();

/** Whether a comment of the page has to be read again. */
let isOutdated = false;

/** Whether a new page is on its way. */
let isLeaving = false;

export function startActing() {
  document.querySelector('.queue')?.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    const row = form.closest('article');
    if (!row) return;
    event.preventDefault();
    // The next comment is read while the server works.
    const next = rowAfter(row);
    row.inert = true;
    const request = send(form, submitter)
      .then((answer) => (answer ? finish(row, answer) : leave(form)))
      .catch(() => fail(row))
      .finally(() => pending.delete(request));
    pending.add(request);
    if (next) focusOn(next);
    else void goOn();
  });
}

/**
 * @returns {Promise<{ type: string, notice: string, counts: Record<string, string> } | undefined>} Undefined: only a new page can
 * answer.
 */
async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  body.set('answer', 'json');
  const response = await fetch(form.getAttribute('action'), { method: 'POST', body, redirect: 'manual' });
  // A form with a fault, or a session that has ended: the page has the fields, or the way to the sign-in page.
  if (response.status === 422 || response.type === 'opaqueredirect') return undefined;
  if (!response.ok) throw new Error(`The status is ${response.status}.`);
  return response.json();
}

function leave(form) {
  isLeaving = true;
  form.submit();
}

function finish(row, { type, notice, counts }) {
  const text = document.createElement('p');
  text.className = 'notice';
  // Made by the server, like the page.
  text.innerHTML = notice;
  row.parentElement.classList.add('done');
  row.replaceWith(text);
  announce(text.textContent);
  if (type === 'edited') isOutdated = true;
  for (const [name, count] of Object.entries(counts))
    document.querySelector(`[data-count=${name}]`).textContent = count;
  showSelection();
}

/** The comment is there again, with the fault above its buttons. */
function fail(row) {
  row.inert = false;
  row.querySelector('.problem[role=alert]')?.remove();
  const text = document.createElement('p');
  text.className = 'problem';
  text.role = 'alert';
  const { fault } = document.querySelector('.queue').dataset;
  text.textContent = fault.replace('{names}', row.querySelector('h2').textContent);
  row.querySelector('.actions').before(text);
}

/** After the last comment of the page, the next page follows. */
export async function goOn() {
  await Promise.allSettled(pending);
  if (isLeaving) return;
  const next = document.querySelector('.paging a[rel=next]');
  if (next && !isOutdated) {
    location.assign(`${next.href}#first`);
  } else if (rows().length > 0 && !isOutdated) {
    focusOn(rows().at(-1));
  } else {
    showAgain();
  }
}

/** Loads the page anew. What a form has led to has another address than its page. */
function showAgain() {
  const { address } = document.querySelector('.queue').dataset;
  if (`${location.pathname}${location.search}` !== address) return location.assign(`${address}#first`);
  history.replaceState(null, '', '#first');
  location.reload();
}
