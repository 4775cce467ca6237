import en from '../../src/locales/en.js';
import { wholeLocale } from './whole-locale.js';

/** All messages in English. */
export default await wholeLocale(en);
