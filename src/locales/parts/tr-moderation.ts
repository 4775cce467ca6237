import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'İnceleme bekliyor',
  hidden: 'Okurlardan gizlendi',
  actions: {
    approve: {
      label: 'Onayla',
      done: 'Yorum onaylandı. Okurlar artık görebilir.',
      undone: 'Yorum yeniden inceleme bekliyor.',
    },
    reject: { label: 'Reddet', done: 'Yorum reddedildi.', undone: 'Yorum yeniden inceleme bekliyor.' },
    feature: {
      label: 'Öne çıkar',
      done: 'Yorum, editörün seçimi oldu.',
      undone: 'Yorum artık editörün seçimi değil.',
    },
    unfeature: {
      label: 'Öne çıkarmayı bırak',
      done: 'Yorum artık editörün seçimi değil.',
      undone: 'Yorum yeniden editörün seçimi oldu.',
    },
    hide: { label: 'Okurlardan gizle', done: 'Yorum gizlendi.', undone: 'Okurlar yorumu yeniden görebilir.' },
    unhide: {
      label: 'Okurlara göster',
      done: 'Okurlar yorumu yeniden görebilir.',
      undone: 'Yorum yeniden gizlendi.',
    },
  },
  ban: {
    badge: 'Engellendi',
    label: (name) => `Engelle: ${name}`,
    question: (name) => `${name} adlı kişinin yorum yapması engellensin mi?`,
    consequence: 'Engellenen kişi okuyabilir ama artık yazamaz. Mevcut yorumları kalır.',
    done: (name) => `${name} adlı kişinin yorum yapması engellendi.`,
    undone: (name) => `${name} yeniden yorum yapabilir.`,
  },
  actionFailed: (cause) => `Hiçbir şey değiştirilmedi. ${cause}`,
  undoFailed: (cause) => `İşlem geri alınamadı. ${cause}`,
  warning: 'Editörlerin size bir mesajı var',
  warningConsequence: 'Ardından yazmaya devam edebilirsiniz.',
  acknowledge: 'Anladım',
  acknowledged: 'Teşekkürler. Yeniden yazabilirsiniz.',
  acknowledgeFailed: (cause) => `Onayınız henüz bize ulaşmadı. ${cause}`,
};

export default moderation as ModerationMessages;
