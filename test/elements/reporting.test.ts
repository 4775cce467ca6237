import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type Report } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';

const two = {
  comments: [
    comment('First.', { author: { id: 'tom', name: 'Tom' } }),
    comment('Second.', { createdAt: '2026-11-24T10:05:00Z' }),
  ],
};

/** The button of one comment, under whatever name it has now. */
const buttonOf = async (page: CommentsPage, text: string): Promise<HTMLElement> => {
  const [button] = page.all('button', /^(Report as abuse|Reported):/, await page.comment(text));
  if (!button) throw new Error(`"${text}" has no button to report it.`);
  return button;
};

const pressKey = (key: string, target: Element | null, more: KeyboardEventInit = {}): void =>
  void target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );

describe('reporting a comment', () => {
  afterEach(unmountAll);

  it('opens in place, as one question with the usual reasons, and takes the focus', async () => {
    const page = await CommentsPage.open(memoryAdapter(two));
    const form = await page.startReport('First.');
    const question = page.all('group', 'Why are you reporting this comment?', form)[0];
    expect(
      page
        .all('radio', undefined, question)
        .map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent?.trim()),
    ).to.deep.equal([
      'Abusive or hateful',
      'Off topic or spam',
      'False or misleading',
      'Private information',
      'Illegal content',
      'Something else',
    ]);
    expect(page.isFocused(page.all('radio', 'Abusive or hateful', form)[0])).to.equal(true);
    expect((await buttonOf(page, 'First.')).getAttribute('aria-expanded')).to.equal('true');
    expect((await buttonOf(page, 'Second.')).getAttribute('aria-expanded')).to.equal('false');
  });

  it('asks for the backend’s own reasons, in its words or the usual ones', async () => {
    const reasons = [{ id: 'libel', label: 'It is libel' }, { id: 'spam' }, { id: 'x-17' }];
    const page = await CommentsPage.open(memoryAdapter({ ...two, features: { report: { reasons, detail: false } } }));
    const form = await page.startReport('First.');
    expect(
      page.all('radio', undefined, form).map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent?.trim()),
    ).to.deep.equal(['It is libel', 'Off topic or spam', 'x-17']);
    expect(page.all('textbox', undefined, form)).to.have.length(0);
  });

  it('closes with Escape, gives the focus back and keeps what was chosen and written', async () => {
    const page = await CommentsPage.open(memoryAdapter(two));
    await page.startReport('First.');
    await page.choose('False or misleading');
    await page.write('It was 1923.', await page.find('textbox', /^Tell the editors more/));
    pressKey('Escape', page.focused);
    await waitFor(async () => expect(page.isFocused(await buttonOf(page, 'First.'))).to.equal(true));
    expect(page.all('radio')).to.have.length(0);
    await page.startReport('First.');
    const chosen = page.get('radio', 'False or misleading') as HTMLInputElement;
    expect(chosen.checked).to.equal(true);
    expect((page.get('textbox', /^Tell the editors more/) as HTMLTextAreaElement).value).to.equal('It was 1923.');
    expect(page.isFocused(chosen), 'in a group of radio buttons the chosen one has the focus').to.equal(true);
  });

  it('closes with Cancel and with the button that opened it', async () => {
    const page = await CommentsPage.open(memoryAdapter(two));
    await page.startReport('First.');
    await page.press('Cancel');
    await waitFor(async () => expect(page.isFocused(await buttonOf(page, 'First.'))).to.equal(true));
    await page.startReport('First.');
    await page.press('Report as abuse', await page.comment('First.'));
    await waitFor(() => expect(page.all('radio')).to.have.length(0));
  });

  it('wants a reason, and says so', async () => {
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    await page.startReport('First.');
    await page.press('Send report');
    await page.find('group', 'Why are you reporting this comment?', { description: 'Choose a reason.' });
    expect(page.focused?.getAttribute('type')).to.equal('radio');
    expect(to('report')).to.have.length(0);
  });

  it('wants another reason where the one that was chosen before is not offered any more', async () => {
    const first = await CommentsPage.open(memoryAdapter(two));
    await first.startReport('First.');
    await first.choose(en.reasons.spam);
    first.element.remove();
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(
      adapter,
      {},
      { prepare: (element) => void (element.reportReasons = [{ id: 'rude', label: 'Rude' }]) },
    );
    await page.startReport('First.');
    await page.press('Send report');
    expect(await page.alert()).to.equal('Choose a reason.');
    await page.choose('Rude');
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report');
    expect(to('report').map(({ args }) => (args[1] as Report).reason)).to.deep.equal(['rude']);
  });

  it('wants a few words for "Something else", and says so at the text box', async () => {
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    await page.startReport('First.');
    await page.choose('Something else');
    await page.press('Send report');
    const detail = await page.find('textbox', 'Tell the editors more', {
      description: /Tell the editors what’s wrong\./,
    });
    expect(page.isFocused(detail)).to.equal(true);
    expect(detail.getAttribute('aria-invalid')).to.equal('true');
    expect(to('report')).to.have.length(0);
    await page.write('He threatens me.', detail);
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    expect(to('report')[0]?.args[1]).to.deep.include({
      id: 'First-',
      revision: '1',
      reason: 'other',
      detail: 'He threatens me.',
    } satisfies Report);
  });

  it('takes 500 characters, counts the last of them, and cuts nothing off', async () => {
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    await page.startReport('First.');
    await page.choose('Off topic or spam');
    const detail = await page.find('textbox', /^Tell the editors more/);
    await page.write('x'.repeat(450), detail);
    await page.says(en.charactersLeft(50, '50'));
    await page.write('x'.repeat(503), detail);
    await page.says(en.charactersOver(3, '3'));
    await page.press('Send report');
    await page.find('textbox', /^Tell the editors more/, { description: new RegExp(en.charactersOver(3, '3')) });
    expect(detail.getAttribute('aria-invalid')).to.equal('true');
    expect(page.isFocused(detail)).to.equal(true);
    expect((detail as HTMLTextAreaElement).value).to.have.length(503);
    expect(to('report')).to.have.length(0);
  });

  it('sends a text of exactly 500 characters, and does not count blanks around it', async () => {
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    await page.startReport('First.');
    await page.choose('Off topic or spam');
    await page.write(` ${'x'.repeat(500)}\n`, await page.find('textbox', /^Tell the editors more/));
    await page.says('0 characters left');
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report');
    expect(to('report').map(({ args }) => (args[1] as Report).detail)).to.deep.equal(['x'.repeat(500)]);
  });

  it('says "Reported" only when the backend has answered, names the reference, and tells the page', async () => {
    const gate = held();
    const memory = memoryAdapter(two);
    const page = await CommentsPage.open(heldUp(memory, 'report', gate.promise));
    const reports = page.listen('comments-report');
    await page.startReport('First.');
    await page.choose('Abusive or hateful');
    await page.press('Send report');
    const busy = await page.findBusyButton();
    busy.click();
    await neverHappens(() => reports);
    expect(page.all('button', 'Reported')).to.have.length(0);
    gate.release();
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    await waitFor(() => expect(page.announced).to.equal('Thank you. We’ve received your report (reference R-1001).'));
    expect(page.all('button', 'Reported', await page.comment('First.'))).to.have.length(1);
    expect(page.all('button', 'Reported')).to.have.length(1);
    expect(reports.map(({ report, receipt }) => [report.reason, receipt.reference])).to.deep.equal([
      ['abuse', 'R-1001'],
    ]);
    expect(memory.reports('pier')).to.have.length(1);
    expect((await page.comment('First.')).contains(page.focused), 'the focus is on the receipt').to.equal(true);
    await page.press('Close');
    await waitFor(async () => expect(page.isFocused(await buttonOf(page, 'First.'))).to.equal(true));
  });

  it('leaves the reported comment where it is', async () => {
    const page = await CommentsPage.open(memoryAdapter(two));
    await page.startReport('First.');
    await page.choose('Abusive or hateful');
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    expect(page.texts).to.deep.equal(['First.', 'Second.']);
  });

  it('says why it failed, keeps reason and text, and sends the same again', async () => {
    const memory = memoryAdapter({
      ...two,
      faults: ({ method, attempt }) => (method === 'report' && attempt === 1 ? new AdapterError('network') : undefined),
    });
    const { adapter, to } = watched(memory);
    const page = await CommentsPage.open(adapter);
    const reports = page.listen('comments-report');
    const errors = page.listen('comments-error');
    await page.startReport('First.');
    await page.choose('Illegal content');
    await page.write('See line two.', await page.find('textbox', /^Tell the editors more/));
    await page.press('Send report');
    expect(await page.alert()).to.contain(
      'We couldn’t reach the site, so we can’t tell whether your report was sent. Try again: it won’t be sent twice.',
    );
    expect((page.get('radio', 'Illegal content') as HTMLInputElement).checked).to.equal(true);
    expect((page.get('textbox', /^Tell the editors more/) as HTMLTextAreaElement).value).to.equal('See line two.');
    expect(page.all('button', 'Reported')).to.have.length(0);
    expect(errors.map(({ action, error }) => [action, error.kind])).to.deep.equal([['report', 'network']]);
    expect(reports).to.have.length(0);
    await page.press('Try again');
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    expect(memory.reports('pier').map(({ reason, detail }) => [reason, detail])).to.deep.equal([
      ['illegal', 'See line two.'],
    ]);
    expect(reports).to.have.length(1);
    const keys = to('report').map(({ args }) => (args[1] as Report).key);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.match(/^[\da-f-]{36}$/);
    expect(keys[1], 'one report').to.equal(keys[0]);
  });

  it('is thanked for when the first attempt had arrived, though nobody could know', async () => {
    const earlier = { ...memoryAdapter(two), report: async () => ({ alreadyReported: true }) };
    let attempts = 0;
    const page = await CommentsPage.open({
      ...earlier,
      report: async () => {
        if (attempts++ === 0) throw new AdapterError('timeout');
        return earlier.report();
      },
    });
    await page.startReport('First.');
    await page.choose('Illegal content');
    await page.press('Send report');
    expect(await page.alert()).to.contain(
      'The site took too long to respond, so we can’t tell whether your report was sent. Try again: it won’t be sent twice.',
    );
    await page.press('Try again');
    await page.says('Thank you. We’ve received your report');
    expect(page.isSaying('You’ve reported this comment.')).to.equal(false);
  });

  it('is not called unsent when a second attempt is refused, as the first may have arrived', async () => {
    const errors = [new AdapterError('timeout'), new AdapterError('forbidden')];
    const page = await CommentsPage.open({
      ...memoryAdapter(two),
      report: async () => {
        throw errors.shift()!;
      },
    });
    await page.startReport('First.');
    await page.choose('Illegal content');
    await page.press('Send report');
    const uncertain = 'so we can’t tell whether your report was sent. Try again: it won’t be sent twice.';
    expect(await page.alert()).to.equal(`The site took too long to respond, ${uncertain}`);
    await page.press('Try again');
    await waitFor(async () =>
      expect(await page.alert()).to.equal(`You don’t have permission to do this, ${uncertain}`),
    );
    expect(page.isSaying('Your report wasn’t sent.')).to.equal(false);
  });

  it('keeps the focus when it is sent from the reasons and fails', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        ...two,
        delay: (method) => (method === 'report' ? 50 : 0),
        faults: ({ method }) => (method === 'report' ? new AdapterError('network') : undefined),
      }),
    );
    await page.startReport('First.');
    await page.choose('Illegal content');
    const chosen = page.get('radio', 'Illegal content');
    chosen.focus();
    pressKey('Enter', chosen, { ctrlKey: true });
    await page.alert();
    expect(page.focused, 'a radio button that is switched off drops the focus').to.not.equal(null);
  });

  it('lets the page keep a report back', async () => {
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    const asked: Report[] = [];
    page.element.addEventListener('comments-before-report', (event) => {
      asked.push(event.report);
      event.preventDefault();
    });
    await page.startReport('First.');
    await page.choose('Illegal content');
    await page.press('Send report');
    expect(asked).to.have.length(1);
    expect(asked[0]).to.deep.include({ id: 'First-', revision: '1', reason: 'illegal' });
    await neverHappens(() => to('report'));
    expect((page.get('radio', 'Illegal content') as HTMLInputElement).checked).to.equal(true);
  });

  it('is one form at a time', async () => {
    const page = await CommentsPage.open(memoryAdapter(two));
    await page.startReport('First.');
    const form = await page.startReport('Second.');
    expect(page.all('group', 'Why are you reporting this comment?')).to.have.length(1);
    expect(form.contains(page.focused)).to.equal(true);
  });
});

describe('a comment that has been reported', () => {
  afterEach(unmountAll);

  it('is known as such on load, where the backend tells', async () => {
    const page = await CommentsPage.open({
      ...memoryAdapter({ comments: [comment('First.', { reported: true })] }),
    });
    await page.press('Reported', await page.comment('First.'));
    await page.says('You’ve reported this comment.');
    expect((await page.comment('First.')).contains(page.focused)).to.equal(true);
  });

  it('stays reported after a reload', async () => {
    const memory = memoryAdapter(two);
    await memory.report?.(
      { key: 'pier', url: '' },
      { id: 'First-', reason: 'spam' },
      { signal: new AbortController().signal },
    );
    const page = await CommentsPage.open(memory);
    expect((await buttonOf(page, 'First.')).textContent?.trim()).to.equal('Reported');
    expect((await buttonOf(page, 'Second.')).textContent?.trim()).to.equal('Report as abuse');
  });

  it('can have its report withdrawn, which is said; a failure of that, too', async () => {
    const memory = memoryAdapter({
      ...two,
      faults: ({ method, attempt }) =>
        method === 'withdrawReport' && attempt === 1 ? new AdapterError('timeout') : undefined,
    });
    const page = await CommentsPage.open(memory);
    await page.startReport('First.');
    await page.choose('Abusive or hateful');
    await page.press('Send report');
    await page.press('Withdraw report');
    expect(await page.alert()).to.contain(
      'The site took too long to respond, so we can’t tell whether this was done. It’s safe to try again.',
    );
    expect(page.all('button', 'Reported')).to.have.length(1);
    await page.press('Withdraw report');
    await waitFor(() => expect(page.announced).to.equal('Your report was withdrawn.'));
    await waitFor(async () => expect(page.isFocused(await buttonOf(page, 'First.'))).to.equal(true));
    expect((await buttonOf(page, 'First.')).textContent?.trim()).to.equal('Report as abuse');
    expect(memory.reports('pier')).to.have.length(0);
  });

  it('has no way to withdraw where the backend has none', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...two, without: ['withdrawReport'] }));
    await page.startReport('First.');
    await page.choose('Abusive or hateful');
    await page.press('Send report');
    await page.find('button', 'Close');
    expect(page.all('button', 'Withdraw report')).to.have.length(0);
  });
});
