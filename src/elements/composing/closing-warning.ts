import { duration } from '../../i18n/duration.js';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { Access } from '../../model/state/access.js';

/** How long before a timed close the writer is warned, in milliseconds. */
const CLOSING_SOON = 10 * 60_000;

/** The least that is said to be left, in milliseconds. */
const MINUTE = 60_000;

interface WarnedForm {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly messages: Messages;
  readonly formats: Formats;
  readonly announce: (text: string) => void;
}

/** Warns the writer some minutes before a timed close: announces it once, and says how long is left. Notices the end. */
export class ClosingWarning {
  /** Undefined while there is time. */
  text: string | undefined;
  readonly #form: WarnedForm;
  #couldSend = false;

  constructor(form: WarnedForm) {
    this.#form = form;
  }

  update(access: Access): void {
    const { now, messages, formats, announce } = this.#form;
    const before = this.text;
    const left = access.state === 'open' && access.closesAt !== undefined ? access.closesAt - now : Infinity;
    this.text = left > CLOSING_SOON ? undefined : messages.closesIn(duration(Math.max(left, MINUTE), formats.lang));
    if (this.text && !before) announce(this.text);
  }

  /** True once, when a text that could be sent no longer can. */
  hasEnded(canSend: boolean): boolean {
    const hasEnded = this.#couldSend && !canSend;
    this.#couldSend = canSend;
    return hasEnded;
  }
}
