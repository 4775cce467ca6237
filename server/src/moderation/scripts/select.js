/** The selection: its size, and one button for all comments of the page. */

/** @returns {HTMLInputElement[]} */
const boxes = () => [...document.querySelectorAll('.queue article:not([inert]) input[name=item]')];

const format = new Intl.NumberFormat(document.documentElement.lang);

export function startSelecting() {
  const form = document.querySelector('#select-all');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isAll = boxes().every((box) => box.checked);
    for (const box of boxes()) box.checked = !isAll;
    showSelection();
  });
  document.querySelector('.queue').addEventListener('change', showSelection);
  // The browser may have restored it.
  showSelection();
}

/** Shows how many comments are selected. */
export function showSelection() {
  const all = boxes();
  const count = all.filter((box) => box.checked).length;
  const text = document.querySelector('.selected');
  text.hidden = count === 0;
  text.textContent = count === 0 ? '' : text.dataset.text.replace('{count}', format.format(count));
  const button = document.querySelector('#select-all .control');
  button.textContent = count > 0 && count === all.length ? button.dataset.none : button.dataset.all;
}
