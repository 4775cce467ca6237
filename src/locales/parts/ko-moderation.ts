import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: '검토 대기',
  hidden: '독자에게 숨김',
  actions: {
    approve: {
      label: '승인',
      done: '댓글을 승인했습니다. 이제 독자에게 보입니다.',
      undone: '댓글을 다시 검토 대기로 돌렸습니다.',
    },
    reject: { label: '거부', done: '댓글을 거부했습니다.', undone: '댓글을 다시 검토 대기로 돌렸습니다.' },
    feature: {
      label: '편집자 추천으로 지정',
      done: '편집자 추천 댓글로 지정했습니다.',
      undone: '편집자 추천을 해제했습니다.',
    },
    unfeature: {
      label: '편집자 추천 해제',
      done: '편집자 추천을 해제했습니다.',
      undone: '다시 편집자 추천 댓글로 지정했습니다.',
    },
    hide: { label: '독자에게 숨기기', done: '댓글을 숨겼습니다.', undone: '댓글이 다시 독자에게 보입니다.' },
    unhide: {
      label: '독자에게 보이기',
      done: '댓글이 다시 독자에게 보입니다.',
      undone: '댓글을 다시 숨겼습니다.',
    },
  },
  ban: {
    badge: '차단됨',
    label: (name) => `${name} 님 차단`,
    question: (name) => `${name} 님의 댓글 작성을 차단하시겠습니까?`,
    consequence: '차단된 사용자는 읽을 수는 있지만 더 이상 쓸 수 없습니다. 기존 댓글은 남습니다.',
    done: (name) => `${name} 님의 댓글 작성을 차단했습니다.`,
    undone: (name) => `${name} 님이 다시 댓글을 쓸 수 있습니다.`,
  },
  actionFailed: (cause) => `아무것도 바뀌지 않았습니다. ${cause}`,
  undoFailed: (cause) => `되돌리지 못했습니다. ${cause}`,
  warning: '편집자가 보낸 메시지가 있습니다',
  warningConsequence: '확인하신 뒤에는 계속 글을 쓸 수 있습니다.',
  acknowledge: '확인했습니다',
  acknowledged: '감사합니다. 다시 글을 쓸 수 있습니다.',
  acknowledgeFailed: (cause) => `확인하신 사실이 아직 전달되지 않았습니다. ${cause}`,
};

export default moderation as ModerationMessages;
