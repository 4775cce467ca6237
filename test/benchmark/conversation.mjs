/** A reader's visit to a long discussion with a long branch, at full speed: how long each step blocks the main thread. */
import { setTimeout as sleep } from 'node:timers/promises';
import { branchReplies } from './comments.mjs';
import { missedByFind } from './find-in-page.mjs';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { kindsOfEvents } from './live-cost.mjs';
import { installLiveEvents } from './live-events.mjs';
import { longestTasks, markOf, startTrace } from './task-trace.mjs';
import { goToComposer, typeKeys } from './typing.mjs';

/** Milliseconds after each step for follow-up work. */
const settling = 700;

/** Twenty live events per second while the reader types. */
const liveEvents = 60;
const livePause = 50;
const keys = 50;

async function chooseOrder(client, order) {
  const first = await evaluate(client, `live.find('[part=list] li').id`);
  await evaluate(
    client,
    `{ const select = live.find('[part=select]'); select.value = '${order}'; select.dispatchEvent(new Event('change')); }
    live.until(() => live.find('[part=list] li').id !== '${first}', 'The order is the same')`,
  );
}

/** Presses the button that collapses or expands a branch, and waits until `shown` comments are left. */
async function toggleBranch({ page, client }, button, shown) {
  const { x, y } = await evaluate(client, `(({ x, y }) => ({ x, y }))(${button}.getBoundingClientRect())`);
  await page.mouse.click(x + 5, y + 5);
  await evaluate(client, `live.until(() => benchmark.shownCount() === ${shown}, 'The branch has not changed')`);
}

/** Returns `{ steps, missed }`: the longest task of each step, and how many comments find-in-page misses. */
export async function takeConversation(browser, { branch, ...target }) {
  const scripts = [`(${installLiveEvents})();`];
  await startTrace(browser);
  return withPage(browser, { ...target, scripts }, async ({ page, client }) => {
    const step = async (name, act) => {
      await evaluate(client, markOf(name));
      await act();
      await evaluate(client, 'benchmark.twoFrames()');
      await sleep(settling);
    };

    await step('opened', () => allVisible(client, target.count));
    await step('live updates started', () => evaluate(client, 'live.ready()'));
    await step('order changed', () => chooseOrder(client, 'newest'));
    await step('order changed back', () => chooseOrder(client, 'oldest'));
    const button = `live.find('#comment-${branch} [part~=collapse]')`;
    await step('branch scrolled to', () => evaluate(client, `${button}.scrollIntoView({ block: 'center' })`));
    await step(`branch of ${branchReplies} collapsed`, () =>
      toggleBranch({ page, client }, button, target.count - branchReplies),
    );
    await step('branch expanded', () => toggleBranch({ page, client }, button, target.count));
    await step('composer focused', () => goToComposer(page, client));
    await step('typing, 20 live events per second', async () => {
      const sending = evaluate(client, `live.send(${JSON.stringify(kindsOfEvents)}, ${liveEvents}, ${livePause})`);
      await typeKeys(page, keys);
      await sending;
    });
    await evaluate(client, markOf('end'));

    const steps = (await longestTasks(browser)).filter(({ step: name }) => name !== 'end');
    return { steps, missed: await evaluate(client, `(${missedByFind})()`) };
  });
}
