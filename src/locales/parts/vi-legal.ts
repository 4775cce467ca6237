import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Đây là thông báo chính thức. Hãy điền các mục dưới đây.',
  explanation: 'Vì sao bình luận này trái pháp luật?',
  explanationMissing: 'Hãy giải thích vì sao bạn cho rằng bình luận này trái pháp luật.',
  law: 'Bình luận vi phạm luật nào?',
  address: 'Địa chỉ của bình luận',
  otherAddress: (number) => `Địa chỉ của bình luận khác (${number})`,
  addAddress: 'Thêm địa chỉ của bình luận khác',
  removeAddress: (number) => `Xóa địa chỉ ${number}`,
  remove: 'Xóa',
  addressRemoved: 'Đã xóa địa chỉ.',
  addressInvalid: 'Hãy nhập địa chỉ đầy đủ, có dạng https://example.com/article#comment-7.',
  anonymous: 'Bạn có thể bỏ trống tên và email.',
  goodFaith: 'Với sự thiện chí, tôi tin rằng nội dung thông báo này là chính xác và đầy đủ.',
  goodFaithMissing: 'Hãy đánh dấu ô này để gửi thông báo.',
  privacy: 'Người viết bình luận không được biết ai đã gửi thông báo.',
  send: 'Gửi thông báo',
  sent: (time) =>
    time === undefined
      ? 'Chúng tôi đã nhận được thông báo của bạn.'
      : `Chúng tôi đã nhận được thông báo của bạn: ${time}.`,
  reference: (reference) => `Mã tham chiếu là ${reference}.`,
  status: 'Xem quyết định của chúng tôi trên trang này khi đã có.',
  statusByEmail: (email) => `Chúng tôi sẽ gửi quyết định đến ${email}.`,
  copy: 'Sao chép thông báo của tôi',
  copied: 'Đã sao chép thông báo của bạn.',
  copyLabel: 'Thông báo của bạn',
  reason: 'Lý do',
  received: 'Thời điểm nhận',
  contest: 'Khiếu nại quyết định',
  decision: {
    title: 'Lý do của quyết định',
    measure: 'Quyết định',
    measures: {
      removed: 'Bình luận đã bị gỡ.',
      hidden: 'Bình luận đã bị ẩn.',
      rejected: 'Bình luận không được đăng.',
    },
    scope: (territory = 'Ở mọi nơi', until) =>
      `${territory}, ${until === undefined ? 'không giới hạn thời gian' : `đến ${until}`}.`,
    ground: 'Căn cứ',
    grounds: {
      law: 'Bình luận bị coi là trái pháp luật.',
      terms: 'Bình luận vi phạm quy định của trang web này.',
    },
    rule: 'Điều khoản hoặc quy định',
    facts: 'Sự việc',
    basis: {
      notice: 'Sau một thông báo về nội dung trái pháp luật.',
      'own-initiative': 'Do chúng tôi chủ động.',
    },
    means: 'Cách đưa ra quyết định',
    byPerson: 'Do con người quyết định, không dùng phương tiện tự động.',
    automated: 'Có dùng phương tiện tự động.',
    detected: 'Bình luận được phát hiện bằng phương tiện tự động.',
    decidedAt: 'Ngày',
    redress: 'Nếu bạn không đồng ý',
  },
};

export default legal as LegalMessages;
