/**
 * The rules of a backend, as pure functions. The memory adapter and the reference server (`demo/server`) apply the same ones, each with
 * its own storage and messages.
 */
import type {
  Draft,
  DiscussionInfo,
  ErrorInfo,
  ErrorKind,
  Features,
  GuestField,
  Posting,
  Report,
  ReportNotice,
  ReportReason,
  Viewer,
} from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { parseUrl } from '../shared/parse-url.js';

export type DiscussionTimes = Pick<DiscussionInfo, 'state' | 'closedAt' | 'closesAt' | 'opensAt'>;

/** What moderators have done to a discussion, as ISO 8601 times. */
export interface ManualClosing {
  readonly closedAt?: string | undefined;
  /** When it was last reopened. */
  readonly reopenedAt?: string | undefined;
}

/**
 * The state of a discussion at one moment. The later of `closesAt` and `opensAt` that has passed decides, which covers
 * articles that close for good as well as newsrooms that do not moderate at night. Closing manually overrides the
 * schedule; reopening manually lasts until the next `closesAt`.
 */
export function discussionState(
  info: Partial<DiscussionInfo>,
  { now, manual }: { readonly now: number; readonly manual: ManualClosing },
): DiscussionTimes {
  const { state = 'open', closesAt, opensAt } = info;
  if (state === 'disabled' || state === 'missing') return { state };
  if (manual.closedAt !== undefined) return { state: 'closed', closedAt: manual.closedAt };
  /** When a time passed, in milliseconds since 1970. An absent, invalid or future time has not. */
  const passed = (time = ''): number => (Date.parse(time) <= now ? Date.parse(time) : -Infinity);
  const isAhead = (time = ''): boolean => Date.parse(time) > now;
  const opened = Math.max(passed(opensAt), passed(manual.reopenedAt));
  const isClosedByTime = passed(closesAt) > opened;
  if (!isClosedByTime && (state === 'open' || opened > -Infinity))
    return { state: 'open', ...(isAhead(closesAt) && { closesAt }) };
  const closedAt = isClosedByTime ? closesAt : info.closedAt;
  return { state: 'closed', ...(closedAt !== undefined && { closedAt }), ...(isAhead(opensAt) && { opensAt }) };
}

/** Why a call is refused. `message` is for the reader. */
export interface Refused {
  readonly kind: ErrorKind;
  readonly message: string;
  readonly info?: ErrorInfo;
}

/** Why the viewer may not post. */
export function accessRefusal({ who, refusal }: Posting, { state, warning }: Viewer): Refused | undefined {
  if (who === 'signed-in' && state !== 'signed-in')
    return { kind: 'sign-in-required', message: 'Sign in to take part.' };
  if (refusal) {
    const { reason, message = 'You cannot post here.' } = refusal;
    return { kind: reason === 'banned' ? 'blocked' : 'forbidden', message, info: { code: reason } };
  }
  return (
    warning && {
      kind: 'forbidden',
      message: 'First read what the editors have written to you.',
      info: { code: 'warned' },
    }
  );
}

/** What is wrong with a draft or a report. The explanation of a notice is the field `body`. */
export type InputProblem =
  | `body is ${'missing' | 'too short' | 'too long'}`
  | `${GuestField} is ${'missing' | 'invalid'}`
  | 'reason is invalid'
  | 'detail is too long'
  | 'law is too long'
  | `${'notice' | 'address' | 'good faith'} is missing`;

/** The error for a problem, which names the field of the form. */
export const inputRefusal = (problem: InputProblem, message: string): Refused => {
  const field = (['body', ...GUEST_FIELDS] as const).find((name) => problem.startsWith(name));
  return { kind: problem.endsWith('long') ? 'too-long' : 'invalid', message, info: { ...(field && { field }) } };
};

const GUEST_FIELDS = ['name', 'email', 'website'] as const;

/** The first problem of a draft, or of an edited text. Without `guest`, the writer has an account. */
export function draftProblem(
  { body, guest }: Pick<Draft, 'body' | 'guest'>,
  posting: Posting = {},
): InputProblem | undefined {
  return textProblem(body, posting) ?? (guest && fieldProblem(guest, posting.guest));
}

function textProblem(text: string, { min = 1, max }: Posting): InputProblem | undefined {
  const { length } = text.trim();
  if (length < min) return length === 0 ? 'body is missing' : 'body is too short';
  return max && textLength(text, max.unit) > max.value ? 'body is too long' : undefined;
}

function fieldProblem(values: NonNullable<Draft['guest']>, rules: Posting['guest'] = {}): InputProblem | undefined {
  for (const field of GUEST_FIELDS) {
    const value = values[field]?.trim() ?? '';
    if (value === '' && rules[field]?.required) return `${field} is missing`;
    if (value !== '' && !isValid(field, value)) return `${field} is invalid`;
  }
  return undefined;
}

function isValid(field: GuestField, value: string): boolean {
  if (field === 'email') return /^[^\s@]+@[^\s@]+$/.test(value);
  return field === 'name' || isWebAddress(value);
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(parseUrl(text)?.protocol ?? '');

/** The first problem of a report. */
export function reportProblem(
  { reason, detail = '', notice }: Omit<Report, 'id'>,
  { reasons }: NonNullable<Features['report']> = {},
): InputProblem | undefined {
  const known = reasons?.find(({ id }) => id === reason);
  if (reason === '' || (reasons && !known)) return 'reason is invalid';
  if (known?.form === 'notice' && !notice) return 'notice is missing';
  const problem = notice && noticeProblem(notice, known);
  return problem ?? (detail.length > 500 ? 'detail is too long' : undefined);
}

function noticeProblem(
  { explanation, law = '', urls, name, email, goodFaith }: ReportNotice,
  { anonymous = false }: Partial<ReportReason> = {},
): InputProblem | undefined {
  const text = textProblem(explanation, { max: { value: 5000, unit: 'chars' } });
  if (text) return text;
  if (law.length > 500) return 'law is too long';
  if (!anonymous && !name?.trim()) return 'name is missing';
  if (!anonymous && !email?.trim()) return 'email is missing';
  if (urls.length === 0) return 'address is missing';
  return goodFaith ? undefined : 'good faith is missing';
}

/**
 * The level of a reply to a comment at `level`. The top level is 0. A reply that the features do not allow that deep moves up, and names
 * the comment that was replied to in `replyTo`.
 */
export const replyLevel = (level: number, { nesting, maxDepth = Infinity }: Features): number =>
  Math.min(level + 1, maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);

/** What becomes of a removed comment: its status while it is listed, and the effect. */
export const removalOf = ({
  isOwn,
  hasReplies,
  features: { removal = 'tombstone' },
}: {
  readonly isOwn: boolean;
  /** Held replies count as well: they need their parent once they are published. */
  readonly hasReplies: boolean;
  readonly features: Features;
}): { readonly status: 'deleted' | 'hidden'; readonly effect: 'gone' | 'tombstone' | 'subtree' } => ({
  status: isOwn ? 'deleted' : 'hidden',
  effect: hasReplies ? removal : 'gone',
});
