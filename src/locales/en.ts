import type { Messages } from '../i18n/messages.js';
import { browsing } from './en/browsing.js';
import { moderating } from './en/moderating.js';
import { reading } from './en/reading.js';
import { writing } from './en/writing.js';

/** English. */
const en: Messages = { ...reading, ...browsing, ...writing, ...moderating };

export default en;
