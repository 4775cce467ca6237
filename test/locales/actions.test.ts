/** The labels and outcomes of actions mean what they do, and no two of them can be taken for each other. */
import { expect } from 'chai';
import { glossary, type Word } from './glossary.js';
import { loadLocales, type WholeLocale } from './load-locale.js';

const locales = await loadLocales();

type Texts = Readonly<Record<string, string>>;

/** What stands on the buttons of a section with all its forms open. */
function labelsOf(messages: WholeLocale): Texts {
  const { moderation, legal, removal } = messages;
  const { approve, reject, feature, unfeature, hide, unhide } = moderation.actions;
  const { reply, edit, remove, report, more, share, copyLink, pin, unpin, unmute, like, voteUp, voteDown } = messages;
  const { post, postReply, signInToPost, discard, showKept, discardKept, postAnyway, preview, copyText } = messages;
  const { signIn, signOut, signInToVote, cancel, close, undo, save, keepMine, takeTheirs, tryAgain } = messages;
  const { sendReport, withdrawReport, closeDiscussion, openDiscussion, closeNow, keepOpen, showComment } = messages;
  const { loadMore, loadAll, stopLoading, moreReplies, hideReplies, addLink, shortcuts, findOutMore } = messages;
  return {
    ...{ reply, edit, remove, report, more, share, copyLink, pin, unpin, unmute, like, voteUp, voteDown },
    ...{ post, postReply, signInToPost, discard, showKept, discardKept, postAnyway, preview, copyText },
    ...{ signIn, signOut, signInToVote, cancel, close, undo, save, keepMine, takeTheirs, tryAgain },
    ...{ sendReport, withdrawReport, closeDiscussion, openDiscussion, closeNow, keepOpen, showComment },
    ...{ loadMore, loadAll, stopLoading, moreReplies, hideReplies, addLink, shortcuts, findOutMore },
    ...messages.formatting,
    mute: messages.mute('Ada'),
    unmuteAlways: messages.unmuteAlways('Ada'),
    showReplies: messages.showReplies(2, '2'),
    viewNew: messages.viewNew(2, '2'),
    viewNewReplies: messages.viewNewReplies(2, '2'),
    approve: approve.label,
    reject: reject.label,
    feature: feature.label,
    unfeature: unfeature.label,
    hide: hide.label,
    unhide: unhide.label,
    ban: moderation.ban.label('Ada'),
    acknowledge: moderation.acknowledge,
    sendNotice: legal.send,
    copyNotice: legal.copy,
    contest: legal.contest,
    addAddress: legal.addAddress,
    // Many languages delete and remove with the same verb.
    ...(removal.editors.remove === remove ? {} : { removeAsEditor: removal.editors.remove }),
  };
}

describe('the actions', () => {
  it('has a glossary for each language, and for no other', () => {
    expect([...glossary.keys()].sort()).to.deep.equal([...locales.keys()].sort());
  });

  for (const [tag, messages] of locales) {
    const words = glossary.get(tag)!;
    const { removal, moderation, orders, causes } = messages;
    const { actions } = moderation;

    /** Each text has the word of its name, and none of the others. */
    const expectOnly = (texts: Readonly<Partial<Record<Word, readonly string[]>>>): void => {
      const names = Object.keys(texts) as Word[];
      for (const name of names) {
        for (const text of texts[name] ?? []) {
          const found = names.filter((word) => words[word].test(text.normalize()));
          expect(found, `${text}, ${String(words[name])}`).to.deep.equal([name]);
        }
      }
    };

    describe(tag, () => {
      it('gives each action a label of its own', () => {
        const labels = Object.entries(labelsOf(messages)).map(([name, label]) => [name, label.toLocaleLowerCase(tag)]);
        const shared = labels.filter(([, label]) => labels.filter(([, other]) => other === label).length > 1);
        expect(shared).to.deep.equal([]);
      });

      it('uses the right verb for each action of a reader', () => {
        expectOnly({
          reply: [messages.reply],
          edit: [messages.edit, messages.yourEdit],
          delete: [messages.remove, removal.author.remove, removal.author.question, removal.author.removed],
          report: [messages.report, messages.sendReport],
          cancel: [messages.cancel, messages.keep],
        });
      });

      it('uses the right verb for each action of a moderator and for its result', () => {
        expectOnly({
          approve: [actions.approve.label, actions.approve.done],
          reject: [actions.reject.label, actions.reject.done],
          hide: [actions.hide.label, actions.hide.done, actions.unhide.undone],
          show: [actions.unhide.label],
        });
      });

      it('distinguishes a vote for a comment from one against it', () => {
        expect(messages.voteUp.normalize()).to.match(words.agree).and.not.match(words.disagree);
        expect(messages.voteDown.normalize()).to.match(words.disagree);
      });

      it('distinguishes oldest from newest', () => expectOnly({ oldest: [orders.oldest], newest: [orders.newest] }));

      it('distinguishes a closed discussion from an open one', () => {
        expectOnly({
          close: [
            messages.closeDiscussion,
            messages.closeQuestion,
            messages.closeNow,
            messages.closedNow,
            messages.openFailed('').trim(),
          ],
          open: [messages.openDiscussion, messages.openedNow, messages.closeFailed('').trim()],
        });
      });

      it('distinguishes an action from the one that takes it back', () => {
        const { pin, unpin, mute, unmuteAlways } = messages;
        for (const text of [unpin, unmuteAlways(''), actions.unfeature.label])
          expect(text.normalize(), String(words.undone)).to.match(words.undone);
        for (const text of [pin, mute(''), actions.feature.label])
          expect(text.normalize(), String(words.undone)).not.to.match(words.undone);
      });

      it('distinguishes what failed from what was done', () => {
        const { voteFailed, postFailed, reportFailed, editFailed, withdrawFailed, voteNeedsSignIn } = messages;
        const { rejected, replyOutcomes } = messages;
        const failed = [voteFailed, postFailed, reportFailed, editFailed, withdrawFailed].map((say) => say('').trim());
        const ofReplies = [replyOutcomes.postFailed('').trim(), replyOutcomes.viewerChanged, replyOutcomes.rejected()];
        for (const text of [...failed, ...ofReplies, voteNeedsSignIn, rejected()])
          expect(text.normalize(), String(words.not)).to.match(words.not);
        const { voteCounted, published, reportSent, saved, reportWithdrawn } = messages;
        for (const text of [voteCounted, published, replyOutcomes.published, reportSent(), saved, reportWithdrawn])
          expect(text.normalize(), String(words.not)).not.to.match(words.not);
      });

      it('has a different text for each cause of a failure', () => {
        expect(new Set(Object.values(causes)).size).to.be.at.least(Object.keys(causes).length);
      });
    });
  }
});
