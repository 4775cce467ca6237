/** With a real pointer: one press is enough, and it can still be taken back. */
import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { memoryAdapter } from '../../src/adapters/memory.js';
import '../../src/elements/changing.js';
import '../../src/elements/composing/composer.js';
import '../../src/elements/features.js';
import '../../src/elements/loading.js';
import '../../src/elements/menu.js';
import '../../src/elements/reporting/index.js';
import '../../src/elements/voting/index.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';

async function moveTo(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
}

describe('a press with a pointer', () => {
  afterEach(async () => {
    await resetMouse();
    unmountAll();
  });

  it('acts when it is released, as a single one, and not when it has left the button', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    const report = await page.find('button', 'Report as abuse');
    await moveTo(report);
    await sendMouse({ type: 'down' });
    await moveTo(page.get('heading', /Comments/));
    await sendMouse({ type: 'up' });
    expect(report.getAttribute('aria-expanded')).to.equal('false');

    await moveTo(report);
    await sendMouse({ type: 'down' });
    expect(report.getAttribute('aria-expanded')).to.equal('false');
    await sendMouse({ type: 'up' });
    await page.find('group', en.reportReason);
    expect(page.get('button', 'Report as abuse').getAttribute('aria-expanded')).to.equal('true');
  });
});
