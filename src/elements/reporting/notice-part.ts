import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { AdapterError, ReportNotice, ReportReason } from '../../model/adapter.js';
import type { DraftText } from '../../model/drafts/draft.js';
import { GuestEntries } from '../forms/guest-entries.js';
import type { PanelForm } from '../forms/panel-form.js';
import { moduleFailure } from '../frame/failure.js';
import type { Notices } from '../legal/legal-notices.js';
import type { NoticeEntries, NoticeInput, NoticeProblem } from '../legal/notice.js';
import { permalink } from '../page/address.js';
import { elementId } from '../page/element-id.js';
import type { LazyModule } from '../lazy-module.js';
import { shared } from '../shared.js';
import { furtherFields } from './report-reasons.js';

/** A form that may contain a notice. `notices`: the code that renders and checks its fields. */
export type NoticeForm = PanelForm & { readonly notices: LazyModule<Notices> };

interface NoticePartOptions {
  /** The chosen reason. */
  readonly reason: () => ReportReason | undefined;
  /** The text of the report, which is the explanation of the notice. */
  readonly explanation: () => string;
  /** Called when a press has changed something. `focus`: the selector of the element to focus. */
  readonly onChange: (focus: string) => void;
}

/** The fields of a notice in the report form: their content and problems. They are rendered and checked by code that is loaded on demand. */
export class NoticePart implements ReactiveController {
  readonly #form: NoticeForm;
  readonly #options: NoticePartOptions;
  #entries: NoticeEntries = {};
  #problems: readonly NoticeProblem[] = [];
  #isUnfolded = false;

  constructor(form: NoticeForm, options: NoticePartOptions) {
    this.#form = form;
    this.#options = options;
    form.addController(this);
  }

  /** Announces that fields have unfolded below the chosen reason. */
  hostUpdated(): void {
    const messages = this.isChosen ? this.messages : undefined;
    if (messages && !this.#isUnfolded) this.#form.announce(messages.opened);
    this.#isUnfolded = messages !== undefined;
  }

  /** Whether the chosen reason requires a notice. */
  get isChosen(): boolean {
    return furtherFields(this.#options.reason(), this.#form.section) === 'notice';
  }

  /** Undefined until the code is loaded. */
  get messages(): LegalMessages | undefined {
    return this.#module?.messages;
  }

  /** What is saved with the draft. Good faith is not saved: the sender has to confirm it for the notice as it is sent. */
  get draft(): Pick<DraftText, 'notice' | 'guest'> {
    const { law, urls, guest } = this.#entries;
    return { notice: law || urls?.length ? { law, urls } : undefined, guest };
  }

  fill({ notice, guest }: Pick<DraftText, 'notice' | 'guest'>): void {
    this.#entries = { ...notice, guest };
    this.#problems = [];
  }

  /** Undefined if the notice has problems or the code is not loaded. */
  get notice(): ReportNotice | undefined {
    return this.#module && this.#problems.length === 0 ? this.#module.noticeOf(this.#input) : undefined;
  }

  /** Checks the fields and shows their problems. */
  check(): void {
    this.#problems = this.#module?.problems(this.#input) ?? [];
    this.#form.requestUpdate();
  }

  /** Marks the field that the backend has refused. */
  refused({ info: { field } }: AdapterError): void {
    if (field) this.#problems = [{ field, problem: 'refused' }];
  }

  /** Takes over what was typed or ticked. */
  change(target: HTMLInputElement | HTMLTextAreaElement): void {
    this.#problems = [];
    if (!this.#module || target instanceof HTMLTextAreaElement) return;
    const input = this.#input;
    this.#entries = this.#module.entriesAfter(target, input);
    // A signed-in sender may report on behalf of another person, whose details do not belong in the forms of guests.
    if (input.viewer.state !== 'signed-in') input.guest.enter(this.#entries.guest);
    this.#form.requestUpdate();
  }

  render(isBusy: boolean): TemplateResult {
    const { comment, notices, section, messages } = this.#form;
    const id = (name: string): string => elementId(name, comment.id);
    const view = { section, input: this.#input, problems: this.#problems, isBusy, id, onChange: this.#onChange };
    const pending = notices.error
      ? moduleFailure(notices, messages)
      : html`<p class="small muted">${messages.loading}</p>`;
    return html`${notices.request()?.renderFields(view) ?? pending}`;
  }

  get #module(): Notices | undefined {
    return this.#form.notices.module;
  }

  get #input(): NoticeInput {
    const { section, store, comment } = this.#form;
    return {
      explanation: this.#options.explanation(),
      entries: this.#entries,
      address: permalink(comment.id),
      viewer: store.state.viewer,
      guest: shared(section, GuestEntries),
      isAnonymous: this.#options.reason()?.anonymous ?? false,
    };
  }

  readonly #onChange = (entries: NoticeEntries, focus: string, announcement?: string): void => {
    this.#entries = entries;
    this.#problems = [];
    if (announcement) this.#form.announce(announcement);
    this.#form.requestUpdate();
    this.#options.onChange(focus);
  };
}
