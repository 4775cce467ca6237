import type { Messages } from '../i18n/messages.js';
import en from './en.js';

/** British English: the words of `en`, but for what is said differently. Corrections by native readers are welcome. */
const enGB: Messages = {
  ...en,
  lang: 'en-GB',
  disabled: 'Comments are switched off for now.',
  causes: { ...en.causes, disabled: 'Comments are switched off for now.' },
};

export default enGB;
