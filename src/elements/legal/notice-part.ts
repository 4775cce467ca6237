import type { ReactiveController, TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { AdapterError, ReportNotice, ReportReason } from '../../model/adapter.js';
import type { DraftText } from '../../model/drafts/draft.js';
import { charactersLeft } from '../../model/drafts/text-length.js';
import { GuestEntries } from '../forms/guest-entries.js';
import type { PanelForm } from '../forms/panel-form.js';
import { permalink } from '../page/address.js';
import { elementId } from '../page/element-id.js';
import { shared } from '../shared.js';
import {
  entriesAfter,
  EXPLANATION_LIMIT,
  type NoticeEntries,
  type NoticeInput,
  noticeOf,
  type NoticeProblem,
  noticeProblems,
} from './notice.js';
import { noticeFields } from './notice-fields.js';

/** A form that may contain a notice. */
export type NoticeForm = PanelForm & {
  /** The chosen reason. */
  readonly chosen: ReportReason | undefined;
  /** The text of the report, which is the explanation of the notice. */
  readonly detail: string;
  /** Called when a press has changed something. `focus`: the selector of the element to focus. */
  onNoticeChange(focus: string): void;
};

/** What is saved of a notice with the draft of its report. */
export type NoticeDraft = Pick<DraftText, 'notice' | 'guest'>;

/** The fields of a notice in the report form: their content and problems. */
export class NoticePart implements ReactiveController {
  readonly #form: NoticeForm;
  readonly #messages: () => LegalMessages;
  #entries: NoticeEntries = {};
  #problems: readonly NoticeProblem[] = [];
  #isUnfolded = false;

  constructor(form: NoticeForm, draft: NoticeDraft, messages: () => LegalMessages) {
    this.#form = form;
    this.#messages = messages;
    this.fill(draft);
    form.addController(this);
  }

  /** Announces that fields have unfolded below the chosen reason. */
  hostUpdated(): void {
    const isChosen = this.#isChosen;
    if (isChosen && !this.#isUnfolded) this.#form.announce(this.#messages().opened);
    this.#isUnfolded = isChosen;
  }

  get #isChosen(): boolean {
    return this.#form.chosen?.form === 'notice';
  }

  /** What is saved with the draft. Good faith is not saved: the sender has to confirm it for the notice as it is sent. */
  get draft(): NoticeDraft {
    const { law, urls, guest } = this.#entries;
    return { notice: law || urls?.length ? { law, urls } : undefined, guest };
  }

  fill({ notice, guest }: NoticeDraft): void {
    this.#entries = { ...notice, guest };
    this.#problems = [];
  }

  /** The notice as it is sent. Requires fields without problems. */
  get notice(): ReportNotice {
    return noticeOf(this.#input);
  }

  /** Checks the fields and shows their problems. Returns whether the notice can be sent. */
  check(): boolean {
    this.#problems = noticeProblems(this.#input);
    this.#form.requestUpdate();
    return this.#problems.length === 0;
  }

  /** Marks the field that the backend has refused. */
  refused({ info: { field } }: AdapterError): void {
    if (field) this.#problems = [{ field, problem: 'refused' }];
  }

  /** Takes over what was typed or ticked, before the form does. */
  change(target: HTMLInputElement | HTMLTextAreaElement): void {
    this.#problems = [];
    if (target instanceof HTMLTextAreaElement) return this.#count(target.value);
    const input = this.#input;
    this.#entries = entriesAfter(target, input);
    // A signed-in sender may report on behalf of another person, whose details do not belong in the forms of guests.
    if (input.viewer.state !== 'signed-in') input.guest.enter(this.#entries.guest);
    this.#form.requestUpdate();
  }

  render(isBusy: boolean): TemplateResult {
    const { comment, section } = this.#form;
    const id = (name: string): string => elementId(name, comment.id);
    const view = { section, input: this.#input, problems: this.#problems, isBusy, id, onChange: this.#onChange };
    return noticeFields(view, this.#messages());
  }

  /** Announces that the explanation has become too long. `text`: the new one. */
  #count(text: string): void {
    if (!this.#isChosen) return;
    const before = charactersLeft(this.#form.detail.trim(), EXPLANATION_LIMIT);
    this.#form.countLeft(text.trim(), EXPLANATION_LIMIT, before);
  }

  get #input(): NoticeInput {
    const { section, store, comment, chosen, detail } = this.#form;
    return {
      explanation: detail,
      entries: this.#entries,
      address: permalink(comment.id),
      viewer: store.state.viewer,
      guest: shared(section, GuestEntries),
      isAnonymous: chosen?.anonymous ?? false,
    };
  }

  readonly #onChange = (entries: NoticeEntries, focus: string, announcement?: string): void => {
    this.#entries = entries;
    this.#problems = [];
    if (announcement) this.#form.announce(announcement);
    this.#form.requestUpdate();
    this.#form.onNoticeChange(focus);
  };
}
