/**
 * What actions and their outcomes are called, by language. Nothing here is derived from the locales, which it judges: labels that changed
 * places, or a failure without its "not", have the wrong words.
 */

/**
 * A row for each language, a column for each word: its beginning, as a regular expression, with `/` between synonyms and `_` for the end of a
 * word. In writing without spaces, a word may begin anywhere. `undone`: what takes back another action, such as "no longer".
 */
const TABLE = `
tag     | reply    | edit       | delete        | report        | cancel     | agree        | disagree      | oldest              | newest            | approve                | reject                  | hide                | show     | close                  | open                | undone                                  | not
en      | repl     | edit       | delet         | report        | cancel     | agree        | disagree      | oldest              | newest            | approv                 | reject                  | hid                 | show     | clos                   | open/reopen         | un/stop                                 | wasn’t/hasn’t/isn’t
ar      | رد       | تعديل      | حذف           | بلاغ          | إلغاء      | ^أتفق        | لا أتفق       | الأقدم              | الأحدث            | قبول                   | رفض                     | [إم]خف              | إظهار    | غلق/غلاق               | فتح/فتوح            | إلغاء/إنهاء                             | ^لم_
bg      | отговор  | редакт     | изтри         | сигнал        | отказ      | за_          | против        | стар                | нов               | одобр                  | отхвърл                 | скри                | покаж    | затвор                 | отвор               | премахн/откач/отново                    | не_
ca      | respon   | edi        | suprim        | den[uú]nci    | cancel     | ^d’acord     | en desacord   | antic               | recent            | aprov                  | rebutj                  | amag                | mostr    | tan[cq]                | obert/reobr         | deixa                                   | no_
cs      | odpov    | uprav      | smaz          | nahl          | zruš       | souhlas      | nesouhlas     | nejstar             | nejnov            | schvál                 | zamít                   | skr[yý]             | zobraz   | uzav                   | otev                | zrušit/vyřad/znovu                      | nebyl/není/nepodařilo
da      | svar     | redig      | slet          | anmeld        | annull     | enig         | uenig         | ældst               | nyest             | godkend                | afvis                   | skjul               | vis      | luk                    | åb/genåb            | fjern/ikke længere                      | ikke
de      | antwort  | bearbeit   | lösch/gelösch | meld          | abbrech    | dafür        | dagegen       | ältest              | neuest            | freige                 | ablehn/abgelehn         | verb[eo]rg          | zeig     | schließ/geschl         | offen/öffn          | nicht mehr/aufheb                       | nicht
el      | απάντη   | επεξεργασ  | διαγρ[αά]     | αναφορ        | ακύρωσ     | συμφων       | διαφων        | παλαι               | νεότερ            | [εέ]γκρ[ίι]            | απ[όο]ρρ[ίι]            | απ[όο]κρ[ύυ]/κρυφ   | εμφάνισ  | κλεί/κλει/έκλει        | ανοι/άνοι           | κατάργησ/ξεκαρφ                         | δεν
es      | respond  | edit       | elimin        | denunci       | cancel     | ^de acuerdo  | en desacuerdo | antigu              | recient           | aprob                  | rechaz                  | ocult               | mostr    | cerr                   | abier/reabr         | dejar                                   | no_
et      | vasta    | muut/muuda | kustut        | teata/teade   | tühist     | ^nõus        | pole nõus     | vanem               | uuem              | kiida heaks/heaks kiid | lükka tagasi/tagasi lük | peid                | näita    | sul[eg]                | ava                 | lõpeta/eemald                           | ei_
fa      | پاسخ     | ویرایش     | حذف           | گزارش         | لغو        | موافق        | مخالف         | قدیمی               | تازه              | تأیید                  | (?<!\\p{L})رد_          | پنهان               | نمایش    | بست                    | باز                 | لغو/خارج/برداشتن                        | نشد/نکرد
fi      | vasta    | muokk      | poist         | ilmoit        | peruu      | samaa mieltä | eri mieltä    | vanhim              | uusim             | hyväks                 | hyl[kä]                 | piilot              | näyt     | sulj                   | ava/avoin           | poista/lopeta                           | ei_
fr      | répon    | modif      | supprim       | signal        | annul      | ^d’accord    | pas d’accord  | ancien              | récent            | approuv                | refus                   | masqu               | montr    | ferm                   | ouv/rouv            | ne plus/désép                           | n’
he      | תשוב     | עריכ       | מח[יו]?ק      | דיווח         | ביטול      | בעד          | נגד           | ישנ                 | חדש               | אישור/אושר             | דחי/דחת                 | סתר                 | הצג      | סג                     | פת                  | ביטול                                   | לא_
hi      | जवाब     | संपाद       | मिटा          | शिकायत        | रद्द        | ^सहमत        | असहमत         | पुरान                | नई                | (?<![\\p{L}\\p{M}])मंज़ूर | नामंज़ूर                   | छिप                 | दिखा     | बंद                     | खोल/खुल              | हटा/अनम्यूट                               | नहीं
hr      | odgovor  | ured       | izbri         | prijav        | odusta     | ^slažem      | ne slažem     | najstar             | najnov            | odobr                  | odbij                   | sakri/skri          | prika    | zatvor                 | otvor               | ukloni/poništi/otkvač                   | nije
hu      | válasz   | szerkesz   | törl/töröl    | jelent        | mégse      | egyetért     | nem ért       | legrégeb            | legújab           | jóváhagy               | elutasít                | elrejt              | mutat    | lezár/le van zár       | nyit/megnyit        | megszüntet/felold/némításának feloldása | nem
id      | balas    | edit       | hapus/dihapus/menghapus | lapor         | batal      | ^setuju_     | tidak setuju  | terlama             | terbaru           | setujui/disetujui      | tolak/ditolak           | sembunyi/disembunyi | tampil   | tutup/ditutup/tertutup | buka/dibuka/terbuka | batalkan/berhenti/lepas                 | tidak/belum
it      | rispo    | modific    | elimin        | segnal        | annull     | ^d’accordo   | non d’accordo | meno recenti/vecchi | più recenti/nuovi | approv                 | rifiut                  | nasco               | mostr    | chiu                   | apr/apert/riapr     | non fissare più/annulla/riattiva        | non
ja      | 返信     | 編集       | 削除          | 報告          | キャンセル | 賛成         | 反対          | 古い                | 新しい            | 承認                   | 却下                    | 非表示              | に表示$  | 終了                   | 再開/続             | 解除/外す                               | ません
ko      | 답글     | 수정       | 삭제          | 신고          | 취소       | 찬성         | 반대          | 오래된              | 최신              | 승인                   | 거부                    | 숨[기겼]            | 보이     | 마감                   | 열                  | 해제                                    | 않았/못했
lt      | atsak    | redag      | ištrin/ištryn | praneš        | atšauk     | ^pritar      | nepritar      | seniaus             | naujaus           | patvirt                | atmest                  | slėp/paslėp         | rody     | uždar                  | atidar              | nebe/atseg                              | ne
lv      | atbild   | labo       | dzēs/izdzēs   | ziņo          | atcel      | ^piekrīt     | nepiekrīt     | vecāk               | jaunāk            | apstiprin              | noraid                  | paslēp              | rādī     | slēg                   | atvēr               | atcelt/atspraust/vairs                  | netika/nav
nb      | svar     | rediger    | slett         | rapport       | avbryt     | enig         | uenig         | eldst               | nyest             | godkjen                | avvis                   | skjul               | vis      | steng                  | åp/gjenåp           | opphev/ikke framhev/løsne               | ikke
nl      | antwoord | bewerk     | verwijder     | meld          | annul      | ^eens        | oneens        | oudst               | nieuwst           | goedkeur/goedgekeur    | afwij/afgewez           | verb[eo]rg          | tonen    | slui/gesl              | open/heropen        | niet meer/losmak                        | niet
pl      | odpowi   | edyt/edycj | usu[nńw]      | zgło          | anuluj     | ^zgadzam     | nie zgadzam   | najstar             | najnow            | zatwierd               | odrzu                   | ukry                | pokaż    | zamk                   | otw                 | cofnij/odepnij                          | nie
pt-BR   | respo    | edit       | exclu         | den[uú]nci    | cancel     | concord      | discord       | antig               | recent            | aprov                  | rejeit                  | ocult               | mostr    | encerr                 | abert/reabr         | deixar/desafix                          | não
pt-PT   | respo    | edit       | elimin        | den[uú]nci    | cancel     | concord      | discord       | antig               | recent            | aprov                  | rejeit                  | ocult               | mostr    | encerr                 | abert/reabr         | deixar                                  | não
ro      | răspun   | edit       | șter          | raport        | anul       | ^de acord    | dezacord      | vechi               | noi               | aprob                  | respin                  | ascun               | afiș     | închi                  | deschi/redeschi     | anul/afiș                               | nu_
ru      | ответ    | измен      | удал          | жалоб/пожалов | отмена     | за_          | против        | стар                | нов               | одобр                  | отклон                  | скры                | показ    | закр                   | откр                | снять/откреп/снова                      | не_
sk      | odpove   | uprav      | zmaz          | nahlás        | zruš       | súhlas       | nesúhlas      | najstar             | najnov            | schvál                 | zamiet                  | skry                | zobraz   | uzav                   | otvor               | zrušiť/vyrad/znova                      | nebol/nie_
sl      | odgovor  | ured       | izbri         | prijav        | prekli     | ^strinjam    | ne strinjam   | najstar             | najnov            | odobr                  | zavrn                   | skri                | prika    | zap[ri]                | odpr                | prekliči/odpni/ne izpost                | ni_
sr      | одговор  | измен      | избри         | пријав        | откаж      | ^слажем      | не слажем     | најстар             | најнов            | одобр                  | одбиј                   | сакри               | прика    | затвор                 | отвор               | уклони/откач/не игнориши                | није
sv      | svar     | redig      | rader         | anmäl         | avbryt     | ^håller med  | håller inte   | äldst               | nyast             | godkän                 | avsl                    | dölj/dold           | visa     | stäng                  | öpp                 | sluta/loss                              | inte
th      | ตอบ      | แก้ไข       | ลบ            | รายงาน        | ยกเลิก      | ^เห็นด้วย      | ไม่เห็นด้วย      | เก่า                 | ใหม่               | อนุมัติ                   | ปฏิเสธ                   | ซ่อน                 | แสดง     | (?<!เ)ปิด               | เปิด                 | เลิก                                     | ไม่
tr      | yanıt    | düzenle    | sil           | şikâyet       | vazgeç     | katılıyor    | katılmıyor    | eski                | yeni              | onay                   | redde                   | gizle               | göster   | kapa                   | aç                  | kaldır/bırak/aç                         | \\p{L}+m[ae]d[ıi]
uk      | відпов   | змін       | видал         | поскарж/скарг | скасув     | за_          | проти         | стар                | нов               | схвал                  | відхил                  | прихов              | показ    | закр                   | відкр               | зняти/відкріп/знову                     | не_
vi      | trả lời  | chỉnh sửa  | xóa           | báo cáo       | hủy        | ^đồng ý      | không đồng ý  | cũ                  | mới               | duyệt                  | từ chối                 | ẩn                  | hiện với | đóng                   | mở                  | bỏ                                      | chưa/không
zh-Hans | 回复     | 编辑       | 删除          | 举报          | 取消       | 赞同         | 反对          | 最早                | 最新              | (?<![未予])通过        | 不予通过/未通过         | 隐藏                | 显示     | 关闭                   | 开放                | 取消                                    | 未
zh-Hant | 回覆     | 編輯       | 刪除          | 檢舉          | 取消       | 贊成         | 反對          | 最早                | 最新              | 核准                   | 拒絕                    | 隱藏                | 顯示     | 關閉                   | 開放                | 取消                                    | 未
`;

const words = [
  'reply',
  'edit',
  'delete',
  'report',
  'cancel',
  'agree',
  'disagree',
  'oldest',
  'newest',
  'approve',
  'reject',
  'hide',
  'show',
  'close',
  'open',
  'undone',
  'not',
] as const;
export type Word = (typeof words)[number];

const [head = '', ...rows] = TABLE.trim().split('\n');
const cellsOf = (row: string): readonly string[] => row.split('|').map((cell) => cell.trim());
if (cellsOf(head).join() !== ['tag', ...words].join()) throw new Error('The columns of the glossary have other names.');

/** A letter of a script whose words are set apart by spaces, and have no prefixed articles. */
const BEFORE = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])';

const patternOf = (cell: string): RegExp =>
  new RegExp(`${BEFORE}(?:${cell.normalize().replaceAll('/', '|').replaceAll('_', '(?!\\p{L})')})`, 'iu');

/** By tag. */
export const glossary: ReadonlyMap<string, Readonly<Record<Word, RegExp>>> = new Map(
  rows.map((row) => {
    const [tag = '', ...cells] = cellsOf(row);
    return [tag, Object.fromEntries(words.map((word, index) => [word, patternOf(cells[index] ?? '')]))] as [
      string,
      Record<Word, RegExp>,
    ];
  }),
);
