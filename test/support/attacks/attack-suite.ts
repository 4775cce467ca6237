/** Checks that no attack gets through the files for a script tag, wherever a backend or a writer may put it. */
import { expect } from 'chai';
import type { ArticleComments } from '../../../src/elements/article-comments.js';
import type { Body, Challenge } from '../../../src/model/adapter.js';
import type { Attack } from './attacks.js';
import type { Findings } from './probe.js';
import { adapter, AttackedPage, comment, type Answers } from './attacked-page.js';
import { closeAll } from '../framed-page.js';

const nothing: Findings = { ran: [], requests: [], forbidden: [] };
const formats: readonly Body['format'][] = ['text', 'markdown', 'html'];
const rows = 'article[part~=comment]';

/** Presses the button of the form that is to be sent. */
function send(forms: readonly HTMLFormElement[]): void {
  for (const form of forms) form.requestSubmit();
}

/** Writes something harmless into each discussion and sends it. */
async function post(page: AttackedPage, elements: readonly ArticleComments[]): Promise<void> {
  const boxes = await page.shows<HTMLTextAreaElement>(elements, 'textarea');
  for (const box of boxes) {
    box.focus();
    box.value = 'Hello.';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  // The form is another one once its code is there.
  await page.shows(elements, '[part~=composer-foot]');
  send(await page.shows<HTMLFormElement>(elements, '[part~=composer] form'));
}

/** Opens the report form of the first comment of each discussion. */
async function startReport(
  page: AttackedPage,
  elements: readonly ArticleComments[],
): Promise<readonly HTMLFormElement[]> {
  for (const button of await page.shows(elements, 'button[part~=report]')) button.click();
  return page.shows<HTMLFormElement>(elements, '[part~=report-form] form');
}

/** Each attack stands where it was put, letter by letter but for white space: what was left out would be attacked by nobody. */
function expectShown(elements: readonly ArticleComments[], attacks: readonly Attack[], selector: string): void {
  const bare = (text: string | null | undefined) => (text ?? '').replaceAll(/[\s.\u2066-\u2069]+/g, '');
  for (const [index, element] of elements.entries()) {
    const shown = [...(element.shadowRoot?.querySelectorAll(selector) ?? [])]
      .map(({ textContent }) => bare(textContent))
      .join();
    expect(shown, selector).to.contain(bare(attacks[index]?.text));
  }
}

export interface AttackSuite {
  /** The file that the page loads. */
  readonly kind: 'module' | 'classic';
  /** Attacks that stand together in one discussion. */
  readonly together: readonly Attack[];
  /** Attacks that take a discussion each, hundreds of which take seconds. */
  readonly apart: readonly Attack[];
}

/** Declares the tests of one file. */
export function declareAttacks({ kind, together, apart }: AttackSuite): void {
  describe(`attacks on the ${kind} for a script tag neither run nor phone home nor leave anything behind`, function () {
    // Hundreds of discussions are opened at once.
    this.timeout(30_000);
    let page: AttackedPage;

    beforeEach(async () => {
      page = await AttackedPage.open(`attacked-${kind}`);
    });
    afterEach(closeAll);

    /** Nothing came of the attacks that each discussion shows at `selector`, whoever points at it and clicks. */
    async function expectNothing(elements: readonly ArticleComments[], selector: string): Promise<void> {
      expect(await page.findings(elements, selector)).to.deep.equal(nothing);
      expect(page.frame.window.location.pathname).to.equal(`/test/pages/attacked-${kind}.html`);
      expect(page.frame.watched.errors).to.deep.equal([]);
    }

    for (const format of formats) {
      it(`disarms attacks in ${format} bodies`, async () => {
        const comments = together.map(({ text: value }, index) => comment(index, { body: { format, value } }));
        const elements = await page.mount([adapter({ comments })], `${rows}:nth-of-type(1)`);
        expect(elements[0]?.shadowRoot?.querySelectorAll(rows)).to.have.length(together.length);
        await expectNothing(elements, '[part~=body]');
      });

      it(`disarms attacks in ${format} house rules`, async () => {
        const answers = (value: string): Answers => ({ info: { policy: { body: { format, value }, url: value } } });
        await expectNothing(await page.mountEach(apart, answers, '[part=list]'), '[part~=policy]');
      });
    }

    it('disarms attacks in names, addresses and badges of authors, and in ids', async () => {
      const comments = together.map(({ text }, index) =>
        comment(index, {
          id: text,
          author: { id: text, name: text, url: text, avatar: text, badges: [text as 'staff'] },
          replyTo: { id: text, name: text },
          permalink: text,
        }),
      );
      const elements = await page.mount([adapter({ comments })], rows);
      // A name that is another address than its target is followed by that.
      const shown = [...(elements[0]?.shadowRoot?.querySelectorAll('[part~=author]') ?? [])].map(({ textContent }) =>
        textContent.replace(/ \(\u2066\S+\u2069\)$/, ''),
      );
      expect(shown).to.deep.equal(together.map(({ text }) => text));
      await expectNothing(elements, 'header');
    });

    // What follows is the same code in both files, and only shown as text; the sanitiser is what a build could spoil.
    if (kind === 'classic') return;

    for (const state of ['closed', 'disabled', 'missing'] as const) {
      it(`disarms attacks in the message of a ${state} discussion`, async () => {
        const elements = await page.mountEach(
          apart,
          (stateMessage) => ({ info: { state, stateMessage } }),
          '[part=closed]',
        );
        expectShown(elements, apart, '[part=closed]');
        await expectNothing(elements, '[part=closed]');
      });
    }

    it('disarms attacks in the error of a discussion that could not be loaded', async () => {
      const fail = (text: string) => async () => Promise.reject(page.error('unavailable', text));
      const elements = await page.mountEach(
        apart,
        (text) => ({ more: { open: fail(text), list: fail(text) } }),
        '[part=failure]',
      );
      expectShown(elements, apart, '[part=failure]');
      await expectNothing(elements, '[part=failure] p');
    });

    it('disarms attacks in the refusal of a reader', async () => {
      const answers = (text: string): Answers => ({
        info: { posting: { refusal: { reason: 'other', message: text, href: text } } },
        more: { submit: async () => ({ outcome: 'published' }) },
      });
      const elements = await page.mountEach(apart, answers, '[part=refusal]');
      expectShown(elements, apart, '[part=refusal]');
      await expectNothing(elements, '[part=refusal]');
    });

    it('disarms attacks in a warning to a reader', async () => {
      const answers = (text: string): Answers => ({
        info: {
          viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' }, warning: { id: text, message: text } },
        },
        more: { submit: async () => ({ outcome: 'published' }), acknowledgeWarning: async () => {} },
      });
      const elements = await page.mountEach(apart, answers, '[part~=warning]');
      expectShown(elements, apart, '[part~=warning]');
      await expectNothing(elements, '[part~=warning]');
    });

    it('disarms attacks in a statement of reasons', async () => {
      const answers = (text: string): Answers => ({
        comments: [
          comment(1, {
            status: 'hidden',
            decision: {
              measure: 'removed',
              ground: 'terms',
              rule: text,
              facts: text,
              territory: text,
              until: text,
              decidedAt: text,
              redress: { message: text, href: text },
            },
          }),
        ],
      });
      const elements = await page.mountEach(apart, answers, '[part~=decision]');
      expectShown(elements, apart, '[part~=decision] dd');
      await expectNothing(elements, '[part~=decision]');
    });

    it('disarms attacks in the error of a comment that could not be posted', async () => {
      const answers = (text: string): Answers => ({
        more: { submit: async () => Promise.reject(page.error('invalid', text)) },
      });
      const elements = await page.mountEach(apart, answers, 'textarea');
      await post(page, elements);
      await page.shows(elements, '[part=failure]');
      expectShown(elements, apart, '[part=failure]');
      await expectNothing(elements, '[part=failure]');
    });

    it('disarms attacks in the reason why a comment was rejected', async () => {
      const elements = await page.mountEach(
        apart,
        (reason) => ({ more: { submit: async () => ({ outcome: 'rejected', reason }) } }),
        'textarea',
      );
      await post(page, elements);
      await page.shows(elements, '[part=failure]');
      expectShown(elements, apart, '[part=failure]');
      await expectNothing(elements, '[part=failure]');
    });

    const challenges: Record<string, (text: string) => Challenge> = {
      'the question of a captcha': (question) => ({ type: 'captcha', question, image: question }),
      'the question whether one is sure': (message) => ({ type: 'reconsider', message, token: message }),
    };
    for (const [name, challenge] of Object.entries(challenges)) {
      it(`disarms attacks in ${name}`, async () => {
        const fail = (text: string) => page.error('confirm', text, { challenge: challenge(text) });
        const elements = await page.mountEach(
          apart,
          (text) => ({ more: { submit: async () => Promise.reject(fail(text)) } }),
          'textarea',
        );
        await post(page, elements);
        await page.shows(elements, '[part=challenge]');
        expectShown(elements, apart, '[part=challenge] p');
        await expectNothing(elements, '[part=challenge] p');
      });
    }

    it('disarms attacks in the reasons for a report and in the reference of its receipt', async () => {
      const answers = (text: string): Answers => ({
        comments: [comment(1, {})],
        more: {
          features: { report: { reasons: [{ id: text, label: text }, { id: `${text} ` }] } },
          report: async () => ({ reference: text }),
        },
      });
      const elements = await page.mountEach(apart, answers, 'button[part~=report]');
      const forms = await startReport(page, elements);
      expectShown(elements, apart, '[part=reason]');
      await expectNothing(elements, '[part=reason]');
      for (const radio of await page.shows<HTMLInputElement>(elements, 'input[type=radio]')) {
        radio.checked = true;
        radio.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }
      send(forms);
      await page.shows(elements, '[part=receipt]');
      expectShown(elements, apart, '[part=receipt]');
      await expectNothing(elements, '[part=receipt]');
    });

    it('disarms attacks in the error of a report that could not be sent', async () => {
      const answers = (text: string): Answers => ({
        comments: [comment(1, {})],
        more: { report: async () => Promise.reject(page.error('invalid', text)) },
      });
      const elements = await page.mountEach(apart, answers, 'button[part~=report]');
      const forms = await startReport(page, elements);
      for (const radio of await page.shows<HTMLInputElement>(elements, 'input[type=radio]')) radio.click();
      send(forms);
      await page.shows(elements, '[part=failure]');
      expectShown(elements, apart, '[part=failure]');
      await expectNothing(elements, '[part=failure]');
    });
  });
}
