import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { LegalMessages, Messages } from '../../i18n/messages.js';
import type { AdapterError, Comment, ReportNotice, ReportReason, Viewer } from '../../model/adapter.js';
import type { DraftText } from '../../model/drafts/draft.js';
import type { GuestEntries } from '../forms/guest-entries.js';
import type { NoticeEntries, NoticeInput } from '../legal/notice-entries.js';
import type { NoticeProblem } from '../legal/notice-problems.js';
import type { Notices } from '../legal/legal-notices.js';
import { permalink } from '../page/address.js';
import { elementId } from '../page/element-id.js';
import { moduleFailure } from '../frame/failure.js';
import type { TranslatedModule } from '../translated-module.js';

/** The form that the notice is part of. */
interface NoticeHost extends ReactiveControllerHost {
  readonly comment: Comment;
  readonly viewer: Viewer;
  readonly guest: GuestEntries;
  readonly notices: TranslatedModule<'legal', Notices>;
  readonly messages: Messages;
  readonly formats: Formats;
  readonly announce: (text: string) => void;
}

interface NoticePartOptions {
  /** The reason that is chosen. */
  readonly reason: () => ReportReason | undefined;
  /** The text of the report, which is the explanation of the notice. */
  readonly explanation: () => string;
  /** Called when a press has changed something. `focus`: where to go then. */
  readonly onChange: (focus: string) => void;
}

/** The fields of a notice in the form of a report: what stands in them. The code that draws and checks them is fetched. */
export class NoticePart implements ReactiveController {
  readonly #host: NoticeHost;
  readonly #options: NoticePartOptions;
  #entries: NoticeEntries = {};
  #problems: readonly NoticeProblem[] = [];
  #isUnfolded = false;

  constructor(host: NoticeHost, options: NoticePartOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Says that fields have unfolded below what was chosen. */
  hostUpdated(): void {
    const words = this.isChosen ? this.words : undefined;
    if (words && !this.#isUnfolded) this.#host.announce(words.opened);
    this.#isUnfolded = words !== undefined;
  }

  /** Whether the chosen reason asks for a notice. */
  get isChosen(): boolean {
    return this.#options.reason()?.form === 'notice';
  }

  /** Undefined until the code has come. */
  get words(): LegalMessages | undefined {
    return this.#module?.words;
  }

  /** What is kept of it with the draft. Nobody vouches for a notice without reading it, so the good faith is not. */
  get draft(): Pick<DraftText, 'notice' | 'guest'> {
    const { law, urls, guest } = this.#entries;
    return { notice: law || urls?.length ? { law, urls } : undefined, guest };
  }

  fill({ notice, guest }: Pick<DraftText, 'notice' | 'guest'>): void {
    this.#entries = { ...notice, guest };
    this.#problems = [];
  }

  /** Undefined where it is not complete, or the code has not come. */
  get notice(): ReportNotice | undefined {
    return this.#module && this.#problems.length === 0 ? this.#module.noticeOf(this.#input) : undefined;
  }

  /** Looks for what is wrong and shows it. */
  check(): void {
    this.#problems = this.#module?.problems(this.#input) ?? [];
    this.#host.requestUpdate();
  }

  /** Shows which field the backend has refused. */
  refused({ info: { field } }: AdapterError): void {
    if (field) this.#problems = [{ field, problem: 'refused' }];
  }

  /** Something was typed or ticked. */
  change(target: HTMLInputElement | HTMLTextAreaElement): void {
    const { viewer, guest } = this.#host;
    this.#problems = [];
    if (!this.#module || target instanceof HTMLTextAreaElement) return;
    this.#entries = this.#module.entriesAfter(target, this.#input);
    // The holder of an account may write for somebody else. The forms of guests need not know.
    if (viewer.state !== 'signed-in') guest.enter(this.#entries.guest);
    this.#host.requestUpdate();
  }

  render(isBusy: boolean): TemplateResult {
    const { comment, notices, messages, formats } = this.#host;
    const id = (name: string): string => elementId(name, comment.id);
    const problems = this.#problems;
    const view = { input: this.#input, problems, isBusy, messages, formats, id, onChange: this.#onChange };
    const pending = notices.error
      ? moduleFailure(notices, messages)
      : html`<p class="small muted">${messages.loading}</p>`;
    return html`${notices.request()?.renderFields(view) ?? pending}`;
  }

  get #module(): Notices | undefined {
    return this.#host.notices.module;
  }

  get #input(): NoticeInput {
    const { viewer, guest, comment } = this.#host;
    const isAnonymous = this.#options.reason()?.anonymous ?? false;
    const explanation = this.#options.explanation();
    return { explanation, entries: this.#entries, address: permalink(comment.id), viewer, guest, isAnonymous };
  }

  readonly #onChange = (entries: NoticeEntries, focus: string, said?: string): void => {
    this.#entries = entries;
    this.#problems = [];
    if (said) this.#host.announce(said);
    this.#host.requestUpdate();
    this.#options.onChange(focus);
  };
}
