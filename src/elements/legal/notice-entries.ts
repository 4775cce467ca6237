import type { ReportNotice, Viewer } from '../../model/adapter.js';
import type { GuestEntries, GuestValues } from '../forms/guest-entries.js';

/** What stands in the fields of a notice besides the explanation. A field that is absent has not been filled in. */
export interface NoticeEntries {
  readonly law?: string | undefined;
  /** The addresses of other comments, as typed. */
  readonly urls?: readonly string[] | undefined;
  /** Name and email, where the sender has changed what was known of them. */
  readonly guest?: GuestValues | undefined;
  readonly goodFaith?: boolean;
}

/** Everything that a notice is made from. */
export interface NoticeInput {
  readonly explanation: string;
  readonly entries: NoticeEntries;
  /** The address of the comment. */
  readonly address: string;
  readonly viewer: Viewer;
  readonly guest: GuestEntries;
  /** Whether name and email can be left out. */
  readonly isAnonymous: boolean;
}

/** Who sends the notice, as far as that is known: the account's name, or what the guest has entered in any form. */
export function senderOf({ entries, viewer, guest }: NoticeInput): GuestValues {
  const known = viewer.state === 'signed-in' ? { name: viewer.author?.name ?? '' } : guest.values;
  const { name = '', email = '' } = { ...known, ...entries.guest };
  return { name, email };
}

/** The entries after something was typed or ticked in one of the fields. */
export function entriesAfter(input: HTMLInputElement, before: NoticeInput): NoticeEntries {
  const { entries } = before;
  const { name, value, checked, dataset } = input;
  const { urls = [] } = entries;
  switch (name) {
    case 'law':
      return { ...entries, law: value };
    case 'url':
      return { ...entries, urls: urls.map((url, index) => (index === Number(dataset.index) ? value : url)) };
    case 'name':
    case 'email':
      return { ...entries, guest: { ...senderOf(before), [name]: value } };
    case 'good-faith':
      return { ...entries, goodFaith: checked };
    default:
      return entries;
  }
}

/** The notice as it is sent. The fields have been checked. */
export function noticeOf(input: NoticeInput): ReportNotice {
  const { explanation, entries, address } = input;
  const law = entries.law?.trim();
  const { name, email } = senderOf(input);
  const others = (entries.urls ?? []).map((url) => url.trim()).filter(Boolean);
  return {
    explanation: explanation.trim(),
    ...(law && { law }),
    urls: [...new Set([address, ...others])],
    ...(name?.trim() && { name: name.trim() }),
    ...(email?.trim() && { email: email.trim() }),
    goodFaith: true,
  };
}
