import { DraftStore } from '../../model/drafts/draft-store.js';
import { pageStorage } from './page-storage.js';

/** The drafts of all sections on the page, so that no two forms write the same draft. */
export const drafts = new DraftStore(pageStorage);
