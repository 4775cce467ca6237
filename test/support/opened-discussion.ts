/** The schema of the response to `GET /discussion`, of which the http adapter knows only what it needs. */
import { info, offeredFeatures, page } from '../../src/model/contract/contract.js';
import { lenientList, object, optional, text } from '../../src/model/contract/schema.js';

export const offers = object({}, { ...offeredFeatures, operations: lenientList(text), signIn: object({ href: text }) });

export const openedDiscussion = object({ discussion: info, page, offers: optional(offers) }, { position: text });
