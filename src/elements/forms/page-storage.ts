import { DraftStorage } from '../../model/drafts/draft-storage.js';

/** Where all forms of this page keep drafts. */
export const pageStorage = new DraftStorage(
  () => localStorage,
  () => sessionStorage,
);
