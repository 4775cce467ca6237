import type { PersonalData } from '../erasure/personal-data.js';
import { markup, type Markup } from './markup.js';
import type { Notice } from './notice.js';
import { noticeView, type NoticePlace } from './notice-view.js';
import { pages } from './page-frame.js';
import { count } from './words.js';

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
export function erasePersonView(place: NoticePlace, { notice, entry = '', problem }: EraseForm): Markup {
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="problem" autofocus`;
  return markup`${notice && noticeView(notice, place)}
<p class="intro">When a person asks for it: erases body and author of all their comments, their votes, their reports and their
sessions, for good. Comments with replies leave a tombstone.</p>
<form action="${place.path}${pages.erase}">
<label for="identity">Person</label>
<p class="hint" id="hint">As it stands beside each comment, such as <code>person:42</code> or <code>guest:…</code></p>
<input id="identity" name="identity" value="${entry}" required autocomplete="off" autocapitalize="none" spellcheck="false"
${problem === undefined && markup`aria-describedby="hint"`}${invalid}>
${problem !== undefined && markup`<p class="problem" id="problem">${problem}</p>`}
<button class="control">Look up</button>
</form>`;
}

/** Shows what would be erased, and asks for confirmation. */
export function confirmErasureView({ path }: NoticePlace, { identity, name, data: counts }: FoundPerson): Markup {
  const person = markup`<bdi>${identity}</bdi>${name !== undefined && markup`, known as <bdi>${name}</bdi>`}`;
  const back = markup`<a href="${path}${pages.erase}">Back</a>`;
  const found = linesOf(counts);
  if (found.length === 0)
    return markup`<p class="nothing" role="status" tabindex="-1" autofocus>There is nothing by ${person}.</p>
<p>${back}</p>`;
  const data = `${path}${dataPath}?identity=${encodeURIComponent(identity)}`;
  return markup`<p>You are about to erase everything by ${person}:</p>
<ul>
${found.map((line) => markup`<li>${line}</li>`)}
</ul>
<p><a href="${data}" download>Download as JSON</a>, for a person who asks for their data</p>
<p><strong>This cannot be undone.</strong></p>
<form method="post" action="${path}${pages.erase}" class="confirm">
<input type="hidden" name="identity" value="${identity}">
<button class="control danger">Erase for good</button>
${back}
</form>`;
}

const linesOf = ({ comments, votes, reports, sessions }: PersonalData): readonly string[] => [
  ...(comments > 0 ? [`${count(comments, 'comment')}, removed ones included`] : []),
  ...(votes > 0 ? [`${count(votes, 'vote')}, taken back`] : []),
  ...(reports > 0 ? [count(reports, 'report')] : []),
  ...(sessions > 0 ? [`${count(sessions, 'session')}, ended at once`] : []),
];
