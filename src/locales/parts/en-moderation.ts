import type { ModerationMessages } from '../../i18n/messages.js';

const moderation: ModerationMessages = {
  held: 'Held for review',
  hidden: 'Hidden from readers',
  actions: {
    approve: {
      label: 'Approve',
      done: 'Comment approved. Readers can see it now.',
      undone: 'The comment is held for review again.',
    },
    reject: { label: 'Reject', done: 'Comment rejected.', undone: 'The comment is held for review again.' },
    feature: {
      label: 'Feature',
      done: 'The comment is an editors’ pick.',
      undone: 'The comment is no longer an editors’ pick.',
    },
    unfeature: {
      label: 'Stop featuring',
      done: 'The comment is no longer an editors’ pick.',
      undone: 'The comment is an editors’ pick again.',
    },
    hide: { label: 'Hide from readers', done: 'Comment hidden.', undone: 'Readers can see the comment again.' },
    unhide: {
      label: 'Show to readers',
      done: 'Readers can see the comment again.',
      undone: 'The comment is hidden again.',
    },
  },
  ban: {
    badge: 'Banned',
    label: (name) => `Ban ${name}`,
    question: (name) => `Ban ${name} from commenting?`,
    consequence: 'Banned readers can still read but can’t comment. Their existing comments stay up.',
    done: (name) => `${name} is banned from commenting.`,
    undone: (name) => `${name} can comment again.`,
  },
  actionFailed: (cause) => `Nothing was changed. ${cause}`,
  undoFailed: (cause) => `This wasn’t undone. ${cause}`,
  warning: 'The editors have a message for you',
  warningConsequence: 'Once you’ve read it, you can comment again.',
  acknowledge: 'I understand',
  acknowledged: 'Thank you. You can comment again.',
  acknowledgeFailed: (cause) => `We don’t know yet that you’ve read this. ${cause}`,
};

export default moderation;
