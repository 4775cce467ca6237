/** Loaded when a hundred comments are. */
import { RestOfPage } from './finding/rest-of-page.js';
import { LongThreads } from './following/long-threads.js';

export const features = [LongThreads, RestOfPage] as const;
