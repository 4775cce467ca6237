import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Challenge, type Draft } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';

/** Opens a section, types and presses the button. */
async function post(text: string, options: MemoryOptions): Promise<CommentsPage & { sent: () => Draft[] }> {
  const { adapter, to } = watched(memoryAdapter(options));
  const page = await CommentsPage.open(adapter);
  await page.turnToForm();
  await page.write(text);
  await page.press('Post comment');
  return Object.assign(page, { sent: () => to('submit').map(({ args }) => args[0] as Draft) });
}

/** Asks for an answer until the draft brings it. */
const challenged =
  (challenge: Challenge, answer: string): MemoryOptions['moderate'] =>
  ({ confirm }) => {
    if (confirm !== answer) throw new AdapterError('confirm', '', { stored: 'no', challenge });
    return { outcome: 'published' };
  };

describe('what becomes of a posted comment', () => {
  let clock: FakeClock | undefined;
  afterEach(() => {
    unmountAll();
    clock?.uninstall();
    clock = undefined;
  });

  it('may be that it is held: its author sees it, told apart, and it does not count', async () => {
    const page = await post('Hold me.', { comments: [comment('First.')], moderate: () => ({ outcome: 'pending' }) });
    await waitFor(() =>
      expect(page.announced).to.equal('Your comment is waiting for review. For now, only you can see it.'),
    );
    expect((await page.comment('Hold me.')).textContent).to.contain('Waiting for review: only you can see it');
    expect(page.get('heading', 'Comments (1)')).to.exist;
    expect(page.textBox.value).to.equal('');
  });

  it('may be that it is refused for a reason: the text stays, to be changed', async () => {
    const page = await post('Buy now!', { moderate: () => ({ outcome: 'rejected', reason: 'No advertising.' }) });
    expect(await page.alert()).to.equal(
      'Your comment wasn’t accepted. No advertising. You can change it and post it again. Your draft is saved.',
    );
    expect(page.textBox.value).to.equal('Buy now!');
    expect(page.texts).to.deep.equal([]);
    // To try the same again would be refused again.
    expect(page.all('button', 'Try again')).to.have.length(0);
    expect(page.all('button', 'Post comment')).to.have.length(1);
  });

  it('may be that it is refused in words without a full stop', async () => {
    const page = await post('Buy now!', { moderate: () => ({ outcome: 'rejected', reason: 'No advertising' }) });
    expect(await page.alert()).to.contain(
      'Your comment wasn’t accepted. No advertising. You can change it and post it again.',
    );
  });

  it('may be that it is taken but shown to nobody, which is said', async () => {
    const page = await post('Ghost.', { moderate: () => ({ outcome: 'invisible' }) });
    await page.says('We’ve received your comment, but it isn’t public.');
  });

  it('may be a question whether to reconsider, with a way to post all the same', async () => {
    const challenge: Challenge = { type: 'reconsider', message: 'This sounds angry.', token: 'sure' };
    const page = await post('Grr.', { moderate: challenged(challenge, 'sure') });
    expect(await page.alert()).to.contain('This sounds angry.');
    expect(page.textBox.value).to.equal('Grr.');
    await page.press('Post anyway');
    await page.comment('Grr.');
    const [first, second] = page.sent();
    expect(second?.submitKey).to.equal(first?.submitKey);
  });

  it('may be a question that only a person can answer', async () => {
    const page = await post('Human.', {
      moderate: challenged({ type: 'captcha', question: 'How many legs has a cat?' }, '4'),
    });
    const answer = await page.find('textbox', 'Your answer');
    expect(page.isSaying('How many legs has a cat?')).to.equal(true);
    await page.write('4', answer);
    await page.press('Post comment');
    await page.comment('Human.');
    expect(page.sent().map(({ confirm }) => confirm)).to.deep.equal([undefined, '4']);
  });

  it('is not left unsaid when it is a question: the reader hears it, or is taken to it', async () => {
    const page = await post('Human.', {
      moderate: challenged({ type: 'captcha', question: 'How many legs has a cat?' }, '4'),
    });
    const answer = await page.find('textbox', 'Your answer', { description: 'How many legs has a cat?' });
    await waitFor(() => expect(page.isFocused(answer)).to.equal(true));
    expect((await page.alert()).trim(), 'without the label of the field').to.equal('How many legs has a cat?');
  });

  it('calls no address of a picture that others chose', async () => {
    const page = await post('Human.', {
      moderate: challenged({ type: 'captcha', image: 'https://spy.example/pixel.png', question: 'What is it?' }, 'x'),
    });
    await page.says('What is it?');
    expect(page.all('img')).to.have.length(0);
  });

  it('may be that it came too soon: the wait is counted down, told at the button and announced when it is over', async () => {
    clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    const page = await post('Too soon.', {
      faults: ({ method, attempt }) =>
        method === 'submit' && attempt === 1
          ? new AdapterError('rate-limited', '', { retryAfter: 90, stored: 'no' })
          : undefined,
    });
    await page.says('You can post again in 2 minutes.');
    const button = page.get('button', /Try again|Post comment/);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await clock.advance(48_000);
    await page.says('You can post again in 42 seconds.');
    button.click();
    await waitFor(() => expect(page.announced).to.equal('You can post again in 42 seconds.'));
    expect(page.sent()).to.have.length(1);
    await clock.advance(42_000);
    await waitFor(() => expect(page.announced).to.equal('You can post again now.'));
    expect(button.getAttribute('aria-disabled')).to.equal('false');
    button.click();
    await page.comment('Too soon.');
  });

  it('can be tried again at once where it is the backend that needs a while', async () => {
    const page = await post('Patience.', {
      faults: ({ method, attempt }) =>
        method === 'submit' && attempt === 1
          ? new AdapterError('unavailable', '', { retryAfter: 90, stored: 'no' })
          : undefined,
    });
    await page.alert();
    expect(page.isSaying('You can post again')).to.equal(false);
    expect(page.get('button', 'Try again').getAttribute('aria-disabled')).not.to.equal('true');
    await page.press('Try again');
    await page.comment('Patience.');
  });

  it('is a refusal because the discussion has closed: the text stays and can be copied', async () => {
    const page = await post('Too late.', {
      faults: ({ method }) => (method === 'submit' ? new AdapterError('closed', '', { stored: 'no' }) : undefined),
    });
    await page.says('Comments are closed. We accept them for a limited time after publication.');
    expect(page.textBox.value).to.equal('Too late.');
    expect(page.textBox.readOnly).to.equal(true);
    expect(await page.find('button', 'Copy text')).to.exist;
    expect(page.all('button', 'Post comment')).to.have.length(0);
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Comments are now closed. You can still copy your text.'));
  });

  it('is not called "not posted" where the backend already holds the same comment', async () => {
    const page = await post('Said before.', {
      faults: ({ method }) => (method === 'submit' ? new AdapterError('duplicate') : undefined),
    });
    expect(await page.alert()).to.contain('You’ve already posted this. There’s no need to post it again.');
    expect(page.textBox.value).to.equal('Said before.');
  });

  it('is told in the backend’s own words where those say more', async () => {
    const page = await post('Hello.', {
      faults: ({ method }) =>
        method === 'submit' ? new AdapterError('blocked', 'Your network is blocked.') : undefined,
    });
    expect(await page.alert()).to.contain('Your comment wasn’t posted. Your network is blocked');
  });
});

describe('what is checked before a comment is sent', () => {
  afterEach(unmountAll);

  it('is that there is any text, said at the text box, which has the focus', async () => {
    const page = await post('   ', {});
    await page.says('Write a comment first.');
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(
      page.get('textbox', 'Your comment', { description: /Write a comment first\./ }).getAttribute('aria-invalid'),
    ).to.equal('true');
    await page.write('Now.');
    await waitFor(() => expect(page.textBox.getAttribute('aria-invalid')).to.equal('false'));
  });

  it('is the least length', async () => {
    const page = await post('Short', { info: { posting: { min: 20 } } });
    await page.says('Write at least 20 characters.');
    expect(page.sent()).to.have.length(0);
  });

  it('is the length, counted as the backend counts; nothing is cut off', async () => {
    const page = await post('ä'.repeat(60), { info: { posting: { max: { value: 100, unit: 'bytes' } } } });
    await page.says(en.charactersOver(20, '20'));
    expect(page.timesSaid(en.charactersOver(20, '20'))).to.equal(1);
    expect(page.textBox.value).to.have.length(60);
    expect(page.textBox.maxLength).to.equal(-1);
    expect(page.sent()).to.have.length(0);
    await page.write('ä'.repeat(45));
    await page.says(en.charactersLeft(10, '10'));
    await page.write('ä'.repeat(10));
    await waitFor(() => expect(page.isSaying('characters left')).to.equal(false));
  });

  it('promises to show no address only where the backend does', async () => {
    const field = async (neverShown?: boolean) => {
      const email = { required: false, ...(neverShown !== undefined && { neverShown }) };
      const page = await CommentsPage.open(memoryAdapter({ info: { posting: { guest: { email } } } }));
      await page.beginToWrite();
      return page.find('textbox', /^Email/, { description: neverShown ? en.guestEmailHint : '' });
    };
    expect(await field()).to.exist;
    expect(await field(true)).to.exist;
  });

  it('is what a guest is asked for, in words at each field, with the first wrong one in focus', async () => {
    const guest = { name: { required: true }, email: { required: true }, website: { required: false } };
    const page = await post('From a guest.', { info: { posting: { guest } } });
    const name = await page.find('textbox', 'Name', { description: 'Enter your name.' });
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    const email = page.get('textbox', 'Email', { description: 'Enter your email address.' });
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    expect(page.isFocused(page.get('textbox', 'Name'))).to.equal(true);
    await page.write('Grace', page.get('textbox', 'Name'));
    await page.write('grace@', page.get('textbox', 'Email'));
    await page.write('grace', page.get('textbox', /^Website/));
    await page.press('Post comment');
    await page.find('textbox', 'Email', { description: 'Enter an email address like name@example.com.' });
    expect(page.get('textbox', /^Website/, { description: 'Enter a web address like https://example.com.' })).to.exist;
    expect(page.isFocused(page.get('textbox', 'Email'))).to.equal(true);
    expect(page.sent()).to.have.length(0);
    await page.write('grace@navy.example', page.get('textbox', 'Email'));
    await page.write('https://grace.example', page.get('textbox', /^Website/));
    await page.press('Post comment');
    await page.find('article', 'Grace');
    expect(page.sent()[0]?.guest).to.deep.equal({
      name: 'Grace',
      email: 'grace@navy.example',
      website: 'https://grace.example',
    });
  });

  it('is told at the field that the backend refuses', async () => {
    const page = await post('Mail.', {
      info: { posting: { guest: { email: { required: true } } } },
      faults: ({ method }) =>
        method === 'submit'
          ? new AdapterError('invalid', 'This address does not exist.', { field: 'email', stored: 'no' })
          : undefined,
    });
    await page.write('grace@navy.example', await page.find('textbox', 'Email'));
    await page.press('Post comment');
    expect(await page.alert()).to.contain('This address does not exist.');
    expect(page.get('textbox', 'Email').getAttribute('aria-invalid'), 'the contract names the field at fault').to.equal(
      'true',
    );
  });
});
