import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { newDraft, send } from '../posting.js';

export const notifyChecks = [
  defineCheck({
    name: 'notify: accepts both true and false',
    rule: 'posting.notify is "on", "off" or absent. Unless it is absent, submit() accepts drafts with notify true and with notify false.',
    hint:
      'posting.notify holds the backend’s own value, such as true, or the backend rejects a field that it does not know. Omit ' +
      'posting.notify if the backend sends no notifications.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { posting } = await context.discussionInfo(context.adapter);
      const offer: unknown = posting?.notify;
      if (offer === undefined)
        context.skip('The discussion offers no notifications of replies (DiscussionInfo.posting.notify).');
      if (offer !== 'on' && offer !== 'off')
        context.fail({ did: 'open()', expected: 'posting.notify to be "on", "off" or absent', got: inspect(offer) });
      for (const notify of [true, false]) {
        const { outcome } = await send(context, { ...(await newDraft(context)), notify });
        if (outcome === 'rejected')
          context.fail({
            did: `submit() with notify ${notify}`,
            expected: 'the comment to be accepted',
            got: inspect(outcome),
          });
      }
    },
  }),
];
