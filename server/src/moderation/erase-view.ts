import type { PersonalData } from '../erasure/personal-data.js';
import { markup, type Markup } from './markup.js';
import type { Notice } from './notice.js';
import { noticeView, type NoticePlace } from './notice-view.js';
import { pages } from './page-frame.js';
import { fill, numberOf, type PageWords } from './page-words.js';
import { personHint } from './person-hint.js';

export interface FoundPerson {
  /** `person:…` or `guest:…`. */
  readonly identity: string;
  /** The name on the newest comment. */
  readonly name: string | undefined;
  readonly data: PersonalData;
}

interface EraseForm {
  readonly notice?: Notice | undefined;
  /** What was typed, and what is wrong with it. */
  readonly entry?: string;
  readonly problem?: string;
}

/** Where moderators download the data of a person. */
export const dataPath = `${pages.erase}/data`;

/** Asks whom to erase. */
export function erasePersonView(
  place: NoticePlace,
  { notice, entry = '', problem }: EraseForm,
  words: PageWords,
): Markup {
  const { own } = words;
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="problem" autofocus`;
  return markup`${notice && noticeView(notice, place, words)}
<p class="intro">${own.introErase}</p>
<form action="${place.path}${pages.erase}">
<label for="identity">${own.person}</label>
<p class="hint" id="hint">${personHint(words)}</p>
<input id="identity" name="identity" value="${entry}" required autocomplete="off" autocapitalize="none" spellcheck="false"
${problem === undefined && markup`aria-describedby="hint"`}${invalid}>
${problem !== undefined && markup`<p class="problem" id="problem">${problem}</p>`}
<button class="control">${own.lookUp}</button>
</form>`;
}

/** Shows what would be erased, and asks for confirmation. */
export function confirmErasureView(
  { path }: NoticePlace,
  { identity, name, data: counts }: FoundPerson,
  words: PageWords,
): Markup {
  const { own } = words;
  const person = markup`<bdi>${identity}</bdi>${name !== undefined && markup` (<bdi>${name}</bdi>)`}`;
  const back = markup`<a href="${path}${pages.erase}">${own.back}</a>`;
  const found = linesOf(counts, words);
  if (found.length === 0)
    return markup`<p class="nothing" role="status" tabindex="-1" autofocus>${fill(own.nothingBy, { person })}</p>
<p>${back}</p>`;
  const data = `${path}${dataPath}?identity=${encodeURIComponent(identity)}`;
  return markup`<p>${fill(own.eraseQuestion, { person })}</p>
<ul>
${found.map((line) => markup`<li>${line}</li>`)}
</ul>
<p><a href="${data}" download>${own.download}</a></p>
<p><strong>${own.cannotUndo}</strong></p>
<form method="post" action="${path}${pages.erase}" class="confirm">
<input type="hidden" name="identity" value="${identity}">
<button class="control danger">${own.eraseNow}</button>
${back}
</form>`;
}

const linesOf = (data: PersonalData, words: PageWords): readonly Markup[] =>
  (['comments', 'votes', 'reports', 'sessions'] as const)
    .filter((name) => data[name] > 0)
    .map((name) => fill(words.own[name], { count: numberOf(data[name], words) }));
