import type { Messages } from '../i18n/messages.js';
import { browsing } from './en/browsing.js';
import { reading } from './en/reading.js';
import { writing } from './en/writing.js';

/** English. */
const en: Messages = { ...reading, ...browsing, ...writing };

export default en;
