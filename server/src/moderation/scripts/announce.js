/** Reads texts out in screen readers. */
const status = document.createElement('p');
status.className = 'unseen';
status.role = 'status';
document.querySelector('main').append(status);

/** @param {string} text */
export function announce(text) {
  status.textContent = text;
}
