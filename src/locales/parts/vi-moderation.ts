import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Đang chờ duyệt',
  hidden: 'Đã ẩn với bạn đọc',
  actions: {
    approve: {
      label: 'Duyệt',
      done: 'Đã duyệt bình luận. Bạn đọc hiện đã nhìn thấy.',
      undone: 'Bình luận trở lại trạng thái chờ duyệt.',
    },
    reject: { label: 'Từ chối', done: 'Đã từ chối bình luận.', undone: 'Bình luận trở lại trạng thái chờ duyệt.' },
    feature: {
      label: 'Chọn làm nổi bật',
      done: 'Bình luận đã được ban biên tập chọn.',
      undone: 'Bình luận không còn được ban biên tập chọn.',
    },
    unfeature: {
      label: 'Bỏ chọn nổi bật',
      done: 'Bình luận không còn được ban biên tập chọn.',
      undone: 'Bình luận lại được ban biên tập chọn.',
    },
    hide: { label: 'Ẩn với bạn đọc', done: 'Đã ẩn bình luận.', undone: 'Bạn đọc lại nhìn thấy bình luận.' },
    unhide: {
      label: 'Hiện với bạn đọc',
      done: 'Bạn đọc lại nhìn thấy bình luận.',
      undone: 'Bình luận lại bị ẩn.',
    },
  },
  ban: {
    badge: 'Bị cấm',
    label: (name) => `Cấm ${name}`,
    question: (name) => `Cấm ${name} bình luận?`,
    consequence: 'Người bị cấm vẫn đọc được, nhưng không viết được nữa. Bình luận cũ của họ vẫn được giữ.',
    done: (name) => `${name} đã bị cấm bình luận.`,
    undone: (name) => `${name} lại có thể bình luận.`,
  },
  actionFailed: (cause) => `Không có gì thay đổi. ${cause}`,
  undoFailed: (cause) => `Chưa hoàn tác được. ${cause}`,
  warning: 'Ban biên tập có lời nhắn cho bạn',
  warningConsequence: 'Sau đó bạn có thể tiếp tục viết.',
  acknowledge: 'Tôi đã hiểu',
  acknowledged: 'Cảm ơn bạn. Bạn lại có thể viết.',
  acknowledgeFailed: (cause) => `Chúng tôi chưa nhận được xác nhận của bạn. ${cause}`,
};

export default moderation as ModerationMessages;
