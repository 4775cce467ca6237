/** The rules of a backend, as pure functions. The memory adapter and the server apply the same ones, each with its own storage and messages. */
import type {
  Draft,
  DiscussionInfo,
  ErrorInfo,
  Features,
  GuestField,
  Posting,
  Report,
  ReportNotice,
  ReportReason,
  Viewer,
} from './adapter.js';
import { textLength } from './drafts/text-length.js';

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
  if (manual.closedAt) return { state: 'closed', closedAt: manual.closedAt };
  /** When a time passed, in milliseconds since 1970. An absent, invalid or future time has not. */
  const passed = (time = ''): number => (Date.parse(time) <= now ? Date.parse(time) : -Infinity);
  const isAhead = (time = ''): boolean => Date.parse(time) > now;
  const opened = Math.max(passed(opensAt), passed(manual.reopenedAt));
  const isClosedByTime = passed(closesAt) > opened;
  if (!isClosedByTime && (state === 'open' || opened > -Infinity))
    return { state: 'open', ...(isAhead(closesAt) && { closesAt }) };
  const closedAt = isClosedByTime ? closesAt : info.closedAt;
  return { state: 'closed', ...(closedAt && { closedAt }), ...(isAhead(opensAt) && { opensAt }) };
}

/** Why a call is refused. `message` is for the reader. */
export interface Refused {
  readonly kind: 'sign-in-required' | 'blocked' | 'forbidden' | 'invalid' | 'too-long';
  readonly message: string;
  readonly info?: Pick<ErrorInfo, 'field' | 'code'>;
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
      message: 'Read the warning first.',
      info: { code: 'warned' },
    }
  );
}

/** What is wrong with a draft or a report. The explanation of a notice is the field `body`. */
export type InputProblem =
  | `body is ${'missing' | 'too short' | 'too long'}`
  | `${GuestField | 'reason' | 'detail' | 'notice' | 'address' | 'good faith'} is ${'missing' | 'invalid'}`
  | `${'detail' | 'law'} is too long`;

const GUEST_FIELDS = ['name', 'email', 'website'] as const;

/** The error for a problem, which names the field of the form. */
export function inputRefusal(problem: InputProblem, message: string): Refused {
  const field = (['body', ...GUEST_FIELDS] as const).find((name) => problem.startsWith(name));
  return { kind: problem.endsWith('long') ? 'too-long' : 'invalid', message, info: { field } };
}

/** What is wrong with the text of a comment. White space at its ends does not count. */
export function textProblem(text: string, { min = 1, max }: Posting = {}): InputProblem | undefined {
  const trimmed = text.trim();
  if (trimmed.length < min) return trimmed === '' ? 'body is missing' : 'body is too short';
  return max && textLength(trimmed, max.unit, max.value) > max.value ? 'body is too long' : undefined;
}

/** Longest name of a guest, in graphemes. */
export const MAX_NAME_LENGTH = 60;

/** The first problem of a guest's details. */
export function guestProblem(guest: Draft['guest'] = {}, rules: Posting['guest'] = {}): InputProblem | undefined {
  for (const field of GUEST_FIELDS) {
    const value = guest[field]?.trim();
    if (value ? !isValid(field, value) : rules[field]?.required) return `${field} is ${value ? 'invalid' : 'missing'}`;
  }
  return undefined;
}

function isValid(field: GuestField, value: string): boolean {
  if (field === 'name') return textLength(value, 'graphemes', MAX_NAME_LENGTH) <= MAX_NAME_LENGTH;
  return field === 'email' ? /^[^\s@]+@[^\s@]+$/.test(value) : isWebAddress(value);
}

export function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** The first problem of a report. */
export function reportProblem(
  { reason, detail = '', notice }: Omit<Report, 'id'>,
  { reasons, detail: takesDetail = true }: NonNullable<Features['report']> = {},
): InputProblem | undefined {
  const known = reasons?.find(({ id }) => id === reason);
  if (reason === '' || (reasons && !known)) return 'reason is invalid';
  // If the backend lists no reasons, the page may offer some with a notice.
  if (known && (known.form === 'notice') !== Boolean(notice)) return `notice is ${notice ? 'invalid' : 'missing'}`;
  if (notice) return noticeProblem(notice, known);
  if (detail.length > 500) return 'detail is too long';
  return reason === 'other' && takesDetail && detail.trim() === '' ? 'detail is missing' : undefined;
}

function noticeProblem(
  { explanation, law = '', urls, name = '', email = '', goodFaith }: ReportNotice,
  { anonymous = false }: Partial<ReportReason> = {},
): InputProblem | undefined {
  const text = textProblem(explanation, { max: { value: 5000, unit: 'chars' } });
  if (text) return text;
  // Of any length: organizations send notices too.
  if (!anonymous && name.trim() === '') return 'name is missing';
  const sender = guestProblem({ email }, { email: { required: !anonymous } });
  if (sender) return sender;
  if (law.length > 500) return 'law is too long';
  if (!urls.every(isWebAddress)) return 'address is invalid';
  return urls.length === 0 ? 'address is missing' : goodFaith ? undefined : 'good faith is missing';
}

/**
 * The level of a reply to a comment at `level`. The top level is 0. A reply that the features do not allow that deep moves up, and names
 * the comment that was replied to in `replyTo`.
 */
export const replyLevel = (level: number, { nesting, maxDepth = Infinity }: Features): number =>
  Math.min(level + 1, maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);

export type RemovalEffect = 'gone' | 'tombstone' | 'subtree';

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
}): { readonly status: 'deleted' | 'hidden'; readonly effect: RemovalEffect } => ({
  status: isOwn ? 'deleted' : 'hidden',
  effect: hasReplies ? removal : 'gone',
});
