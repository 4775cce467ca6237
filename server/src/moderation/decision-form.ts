import { markup, type Markup } from '../notices/markup.js';
import { type DecisionEntry, type DecisionField, maxLengths } from './decision-entry.js';
import type { NoticeItem } from './list-notices.js';
import { fill, type PageWords, problemText } from './page-words.js';

export interface DecisionPlace {
  /** Address that the form posts to. */
  readonly action: string;
  /** Position of the page in the queue, as in its address; empty for the first one. */
  readonly after: string;
  /** A prefix for the ids of the fields. */
  readonly id: string;
}

/** Asks for a decision and its reasons. What is wrong is said below its field, which has the focus. */
export function decisionForm(place: DecisionPlace, item: NoticeItem, entry: DecisionEntry, words: PageWords): Markup {
  const { own, legal } = words;
  const labels = legal.decision;
  const measures = [
    ['removed', `${labels.measures.removed} ${own.erasedLater}`],
    ['hidden', `${labels.measures.hidden} ${own.staysHidden}`],
    ['kept', words.kept],
  ] as const;
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
    problem?.field === field && markup`<p class="problem" id="${id}-problem">${problemText(problem, words)}</p>`;
  const hidden = (name: string, value: string): Markup => markup`<input type="hidden" name="${name}" value="${value}">`;
  const choice = (name: 'measure' | 'ground', value: string, text: string, isFirst: boolean): Markup =>
    markup`<label class="choice"><input type="radio" name="${name}" value="${value}" required${
      entry[name] === value && markup` checked`
    }${isFirst && invalid(name)}> ${text}</label>`;
  return markup`<details${problem !== undefined && markup` open`}>
<summary class="control">${own.decide}…<span class="unseen"> <bdi>${notice.reference}</bdi></span></summary>
<form method="post" action="${action}" class="decision">
${hidden('discussion', comment.key)}
${hidden('comment', comment.id)}
${hidden('reference', notice.reference)}
${hidden('revision', String(comment.revision))}
${hidden('since', notice.received_at.toISOString())}
${hidden('after', after)}
<p class="hint">${own.decideHint}</p>
<fieldset>
<legend>${labels.measure}</legend>
${measures.map(([value, text], index) => choice('measure', value, text, index === 0))}
${message('measure')}
</fieldset>
<fieldset>
<legend>${own.judgedBy}</legend>
${choice('ground', 'law', labels.grounds.law, true)}
${choice('ground', 'terms', labels.grounds.terms, false)}
${message('ground')}
</fieldset>
<label for="${id}-rule">${labels.rule}</label>
<p class="hint" id="${id}-rule-hint">${own.ruleHint}</p>
<input id="${id}-rule" name="rule" value="${entry.rule}" maxlength="${maxLengths.rule}" dir="auto"${invalid('rule', `${id}-rule-hint`)}>
${message('rule')}
<label for="${id}-facts">${labels.facts}</label>
<textarea id="${id}-facts" name="facts" rows="4" maxlength="${maxLengths.facts}" required dir="auto"${invalid('facts')}>
${entry.facts}</textarea>
${message('facts')}
<fieldset>
<legend>${labels.means}</legend>
<label class="choice"><input type="checkbox" name="automatedDetection" value="yes"${
    entry.automatedDetection && markup` checked`
  }> ${labels.detected}</label>
<label class="choice"><input type="checkbox" name="automated" value="yes"${entry.automated && markup` checked`}> ${labels.automated}</label>
</fieldset>
<label for="${id}-redress">${own.redress}</label>
<textarea id="${id}-redress" name="redress" rows="3" maxlength="${maxLengths.redress}" dir="auto"${invalid('redress')}>
${entry.redress}</textarea>
${message('redress')}
<label for="${id}-href">${own.where}</label>
<p class="hint" id="${id}-href-hint">${fill(own.whereHint, {
    example: markup`<code dir="ltr">mailto:editors@gazette.example</code>`,
  })}</p>
<input id="${id}-href" name="href" value="${entry.href}" maxlength="${maxLengths.href}" dir="ltr" autocapitalize="none"
spellcheck="false"${invalid('href', `${id}-href-hint`)}>
${message('href')}
<button class="control danger">${own.decide}<span class="unseen"> <bdi>${notice.reference}</bdi></span></button>
</form>
</details>`;
}
