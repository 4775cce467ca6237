import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Menunggu peninjauan',
  hidden: 'Disembunyikan dari pembaca',
  actions: {
    approve: {
      label: 'Setujui',
      done: 'Komentar disetujui. Pembaca sekarang dapat melihatnya.',
      undone: 'Komentar kembali menunggu peninjauan.',
    },
    reject: { label: 'Tolak', done: 'Komentar ditolak.', undone: 'Komentar kembali menunggu peninjauan.' },
    feature: {
      label: 'Jadikan pilihan redaksi',
      done: 'Komentar menjadi pilihan redaksi.',
      undone: 'Komentar bukan lagi pilihan redaksi.',
    },
    unfeature: {
      label: 'Batalkan pilihan redaksi',
      done: 'Komentar bukan lagi pilihan redaksi.',
      undone: 'Komentar kembali menjadi pilihan redaksi.',
    },
    hide: {
      label: 'Sembunyikan dari pembaca',
      done: 'Komentar disembunyikan.',
      undone: 'Pembaca dapat melihat komentar lagi.',
    },
    unhide: {
      label: 'Tampilkan ke pembaca',
      done: 'Pembaca dapat melihat komentar lagi.',
      undone: 'Komentar kembali disembunyikan.',
    },
  },
  ban: {
    badge: 'Diblokir',
    label: (name) => `Blokir ${name}`,
    question: (name) => `Larang ${name} berkomentar?`,
    consequence: 'Orang yang diblokir dapat membaca, tetapi tidak dapat menulis lagi. Komentarnya tetap ada.',
    done: (name) => `${name} dilarang berkomentar.`,
    undone: (name) => `${name} dapat berkomentar lagi.`,
  },
  actionFailed: (cause) => `Tidak ada yang berubah. ${cause}`,
  undoFailed: (cause) => `Tindakan ini tidak dapat diurungkan. ${cause}`,
  warning: 'Ada pesan dari redaksi untuk Anda',
  warningConsequence: 'Setelah itu, Anda dapat menulis lagi.',
  acknowledge: 'Saya mengerti',
  acknowledged: 'Terima kasih. Anda dapat menulis lagi.',
  acknowledgeFailed: (cause) => `Konfirmasi Anda belum kami terima. ${cause}`,
};

export default moderation as ModerationMessages;
