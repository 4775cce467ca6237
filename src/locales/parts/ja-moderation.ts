import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: '確認待ち',
  hidden: '読者には非表示',
  actions: {
    approve: {
      label: '承認',
      done: 'コメントを承認しました。読者に表示されます。',
      undone: 'コメントを確認待ちに戻しました。',
    },
    reject: { label: '却下', done: 'コメントを却下しました。', undone: 'コメントを確認待ちに戻しました。' },
    feature: {
      label: '編集部のおすすめにする',
      done: 'コメントを編集部のおすすめにしました。',
      undone: 'コメントを編集部のおすすめから外しました。',
    },
    unfeature: {
      label: 'おすすめから外す',
      done: 'コメントを編集部のおすすめから外しました。',
      undone: 'コメントを編集部のおすすめに戻しました。',
    },
    hide: {
      label: '読者に非表示',
      done: 'コメントを非表示にしました。',
      undone: 'コメントが再び読者に表示されます。',
    },
    unhide: {
      label: '読者に表示',
      done: 'コメントが再び読者に表示されます。',
      undone: 'コメントを再び非表示にしました。',
    },
  },
  ban: {
    badge: '投稿停止中',
    label: (name) => `${name}さんの投稿を停止`,
    question: (name) => `${name}さんの投稿を停止しますか？`,
    consequence: '投稿を停止された方は、読むことはできますが、投稿はできなくなります。これまでのコメントは残ります。',
    done: (name) => `${name}さんの投稿を停止しました。`,
    undone: (name) => `${name}さんは再びコメントできます。`,
  },
  actionFailed: (cause) => `何も変更されませんでした。${cause}`,
  undoFailed: (cause) => `元に戻せませんでした。${cause}`,
  warning: '編集部からあなたへのお知らせ',
  warningConsequence: '確認後は、引き続き投稿できます。',
  acknowledge: '確認しました',
  acknowledged: 'ありがとうございます。再び投稿できます。',
  acknowledgeFailed: (cause) => `確認したことがまだ伝わっていません。${cause}`,
};

export default moderation as ModerationMessages;
