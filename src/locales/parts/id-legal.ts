import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Ini adalah pemberitahuan resmi. Lengkapi isian di bawah ini.',
  explanation: 'Mengapa komentar ini ilegal?',
  explanationMissing: 'Jelaskan mengapa Anda menganggapnya ilegal.',
  law: 'Hukum mana yang dilanggar?',
  address: 'Alamat komentar',
  otherAddress: (number) => `Alamat komentar lain (${number})`,
  addAddress: 'Tambahkan alamat komentar lain',
  removeAddress: (number) => `Hapus alamat ${number}`,
  remove: 'Hapus',
  addressRemoved: 'Alamat dihapus.',
  addressInvalid: 'Masukkan alamat lengkap seperti https://example.com/article#comment-7.',
  anonymous: 'Nama dan email Anda boleh dikosongkan.',
  goodFaith: 'Dengan iktikad baik, saya meyakini bahwa isi pemberitahuan ini akurat dan lengkap.',
  goodFaithMissing: 'Centang kotak ini untuk mengirim pemberitahuan Anda.',
  privacy: 'Penulis komentar tidak diberi tahu siapa pengirim pemberitahuan ini.',
  send: 'Kirim pemberitahuan',
  sent: (time) =>
    time === undefined
      ? 'Kami telah menerima pemberitahuan Anda.'
      : `Kami telah menerima pemberitahuan Anda pada ${time}.`,
  reference: (reference) => `Nomor referensinya ${reference}.`,
  status: 'Lihat keputusan kami di halaman ini setelah diambil.',
  statusByEmail: (email) => `Kami akan mengirim keputusan kami ke ${email}.`,
  copy: 'Salin pemberitahuan saya',
  copied: 'Pemberitahuan Anda disalin.',
  copyLabel: 'Pemberitahuan Anda',
  reason: 'Alasan',
  received: 'Diterima',
  contest: 'Ajukan keberatan',
  decision: {
    title: 'Alasan keputusan',
    measure: 'Keputusan',
    measures: {
      removed: 'Komentar dihapus.',
      hidden: 'Komentar disembunyikan.',
      rejected: 'Komentar tidak diterbitkan.',
    },
    scope: (territory = 'Di mana saja', until) =>
      `${territory}, ${until === undefined ? 'tanpa batas waktu' : `sampai ${until}`}.`,
    ground: 'Dasar',
    grounds: { law: 'Komentar ini dinilai ilegal.', terms: 'Komentar ini melanggar aturan situs.' },
    rule: 'Ketentuan atau aturan',
    facts: 'Fakta',
    basis: {
      notice: 'Setelah ada pemberitahuan konten ilegal.',
      'own-initiative': 'Atas inisiatif kami sendiri.',
    },
    means: 'Cara pengambilan keputusan',
    byPerson: 'Oleh manusia, tanpa sarana otomatis.',
    automated: 'Dengan sarana otomatis.',
    detected: 'Komentar ditemukan dengan sarana otomatis.',
    decidedAt: 'Tanggal',
    redress: 'Jika Anda tidak setuju',
  },
};

export default legal as LegalMessages;
