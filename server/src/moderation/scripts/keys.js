/** One key for each step. What a key does is in the attribute `data-key` of a button, a box or a field. */
import { goOn } from './act.js';
import { currentRow, focusFirst, focusOn, rowAfter, rowBefore } from './rows.js';

const storageKey = 'moderation-keys';
const reasonKey = 'moderation-reason';

export function startKeys() {
  const panel = document.querySelector('.keys');
  if (!panel) return;
  panel.hidden = false;
  const box = panel.querySelector('input');
  box.checked = read(localStorage, storageKey) !== 'off';
  box.addEventListener('change', () => {
    write(localStorage, storageKey, box.checked ? 'on' : 'off');
    showKeys(box.checked);
  });
  showKeys(box.checked);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (pressInForm(event) || (box.checked && pressKey(event, panel))) event.preventDefault();
  });
  document.querySelector('.queue')?.addEventListener('submit', ({ target: { elements } }) => {
    if (elements.reason) write(sessionStorage, reasonKey, elements.reason.value);
  });
}

/** Names the keys at their buttons, for everybody, while they work. */
function showKeys(areOn) {
  for (const element of document.querySelectorAll('[data-key]'))
    if (areOn) element.setAttribute('aria-keyshortcuts', element.dataset.key);
    else element.removeAttribute('aria-keyshortcuts');
}

/** Ctrl+Enter sends a form for a removal, and Escape closes it. Neither is a single character, so they cannot be switched off. */
function pressInForm({ key, ctrlKey, metaKey, target }) {
  const details = target.closest('.actions details, .bulk details');
  if (!details?.open) return false;
  if (key === 'Escape') {
    details.open = false;
    focusOn(details.closest('article') ?? details.querySelector('summary'));
    return true;
  }
  if (key !== 'Enter' || !(ctrlKey || metaKey)) return false;
  const button = details.querySelector('button.danger');
  button.form.requestSubmit(button);
  return true;
}

/** @returns {boolean} Whether the key does something here. */
function pressKey(event, panel) {
  const { ctrlKey, metaKey, altKey, target } = event;
  if (ctrlKey || metaKey || altKey || target.closest('textarea, select, input:not([type=checkbox])')) return false;
  const key = letterOf(event);
  const row = currentRow();
  switch (key) {
    case 'j':
      return goToNext(row);
    case 'k':
      focusOn(rowBefore(row ?? document.activeElement ?? document.body));
      return true;
    case '?':
      panel.open = true;
      focusOn(panel.querySelector('ul'));
      return true;
  }
  const control = document.querySelector(`main [data-key="${CSS.escape(key)}"]`);
  if (!control) return false;
  if (!control.matches('article *')) focusOn(control);
  else if (row) pressInRow(row.querySelector(`[data-key="${key}"]`));
  else focusFirst();
  return true;
}

/** The letter on the key, also while the keyboard writes another script. */
const letterOf = ({ key, code }) => (/^[\x21-\x7e]$/.test(key) ? key : code.replace(/^Key/, '')).toLowerCase();

function goToNext(row) {
  const next = rowAfter(row ?? document.activeElement ?? document.body);
  if (next) focusOn(next);
  else void goOn();
  return true;
}

/** @param {HTMLElement} control */
function pressInRow(control) {
  if (!control.matches('summary')) return control.click();
  const { parentElement: details } = control;
  details.open = true;
  const reason = details.querySelector('select');
  // Moderators who remove many comments often have the same reason. It is shown, and sent only by a second key.
  const last = read(sessionStorage, reasonKey);
  if (last !== null && reason?.name === 'reason' && reason.value === '') reason.value = last;
  focusOn(reason ?? control);
}

/** Where the browser has switched storage off, keys work until the page is left. */
function read(storage, key) {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage, key, value) {
  try {
    storage.setItem(key, value);
  } catch {
    // Nothing depends on it.
  }
}
