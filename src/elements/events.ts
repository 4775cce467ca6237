/**
 * The public events. They bubble and are composed. Events that report a result are dispatched after the backend has confirmed it;
 * events dispatched before an action are cancelable.
 */
import type { CommentsActionEvent } from './events/action-events.js';
import type { CommentsLoadEvent, CommentsErrorEvent, CommentsCountEvent } from './events/reading-events.js';
import type { CommentsEditEvent } from './events/edit-events.js';
import type { CommentsRemoveEvent } from './events/remove-events.js';
import type { CommentsBeforeReportEvent, CommentsReportEvent } from './events/report-events.js';
import type { CommentsVoteEvent } from './events/vote-events.js';
import type { CommentsBeforeSubmitEvent, CommentsSignInEvent, CommentsSubmitEvent } from './events/writing-events.js';

export * from './events/action-events.js';
export * from './events/edit-events.js';
export * from './events/reading-events.js';
export * from './events/remove-events.js';
export * from './events/report-events.js';
export * from './events/vote-events.js';
export * from './events/writing-events.js';

declare global {
  interface GlobalEventHandlersEventMap {
    'comments-load': CommentsLoadEvent;
    'comments-error': CommentsErrorEvent;
    'comments-count': CommentsCountEvent;
    'comments-action': CommentsActionEvent;
    'comments-before-submit': CommentsBeforeSubmitEvent;
    'comments-submit': CommentsSubmitEvent;
    'comments-before-report': CommentsBeforeReportEvent;
    'comments-report': CommentsReportEvent;
    'comments-vote': CommentsVoteEvent;
    'comments-edit': CommentsEditEvent;
    'comments-remove': CommentsRemoveEvent;
    'comments-sign-in': CommentsSignInEvent;
  }
}
