import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: '等待審核',
  hidden: '已對讀者隱藏',
  actions: {
    approve: {
      label: '核准',
      done: '留言已核准，讀者現在看得到。',
      undone: '留言重新等待審核。',
    },
    reject: { label: '拒絕', done: '已拒絕留言。', undone: '留言重新等待審核。' },
    feature: {
      label: '設為精選',
      done: '留言已設為編輯精選。',
      undone: '留言不再是編輯精選。',
    },
    unfeature: {
      label: '取消精選',
      done: '留言不再是編輯精選。',
      undone: '留言已重新設為編輯精選。',
    },
    hide: { label: '對讀者隱藏', done: '留言已隱藏。', undone: '讀者可以再次看到這則留言。' },
    unhide: {
      label: '對讀者顯示',
      done: '讀者可以再次看到這則留言。',
      undone: '留言已再次隱藏。',
    },
  },
  ban: {
    badge: '已停權',
    label: (name) => `將 ${name} 停權`,
    question: (name) => `要禁止 ${name} 留言嗎？`,
    consequence: '遭停權的使用者可以閱讀，但無法再發表內容。先前的留言會保留。',
    done: (name) => `已禁止 ${name} 留言。`,
    undone: (name) => `${name} 可以再次留言。`,
  },
  actionFailed: (cause) => `未作任何變更。${cause}`,
  undoFailed: (cause) => `未能復原此操作。${cause}`,
  warning: '編輯部有一則訊息給您',
  warningConsequence: '確認後，您可以繼續發表內容。',
  acknowledge: '我瞭解了',
  acknowledged: '謝謝。您可以再次發表內容了。',
  acknowledgeFailed: (cause) => `我們尚未收到您的確認。${cause}`,
};

export default moderation as ModerationMessages;
