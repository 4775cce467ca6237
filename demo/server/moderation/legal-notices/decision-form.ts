import { markup, type Markup } from '../markup.js';
import { maxLengths, type DecisionEntry, type DecisionField } from './decision-entry.js';
import type { NoticeItem } from './list-notices.js';

export interface DecisionPlace {
  /** Address that the form posts to. */
  readonly action: string;
  /** Position of the page in the queue, as in its address; empty for the first one. */
  readonly after: string;
  /** A prefix for the ids of the fields. */
  readonly id: string;
}

const measures = [
  ['removed', 'Remove', 'Readers no longer see it. Its text is erased after some days.'],
  ['hidden', 'Hide', 'Readers no longer see it. Its text stays, until a moderator restores it.'],
  ['kept', 'Keep', 'It stays as it is.'],
] as const;

const grounds = [
  ['law', 'The law'],
  ['terms', 'The rules of this site'],
] as const;

/** Asks for a decision and its reasons. What is wrong is said below its field, which has the focus. */
export function decisionForm(place: DecisionPlace, item: NoticeItem, entry: DecisionEntry): Markup {
  const { action, after, id } = place;
  const { notice, comment } = item;
  const { problem } = entry;
  const invalid = (field: DecisionField, hint?: string): Markup | false => {
    const described = [problem?.field === field && `${id}-problem`, hint].filter(Boolean).join(' ');
    return (
      described !== '' &&
      markup` aria-describedby="${described}"${problem?.field === field && markup` aria-invalid="true" autofocus`}`
    );
  };
  const message = (field: DecisionField): Markup | false =>
    problem?.field === field && markup`<p class="problem" id="${id}-problem">${problem.text}</p>`;
  const hidden = (name: string, value: string): Markup => markup`<input type="hidden" name="${name}" value="${value}">`;
  const choice = (name: 'measure' | 'ground', value: string, words: string, isFirst: boolean): Markup =>
    markup`<label class="choice"><input type="radio" name="${name}" value="${value}" required${
      entry[name] === value && markup` checked`
    }${isFirst && invalid(name)}> ${words}</label>`;
  return markup`<details${problem !== undefined && markup` open`}>
<summary class="control">Decide…<span class="unseen"> on the notice ${notice.reference}</span></summary>
<form method="post" action="${action}" class="decision">
${hidden('discussion', comment.key)}
${hidden('comment', comment.id)}
${hidden('reference', notice.reference)}
${hidden('revision', String(comment.revision))}
${hidden('since', notice.received_at.toISOString())}
${hidden('after', after)}
<p class="hint">The sender of the notice reads all of this, and so does the author, unless the comment is kept. Name neither of them.</p>
<fieldset>
<legend>What is done with the comment</legend>
${measures.map(([value, words, effect], index) => choice('measure', value, `${words}: ${effect}`, index === 0))}
${message('measure')}
</fieldset>
<fieldset>
<legend>Judged by</legend>
${grounds.map(([value, words], index) => choice('ground', value, words, index === 0))}
${message('ground')}
</fieldset>
<label for="${id}-rule">Law or rule</label>
<p class="hint" id="${id}-rule-hint">Required unless the comment is kept</p>
<input id="${id}-rule" name="rule" value="${entry.rule}" maxlength="${maxLengths.rule}" dir="auto"${invalid('rule', `${id}-rule-hint`)}>
${message('rule')}
<label for="${id}-facts">Facts and circumstances</label>
<textarea id="${id}-facts" name="facts" rows="4" maxlength="${maxLengths.facts}" required dir="auto"${invalid('facts')}>
${entry.facts}</textarea>
${message('facts')}
<label class="choice"><input type="checkbox" name="automated" value="yes"${entry.automated && markup` checked`}> Automated
means were used to find the comment or to decide</label>
<label for="${id}-redress">How to contest the decision</label>
<textarea id="${id}-redress" name="redress" rows="3" maxlength="${maxLengths.redress}" dir="auto"${invalid('redress')}>
${entry.redress}</textarea>
${message('redress')}
<label for="${id}-href">Where to contest it</label>
<p class="hint" id="${id}-href-hint">A page or an address for mail, such as mailto:editors@gazette.example</p>
<input id="${id}-href" name="href" value="${entry.href}" maxlength="${maxLengths.href}" autocapitalize="none"
spellcheck="false"${invalid('href', `${id}-href-hint`)}>
${message('href')}
<button class="control danger">Decide<span class="unseen"> on the notice ${notice.reference}</span></button>
</form>
</details>`;
}
