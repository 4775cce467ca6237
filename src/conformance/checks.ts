import type { Check } from './check.js';
import { abortChecks } from './checks/abort.js';
import { authorNameChecks } from './checks/text.js';
import { closedChecks } from './checks/closed.js';
import { commentModerationChecks } from './checks/comment-moderation.js';
import { countsChecks } from './checks/counts.js';
import { editChecks } from './checks/edit.js';
import { idempotencyChecks } from './checks/idempotency.js';
import { lookupChecks } from './checks/lookup.js';
import { moderationChecks } from './checks/moderation.js';
import { networkChecks } from './checks/network.js';
import { noticeChecks } from './checks/notices.js';
import { notifyChecks } from './checks/submit.js';
import { openAndListChecks } from './checks/open-and-list.js';
import { pagingChecks } from './checks/paging.js';
import { permissionChecks } from './checks/permissions.js';
import { removeAndRestoreChecks } from './checks/remove-and-restore.js';
import { repliesChecks } from './checks/replies.js';
import { reportChecks } from './checks/report.js';
import { statusChecks } from './checks/status.js';
import { filterChecks, sortOptionChecks } from './checks/orders-and-filters.js';
import { submitChecks } from './checks/submit.js';
import { subscribeChecks } from './checks/subscribe.js';
import { textChecks } from './checks/text.js';
import { tokenChecks } from './checks/token.js';
import { viewerChecks } from './checks/viewer.js';
import { voteChecks } from './checks/vote.js';

/** All checks, the most basic ones first. */
export const checks: readonly Check[] = [
  ...openAndListChecks,
  ...pagingChecks,
  ...sortOptionChecks,
  ...filterChecks,
  ...repliesChecks,
  ...lookupChecks,
  ...statusChecks,
  ...textChecks,
  ...authorNameChecks,
  ...submitChecks,
  ...notifyChecks,
  ...idempotencyChecks,
  ...abortChecks,
  ...networkChecks,
  ...editChecks,
  ...removeAndRestoreChecks,
  ...permissionChecks,
  ...voteChecks,
  ...reportChecks,
  ...noticeChecks,
  ...moderationChecks,
  ...commentModerationChecks,
  ...closedChecks,
  ...countsChecks,
  ...subscribeChecks,
  ...viewerChecks,
  ...tokenChecks,
];
