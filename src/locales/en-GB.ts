import type { LocaleMessages } from '../i18n/messages.js';

/** British English: what is said differently there; all else is as in `en`. Corrections by native readers are welcome. */
const enGB: LocaleMessages = {
  lang: 'en-GB',
  disabled: 'Comments are switched off for now.',
  causes: { disabled: 'Comments are switched off for now.' },
  legal: { goodFaithMissing: 'Tick this box to send your notice.' },
};

export default enGB;
