import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: '等待审核',
  hidden: '已对读者隐藏',
  actions: {
    approve: {
      label: '通过',
      done: '评论已通过审核，读者现在可以看到。',
      undone: '评论重新进入待审核状态。',
    },
    reject: { label: '不予通过', done: '评论未通过审核。', undone: '评论重新进入待审核状态。' },
    feature: {
      label: '设为精选',
      done: '评论已设为编辑精选。',
      undone: '评论不再是编辑精选。',
    },
    unfeature: {
      label: '取消精选',
      done: '评论不再是编辑精选。',
      undone: '评论已重新设为编辑精选。',
    },
    hide: { label: '对读者隐藏', done: '评论已隐藏。', undone: '读者可以重新看到该评论。' },
    unhide: {
      label: '对读者显示',
      done: '读者可以重新看到该评论。',
      undone: '评论已重新隐藏。',
    },
  },
  ban: {
    badge: '已禁言',
    label: (name) => `禁止 ${name} 发言`,
    question: (name) => `要禁止 ${name} 发表评论吗？`,
    consequence: '被禁言的用户可以阅读，但不能再发表内容。其已有的评论会保留。',
    done: (name) => `已禁止 ${name} 发表评论。`,
    undone: (name) => `${name} 可以重新发表评论。`,
  },
  actionFailed: (cause) => `未作任何更改。${cause}`,
  undoFailed: (cause) => `未能撤销此操作。${cause}`,
  warning: '编辑部有一条消息给您',
  warningConsequence: '确认后，您可以继续发表内容。',
  acknowledge: '我已了解',
  acknowledged: '谢谢。您可以重新发表内容了。',
  acknowledgeFailed: (cause) => `我们尚未收到您的确认。${cause}`,
};

export default moderation as ModerationMessages;
