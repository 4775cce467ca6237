import type { Messages } from '../i18n/messages.js';
import { reading } from './en/reading.js';
import { writing } from './en/writing.js';

const en: Messages = { ...reading, ...writing };

export default en;
