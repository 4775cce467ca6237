import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'รอการตรวจสอบ',
  hidden: 'ซ่อนจากผู้อ่าน',
  actions: {
    approve: {
      label: 'อนุมัติ',
      done: 'อนุมัติความคิดเห็นแล้ว ผู้อ่านมองเห็นได้แล้ว',
      undone: 'ความคิดเห็นกลับไปรอการตรวจสอบอีกครั้ง',
    },
    reject: {
      label: 'ปฏิเสธ',
      done: 'ปฏิเสธความคิดเห็นแล้ว',
      undone: 'ความคิดเห็นกลับไปรอการตรวจสอบอีกครั้ง',
    },
    feature: {
      label: 'ตั้งเป็นความเห็นแนะนำ',
      done: 'กองบรรณาธิการแนะนำความคิดเห็นนี้แล้ว',
      undone: 'กองบรรณาธิการเลิกแนะนำความคิดเห็นนี้แล้ว',
    },
    unfeature: {
      label: 'เลิกแนะนำ',
      done: 'กองบรรณาธิการเลิกแนะนำความคิดเห็นนี้แล้ว',
      undone: 'กองบรรณาธิการแนะนำความคิดเห็นนี้อีกครั้งแล้ว',
    },
    hide: {
      label: 'ซ่อนจากผู้อ่าน',
      done: 'ซ่อนความคิดเห็นแล้ว',
      undone: 'ผู้อ่านมองเห็นความคิดเห็นได้อีกครั้ง',
    },
    unhide: {
      label: 'แสดงต่อผู้อ่าน',
      done: 'ผู้อ่านมองเห็นความคิดเห็นได้อีกครั้ง',
      undone: 'ซ่อนความคิดเห็นอีกครั้งแล้ว',
    },
  },
  ban: {
    badge: 'ถูกระงับ',
    label: (name) => `ระงับ ${name}`,
    question: (name) => `ต้องการห้าม ${name} แสดงความคิดเห็นหรือไม่`,
    consequence: 'ผู้ที่ถูกระงับยังอ่านได้ แต่จะเขียนไม่ได้อีก ความคิดเห็นเดิมจะยังคงอยู่',
    done: (name) => `ห้าม ${name} แสดงความคิดเห็นแล้ว`,
    undone: (name) => `${name} แสดงความคิดเห็นได้อีกครั้ง`,
  },
  actionFailed: (cause) => `ไม่มีการเปลี่ยนแปลง ${cause}`,
  undoFailed: (cause) => `เลิกทำไม่ได้ ${cause}`,
  warning: 'กองบรรณาธิการมีข้อความถึงคุณ',
  warningConsequence: 'หลังจากนั้นคุณจะเขียนต่อได้',
  acknowledge: 'รับทราบ',
  acknowledged: 'ขอบคุณ คุณเขียนได้อีกครั้งแล้ว',
  acknowledgeFailed: (cause) => `เรายังไม่ได้รับการยืนยันจากคุณ ${cause}`,
};

export default moderation as ModerationMessages;
