import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { newDraft, send } from '../posting.js';

export const notifyChecks = [
  defineCheck({
    name: 'notify: accepts both true and false',
    rule:
      'Where posting.notify is "on" or "off", submit() takes a draft with notify true and one with notify false. Where it is ' +
      'absent, nothing is offered.',
    hint:
      'posting.notify holds the backend’s own value, such as true, or the backend rejects a field that it does not know. Leave ' +
      'posting.notify out where nobody can be told of replies.',
    async test(context: CheckContext) {
      await context.require('submit');
      const { posting } = await context.discussionInfo(context.adapter);
      const offer: unknown = posting?.notify;
      if (offer === undefined)
        context.skip('The discussion does not offer to tell of replies (DiscussionInfo.posting.notify).');
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
