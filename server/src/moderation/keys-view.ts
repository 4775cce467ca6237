import { markup, type Markup, type MarkupValue } from './markup.js';
import type { PageWords } from './page-words.js';
import type { QueueName } from './queue-address.js';

/** The list of keys, with the switch that turns them off. The script that makes them work shows it. */
export function keysView(queue: QueueName, words: PageWords): Markup {
  const { visit } = words;
  return markup`<details class="keys" hidden>
<summary>${visit.shortcuts} <kbd>?</kbd></summary>
<ul role="list" tabindex="-1" aria-label="${visit.shortcuts}">
${keysOf(queue, words).map(([key, label]) => markup`<li><kbd dir="ltr">${key}</kbd> ${label}</li>`)}
</ul>
<label class="choice"><input type="checkbox" autocomplete="off">${visit.useShortcuts}</label>
</details>`;
}

type Key = readonly [key: string, label: MarkupValue];

function keysOf(queue: QueueName, { own, core, visit, moderation }: PageWords): readonly Key[] {
  const { remove } = core.removal.editors;
  const removal: readonly Key[] = [
    ['r', `${remove}…`],
    ['Ctrl+Enter', remove],
    ['Esc', own.back],
  ];
  const actions: Readonly<Record<QueueName, readonly Key[]>> = {
    held: [['a', moderation.actions.approve.label], ...removal],
    reported: [['d', own.dismiss], ...removal],
    removed: [['u', own.restore]],
  };
  return [
    ['j', visit.shortcutKeys.j],
    ['k', visit.shortcutKeys.k],
    ...actions[queue],
    ['x', own.select],
    ['b', own.selection],
    ['/', own.search],
    ['?', visit.shortcutKeys['?']],
  ];
}
