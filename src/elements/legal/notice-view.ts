import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { NoticeEntries, NoticeInput } from './notice-entries.js';
import type { NoticeProblem } from './notice-problems.js';

/** The fields of a notice, as the form that they are part of has them drawn. */
export interface NoticeView {
  readonly input: NoticeInput;
  readonly problems: readonly NoticeProblem[];
  readonly isBusy: boolean;
  readonly messages: Messages;
  readonly formats: Formats;
  /** Makes an id out of a field's name. */
  readonly id: (name: string) => string;
  /** Takes over other entries, and then moves the focus to the selector, and says something. */
  readonly onChange: (entries: NoticeEntries, focus: string, said?: string) => void;
}
