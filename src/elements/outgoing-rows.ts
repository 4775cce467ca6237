import type { Messages } from '../i18n/messages.js';
import type { Outgoing } from '../model/discussion-state.js';
import { commentRow } from './comment-row.js';
import type { Row } from './row-list.js';

/** The rows of comments on their way: seen at once, and told apart from what is in the discussion. */
export function outgoingRows(outgoing: readonly Outgoing[], messages: Messages): readonly Row[] {
  return outgoing.map(({ submitKey, name = '', body: value, delivery }) => {
    const isSending = delivery === 'sending';
    const draw = () =>
      commentRow({
        comment: { id: submitKey, author: { name }, body: { format: 'text', value }, createdAt: '' },
        messages,
        time: '',
        title: '',
        permalink: '',
        note: isSending ? messages.sending : messages.notPosted,
        reporting: '',
        form: undefined,
        isFinal: true,
      });
    return { id: `outgoing-${submitKey}`, className: isSending ? 'row sending' : 'row', view: { value, name, delivery, messages }, draw };
  });
}
