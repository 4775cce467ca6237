/** A reader's visit to a long discussion with a long branch, at full speed: how long the page is deaf at each step of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { branchReplies } from './comments.mjs';
import { missedByFind } from './find-in-page.mjs';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { kindsOfEvents } from './live-cost.mjs';
import { installLiveEvents } from './live-events.mjs';
import { longestTasks, markOf, startTrace } from './task-trace.mjs';
import { goToComposer, typeKeys } from './typing.mjs';

/** Milliseconds after each step for what it leaves to do. */
const settling = 700;

/** Twenty events a second from others, for as long as the reader types. */
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

/** Presses the button that folds a branch, or unfolds it, and waits until so many comments are shown. */
async function fold({ page, client }, button, shown) {
  const { x, y } = await evaluate(client, `(({ x, y }) => ({ x, y }))(${button}.getBoundingClientRect())`);
  await page.mouse.click(x + 5, y + 5);
  await evaluate(client, `live.until(() => benchmark.shownCount() === ${shown}, 'The branch is as it was')`);
}

/** Answers `{ steps, missed }`: the longest tasks, and how many comments find-in-page misses. */
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
    await step('listening begins', () => evaluate(client, 'live.ready()'));
    await step('other order', () => chooseOrder(client, 'newest'));
    await step('order of before', () => chooseOrder(client, 'oldest'));
    const button = `live.find('#comment-${branch} [part~=collapse]')`;
    await step('branch scrolled to', () => evaluate(client, `${button}.scrollIntoView({ block: 'center' })`));
    await step(`branch of ${branchReplies} folded`, () => fold({ page, client }, button, target.count - branchReplies));
    await step('branch unfolded', () => fold({ page, client }, button, target.count));
    await step('composer entered', () => goToComposer(page, client));
    await step('typing, 20 live events a second', async () => {
      const told = evaluate(client, `live.tellOf(${JSON.stringify(kindsOfEvents)}, ${liveEvents}, ${livePause})`);
      await typeKeys(page, keys);
      await told;
    });
    await evaluate(client, markOf('end'));

    const steps = (await longestTasks(browser)).filter(({ step: name }) => name !== 'end');
    return { steps, missed: await evaluate(client, `(${missedByFind})()`) };
  });
}
