/** What loads further comments into the list. Loaded on the first such press. */
import { LoadAll } from './finding/load-all.js';
import { LoadPages } from './finding/load-pages.js';

export const features = [LoadPages, LoadAll] as const;
