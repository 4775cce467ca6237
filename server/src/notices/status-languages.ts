/** What only the pages and mails for senders of notices say, by language. Everything else is in the section's own messages. */
export interface OwnWords {
  /** The measure `kept`. */
  readonly kept: string;
  /** After `OPEN_MONTHS`, when the server has erased what was not decided. */
  readonly expired: string;
  readonly notFound: string;
}

export const languages: Readonly<Record<string, OwnWords>> = {
  ar: words('يبقى التعليق كما هو.', 'انقضت مدة إشعارك دون قرار.', 'لا يوجد إشعار بهذا العنوان.'),
  bg: words('Коментарът остава.', 'Уведомлението ви изтече без решение.', 'На този адрес няма уведомление.'),
  ca: words(
    'El comentari es manté.',
    'La vostra notificació ha caducat sense cap decisió.',
    'En aquesta adreça no hi ha cap notificació.',
  ),
  cs: words('Komentář zůstává.', 'Vaše oznámení vypršelo bez rozhodnutí.', 'Na této adrese žádné oznámení není.'),
  da: words(
    'Kommentaren bliver stående.',
    'Din anmeldelse udløb uden en afgørelse.',
    'Der er ingen anmeldelse på denne adresse.',
  ),
  de: words(
    'Der Kommentar bleibt stehen.',
    'Ihre Meldung ist ohne Entscheidung abgelaufen.',
    'Unter dieser Adresse gibt es keine Meldung.',
  ),
  el: words('Το σχόλιο παραμένει.', 'Η αναφορά σας έληξε χωρίς απόφαση.', 'Δεν υπάρχει αναφορά σε αυτή τη διεύθυνση.'),
  en: words(
    'The comment stays as it is.',
    'Your notice expired without a decision.',
    'There’s no notice at this address.',
  ),
  es: words(
    'El comentario se mantiene.',
    'Su notificación caducó sin una decisión.',
    'No hay ninguna notificación en esta dirección.',
  ),
  et: words('Kommentaar jääb alles.', 'Teie teade aegus otsuseta.', 'Sellel aadressil teadet ei ole.'),
  fa: words('دیدگاه باقی می‌ماند.', 'مهلت اعلام شما بدون تصمیم به پایان رسید.', 'در این نشانی اعلامی وجود ندارد.'),
  fi: words('Kommentti säilyy.', 'Ilmoituksesi vanheni ilman päätöstä.', 'Tässä osoitteessa ei ole ilmoitusta.'),
  fr: words(
    'Le commentaire est maintenu.',
    'Votre notification a expiré sans décision.',
    'Il n’y a pas de notification à cette adresse.',
  ),
  he: words('התגובה נשארת.', 'תוקף הודעתך פג ללא החלטה.', 'אין הודעה בכתובת זו.'),
  hi: words('टिप्पणी बनी रहेगी।', 'आपकी सूचना बिना निर्णय के समाप्त हो गई।', 'इस पते पर कोई सूचना नहीं है।'),
  hr: words('Komentar ostaje.', 'Vaša obavijest istekla je bez odluke.', 'Na ovoj adresi nema obavijesti.'),
  hu: words('A hozzászólás megmarad.', 'A bejelentése döntés nélkül lejárt.', 'Ezen a címen nincs bejelentés.'),
  id: words(
    'Komentar tetap ada.',
    'Pemberitahuan Anda kedaluwarsa tanpa keputusan.',
    'Tidak ada pemberitahuan di alamat ini.',
  ),
  it: words(
    'Il commento resta.',
    'La sua segnalazione è scaduta senza una decisione.',
    'A questo indirizzo non c’è alcuna segnalazione.',
  ),
  ja: words(
    'コメントはそのまま残ります。',
    '通知は決定のないまま期限が切れました。',
    'このアドレスに通知はありません。',
  ),
  ko: words('댓글은 그대로 유지됩니다.', '결정 없이 신고가 만료되었습니다.', '이 주소에는 신고가 없습니다.'),
  lt: words('Komentaras lieka.', 'Jūsų pranešimo galiojimas baigėsi be sprendimo.', 'Šiuo adresu pranešimo nėra.'),
  lv: words('Komentārs paliek.', 'Jūsu paziņojuma termiņš beidzās bez lēmuma.', 'Šajā adresē paziņojuma nav.'),
  nb: words(
    'Kommentaren blir stående.',
    'Meldingen din utløp uten en avgjørelse.',
    'Det finnes ingen melding på denne adressen.',
  ),
  nl: words('De reactie blijft staan.', 'Uw melding is verlopen zonder beslissing.', 'Op dit adres is geen melding.'),
  pl: words('Komentarz pozostaje.', 'Zgłoszenie wygasło bez decyzji.', 'Pod tym adresem nie ma zgłoszenia.'),
  'pt-BR': words(
    'O comentário permanece.',
    'Sua notificação expirou sem uma decisão.',
    'Não há nenhuma notificação neste endereço.',
  ),
  'pt-PT': words(
    'O comentário mantém-se.',
    'A sua notificação expirou sem uma decisão.',
    'Não há nenhuma notificação neste endereço.',
  ),
  ro: words(
    'Comentariul rămâne.',
    'Notificarea dumneavoastră a expirat fără o decizie.',
    'La această adresă nu există nicio notificare.',
  ),
  ru: words('Комментарий остаётся.', 'Срок вашего уведомления истёк без решения.', 'По этому адресу нет уведомления.'),
  sk: words(
    'Komentár zostáva.',
    'Vaše oznámenie vypršalo bez rozhodnutia.',
    'Na tejto adrese nie je žiadne oznámenie.',
  ),
  sl: words('Komentar ostane.', 'Vaše obvestilo je poteklo brez odločitve.', 'Na tem naslovu ni obvestila.'),
  sr: words('Коментар остаје.', 'Ваше обавештење је истекло без одлуке.', 'На овој адреси нема обавештења.'),
  sv: words(
    'Kommentaren står kvar.',
    'Din anmälan gick ut utan ett beslut.',
    'Det finns ingen anmälan på den här adressen.',
  ),
  th: words('ความคิดเห็นยังคงอยู่', 'การแจ้งของคุณหมดอายุโดยไม่มีคำตัดสิน', 'ไม่มีการแจ้งที่ที่อยู่นี้'),
  tr: words('Yorum yerinde kalıyor.', 'Bildiriminizin süresi karar verilmeden doldu.', 'Bu adreste bir bildirim yok.'),
  uk: words(
    'Коментар залишається.',
    'Строк вашого повідомлення минув без рішення.',
    'За цією адресою немає повідомлення.',
  ),
  vi: words(
    'Bình luận được giữ nguyên.',
    'Thông báo của bạn đã hết hạn mà không có quyết định.',
    'Không có thông báo nào ở địa chỉ này.',
  ),
  'zh-Hans': words('评论予以保留。', '您的通知已过期，未作出决定。', '此地址没有通知。'),
  'zh-Hant': words('留言予以保留。', '您的通知已過期，未作出決定。', '此網址沒有通知。'),
};

function words(kept: string, expired: string, notFound: string): OwnWords {
  return { kept, expired, notFound };
}
