/**
 * What readers are told about their votes, comments, edits, deletions and reports, in English and in three languages with other plurals and another
 * writing direction. The texts are written here once more, for a reader of the language to check: whoever changes one of them in a locale
 * has to say here that it means the same.
 */
import { expect } from 'chai';
import { loadLocale, type WholeLocale } from './load-locale.js';

type Tag = 'en' | 'pl' | 'ar' | 'lt';

const languages: Readonly<Record<Tag, WholeLocale>> = {
  en: await loadLocale('en'),
  pl: await loadLocale('pl'),
  ar: await loadLocale('ar'),
  lt: await loadLocale('lt'),
};
const tags = Object.keys(languages) as Tag[];

type Sentence = {
  /** What the text says or does, after "it". */
  readonly that: string;
  readonly of: (messages: WholeLocale) => string;
} & Readonly<Record<Tag, string>>;

const votes: readonly Sentence[] = [
  {
    that: 'says that a vote is counted',
    of: ({ voteCounted }) => voteCounted,
    en: 'Your vote is counted.',
    pl: 'Głos został policzony.',
    ar: 'تم احتساب صوتك.',
    lt: 'Jūsų balsas įskaitytas.',
  },
  {
    that: 'says that a vote is not counted, and why',
    of: ({ voteFailed, causes }) => voteFailed(causes.network),
    en: 'Your vote wasn’t counted. We couldn’t reach the site.',
    pl: 'Głos nie został policzony. Nie udało się połączyć z serwisem.',
    ar: 'لم يُحتسب صوتك. تعذّر الوصول إلى الموقع.',
    lt: 'Jūsų balsas neįskaitytas. Svetainė nepasiekiama.',
  },
  {
    that: 'says that it is unknown whether a vote or another change was made',
    of: ({ changeUncertain, causes }) => changeUncertain(causes.timeout),
    en: 'The site took too long to respond, so we can’t tell whether this was done. It’s safe to try again.',
    pl: 'Serwis zbyt długo nie odpowiada. Nie wiadomo, czy zmiana się powiodła. Można bezpiecznie spróbować ponownie.',
    ar: 'استغرق الموقع وقتًا طويلًا للرد. لذلك لا نعرف هل تم ذلك. يمكنك إعادة المحاولة بأمان.',
    lt: 'Svetainė per ilgai neatsakė. Todėl nežinome, ar tai atlikta. Galite drąsiai bandyti dar kartą.',
  },
  {
    that: 'says that a vote was cast before',
    of: ({ votedBefore }) => votedBefore,
    en: 'You’ve already voted on this comment.',
    pl: 'Głos na ten komentarz został już oddany.',
    ar: 'لقد صوّتَّ على هذا التعليق من قبل.',
    lt: 'Dėl šio komentaro jau balsavote.',
  },
  {
    that: 'says that a vote is not counted before the reader signs in on the site',
    of: ({ voteNeedsSignIn }) => voteNeedsSignIn,
    en: 'Your vote isn’t counted yet. Sign in on this site, then come back to this page.',
    pl: 'Głos nie został jeszcze policzony. Należy zalogować się w tym serwisie i wrócić na tę stronę.',
    ar: 'لم يُحتسب صوتك بعد. سجّل الدخول إلى هذا الموقع ثم عد إلى هذه الصفحة.',
    lt: 'Jūsų balsas dar neįskaitytas. Prisijunkite šioje svetainėje, tada grįžkite į šį puslapį.',
  },
  {
    that: 'says that a vote will be counted after signing in',
    of: ({ signInToVoteHint }) => signInToVoteHint,
    en: 'You’ll come back to this comment, and your vote will be counted then.',
    pl: 'Po zalogowaniu nastąpi powrót do tego komentarza, a głos zostanie policzony.',
    ar: 'ستعود بعدها إلى هذا التعليق، وسيُحتسب صوتك.',
    lt: 'Grįšite prie šio komentaro ir tada jūsų balsas bus įskaitytas.',
  },
];

const comments: readonly Sentence[] = [
  {
    that: 'says that a comment is published',
    of: ({ published }) => published,
    en: 'Your comment is published.',
    pl: 'Komentarz został opublikowany.',
    ar: 'نُشر تعليقك.',
    lt: 'Jūsų komentaras paskelbtas.',
  },
  {
    that: 'says that a reply is published',
    of: ({ replyOutcomes }) => replyOutcomes.published,
    en: 'Your reply is published.',
    pl: 'Odpowiedź została opublikowana.',
    ar: 'نُشر ردك.',
    lt: 'Jūsų atsakymas paskelbtas.',
  },
  {
    that: 'says that a comment is not posted, and why',
    of: ({ postFailed, causes }) => postFailed(causes.unavailable),
    en: 'Your comment wasn’t posted. Our site is having trouble right now.',
    pl: 'Komentarz nie został opublikowany. Nasz serwis ma chwilowe problemy.',
    ar: 'لم يُرسل تعليقك. يواجه موقعنا مشكلة في الوقت الحالي.',
    lt: 'Jūsų komentaras nepaskelbtas. Mūsų svetainė šiuo metu turi nesklandumų.',
  },
  {
    that: 'says that it is unknown whether a comment is posted',
    of: ({ postUncertain, causes }) => postUncertain(causes.network),
    en: 'We couldn’t reach the site, so we can’t tell whether this was posted. Try again: it won’t appear twice.',
    pl: 'Nie udało się połączyć z serwisem. Nie wiadomo, czy komentarz został opublikowany. Można spróbować ponownie: nie pojawi się dwa razy.',
    ar: 'تعذّر الوصول إلى الموقع. لذلك لا نعرف هل أُرسل تعليقك. حاول مرة أخرى: لن يظهر مرتين.',
    lt: 'Svetainė nepasiekiama. Todėl nežinome, ar tai paskelbta. Bandykite dar kartą: du kartus nepasirodys.',
  },
  {
    that: 'marks a comment that may not be posted',
    of: ({ perhapsPosted }) => perhapsPosted,
    en: 'May not have been posted',
    pl: 'Być może nie opublikowano',
    ar: 'ربما لم يُرسل',
    lt: 'Galbūt nepaskelbta',
  },
  {
    that: 'says that a comment was posted before',
    of: ({ postedBefore, causes }) => postedBefore(causes.duplicate),
    en: 'You’ve already posted this. There’s no need to post it again.',
    pl: 'Ten tekst został już opublikowany. Nie trzeba publikować tego ponownie.',
    ar: 'لقد أرسلت هذا من قبل. لا حاجة إلى إرساله مرة أخرى.',
    lt: 'Tai jau paskelbėte. Dar kartą skelbti nereikia.',
  },
  {
    that: 'says that an earlier comment was received, and asks whether to post this one too',
    of: ({ arrivedEarlier }) => arrivedEarlier,
    en: 'Your earlier comment reached us after all. Post this one too?',
    pl: 'Wcześniejszy komentarz jednak do nas dotarł. Opublikować także ten?',
    ar: 'تعليقك السابق وصل إلينا بالفعل. هل تريد إرسال هذا أيضًا؟',
    lt: 'Ankstesnis jūsų komentaras vis dėlto mus pasiekė. Paskelbti ir šį?',
  },
  {
    that: 'says that a comment is held for review',
    of: ({ held }) => held,
    en: 'Your comment is waiting for review. For now, only you can see it.',
    pl: 'Komentarz czeka na sprawdzenie. Na razie nie jest widoczny dla innych.',
    ar: 'تعليقك بانتظار المراجعة. لا يراه أحد سواك في الوقت الحالي.',
    lt: 'Jūsų komentaras laukia peržiūros. Kol kas jį matote tik jūs.',
  },
  {
    that: 'says that a reply is held for review',
    of: ({ replyOutcomes }) => replyOutcomes.held,
    en: 'Your reply is waiting for review. For now, only you can see it.',
    pl: 'Odpowiedź czeka na sprawdzenie. Na razie nie jest widoczna dla innych.',
    ar: 'ردك بانتظار المراجعة. لا يراه أحد سواك في الوقت الحالي.',
    lt: 'Jūsų atsakymas laukia peržiūros. Kol kas jį matote tik jūs.',
  },
  {
    that: 'marks a comment that is held for review',
    of: ({ heldForReview }) => heldForReview,
    en: 'Waiting for review: only you can see it',
    pl: 'Czeka na sprawdzenie i nie jest jeszcze widoczny dla innych',
    ar: 'بانتظار المراجعة: لا يراه أحد سواك',
    lt: 'Laukia peržiūros: matote tik jūs',
  },
  {
    that: 'says that a comment was received but is not public',
    of: ({ invisible }) => invisible,
    en: 'We’ve received your comment, but it isn’t public.',
    pl: 'Komentarz do nas dotarł, ale nie jest publiczny.',
    ar: 'استلمنا تعليقك، لكنه غير ظاهر للعموم.',
    lt: 'Jūsų komentarą gavome, bet jis nėra viešas.',
  },
  {
    that: 'says that a reply was received but is not public',
    of: ({ replyOutcomes }) => replyOutcomes.invisible,
    en: 'We’ve received your reply, but it isn’t public.',
    pl: 'Odpowiedź do nas dotarła, ale nie jest publiczna.',
    ar: 'استلمنا ردك، لكنه غير ظاهر للعموم.',
    lt: 'Jūsų atsakymą gavome, bet jis nėra viešas.',
  },
  {
    that: 'says that a comment is not accepted',
    of: ({ rejected }) => rejected(),
    en: 'Your comment wasn’t accepted. You can change it and post it again.',
    pl: 'Komentarz nie został przyjęty. Można go zmienić i opublikować ponownie.',
    ar: 'لم يُقبل تعليقك. يمكنك تعديله وإرساله مجددًا.',
    lt: 'Jūsų komentaras nepriimtas. Galite jį pakeisti ir paskelbti dar kartą.',
  },
  {
    that: 'says why a comment is not accepted',
    of: ({ rejected }) => rejected('No ads.'),
    en: 'Your comment wasn’t accepted. No ads. You can change it and post it again.',
    pl: 'Komentarz nie został przyjęty. No ads. Można go zmienić i opublikować ponownie.',
    ar: 'لم يُقبل تعليقك. No ads. يمكنك تعديله وإرساله مجددًا.',
    lt: 'Jūsų komentaras nepriimtas. No ads. Galite jį pakeisti ir paskelbti dar kartą.',
  },
  {
    that: 'says that a comment is not posted because another account is signed in',
    of: ({ viewerChanged }) => viewerChanged,
    en: 'Your comment wasn’t posted. Someone else is signed in now: check the name, then post again.',
    pl: 'Komentarz nie został opublikowany. Teraz zalogowana jest inna osoba: prosimy sprawdzić nazwę i opublikować ponownie.',
    ar: 'لم يُرسل تعليقك. سجّل شخص آخر الدخول في هذه الأثناء: تحقق من الاسم ثم أرسل مرة أخرى.',
    lt: 'Jūsų komentaras nepaskelbtas. Dabar prisijungęs kitas asmuo: patikrinkite vardą ir paskelbkite dar kartą.',
  },
  {
    that: 'says that a reply is not posted, and why',
    of: ({ replyOutcomes, causes }) => replyOutcomes.postFailed(causes.unavailable),
    en: 'Your reply wasn’t posted. Our site is having trouble right now.',
    pl: 'Odpowiedź nie została opublikowana. Nasz serwis ma chwilowe problemy.',
    ar: 'لم يُرسل ردك. يواجه موقعنا مشكلة في الوقت الحالي.',
    lt: 'Jūsų atsakymas nepaskelbtas. Mūsų svetainė šiuo metu turi nesklandumų.',
  },
  {
    that: 'says why a reply is not accepted',
    of: ({ replyOutcomes }) => replyOutcomes.rejected('No ads.'),
    en: 'Your reply wasn’t accepted. No ads. You can change it and post it again.',
    pl: 'Odpowiedź nie została przyjęta. No ads. Można ją zmienić i opublikować ponownie.',
    ar: 'لم يُقبل ردك. No ads. يمكنك تعديله وإرساله مجددًا.',
    lt: 'Jūsų atsakymas nepriimtas. No ads. Galite jį pakeisti ir paskelbti dar kartą.',
  },
  {
    that: 'says that a reply is not posted because another account is signed in',
    of: ({ replyOutcomes }) => replyOutcomes.viewerChanged,
    en: 'Your reply wasn’t posted. Someone else is signed in now: check the name, then post again.',
    pl: 'Odpowiedź nie została opublikowana. Teraz zalogowana jest inna osoba: prosimy sprawdzić nazwę i opublikować ponownie.',
    ar: 'لم يُرسل ردك. سجّل شخص آخر الدخول في هذه الأثناء: تحقق من الاسم ثم أرسل مرة أخرى.',
    lt: 'Jūsų atsakymas nepaskelbtas. Dabar prisijungęs kitas asmuo: patikrinkite vardą ir paskelbkite dar kartą.',
  },
  {
    that: 'says that a draft is saved',
    of: ({ draftSaved }) => draftSaved,
    en: 'Your draft is saved.',
    pl: 'Szkic jest zapisany.',
    ar: 'مسودتك محفوظة.',
    lt: 'Juodraštis įrašytas.',
  },
  {
    that: 'says that a draft is saved until the tab is closed',
    of: ({ draftInTab }) => draftInTab,
    en: 'Your draft is saved until you close this tab.',
    pl: 'Szkic jest zapisany do zamknięcia tej karty.',
    ar: 'مسودتك محفوظة حتى تغلق علامة التبويب هذه.',
    lt: 'Juodraštis bus saugomas, kol neužversite šio skirtuko.',
  },
  {
    that: 'says that a draft cannot be saved',
    of: ({ draftNotKept }) => draftNotKept,
    en: 'Your draft can’t be saved in this browser.',
    pl: 'W tej przeglądarce nie można zapisać szkicu.',
    ar: 'لا يمكن حفظ مسودتك في هذا المتصفح.',
    lt: 'Šioje naršyklėje juodraščio įrašyti negalima.',
  },
  {
    that: 'says that a draft is discarded',
    of: ({ draftDiscarded }) => draftDiscarded,
    en: 'Draft discarded.',
    pl: 'Szkic odrzucono.',
    ar: 'تم تجاهل المسودة.',
    lt: 'Juodraštis atmestas.',
  },
];

const edits: readonly Sentence[] = [
  {
    that: 'says that an edit is saved',
    of: ({ saved }) => saved,
    en: 'Your changes are saved.',
    pl: 'Zmiany zostały zapisane.',
    ar: 'تم حفظ تعديلاتك.',
    lt: 'Jūsų pakeitimai įrašyti.',
  },
  {
    that: 'says that an edit is not saved, and why',
    of: ({ editFailed, causes }) => editFailed(causes.forbidden),
    en: 'The comment hasn’t been changed. You don’t have permission to do this.',
    pl: 'Komentarz nie został zmieniony. Brak uprawnień do tej czynności.',
    ar: 'لم يتغير التعليق. ليس لديك إذن للقيام بذلك.',
    lt: 'Komentaras nepakeistas. Neturite tam leidimo.',
  },
  {
    that: 'asks which version to keep',
    of: ({ editConflict }) => editConflict,
    en: 'This comment has changed since you started. Which version do you want to keep?',
    pl: 'Ten komentarz został w międzyczasie zmieniony. Którą wersję zachować?',
    ar: 'تغيّر هذا التعليق منذ أن بدأت. أي النسختين تريد الإبقاء عليها؟',
    lt: 'Šis komentaras pakeistas po to, kai pradėjote jį redaguoti. Kurią versiją norite palikti?',
  },
  {
    that: 'offers to keep the version of the reader',
    of: ({ keepMine }) => keepMine,
    en: 'Keep my version',
    pl: 'Zachowaj moją wersję',
    ar: 'الإبقاء على نسختي',
    lt: 'Palikti mano versiją',
  },
  {
    that: 'offers to keep the current version',
    of: ({ takeTheirs }) => takeTheirs,
    en: 'Keep current version',
    pl: 'Zachowaj aktualną wersję',
    ar: 'الإبقاء على النسخة الحالية',
    lt: 'Palikti dabartinę versiją',
  },
  {
    that: 'says that an edit is discarded',
    of: ({ theirsTaken }) => theirsTaken,
    en: 'Your changes were discarded.',
    pl: 'Zmiany zostały odrzucone.',
    ar: 'تم تجاهل تعديلاتك.',
    lt: 'Jūsų pakeitimai atmesti.',
  },
  {
    that: 'says that the time for editing is over',
    of: ({ editTimeOver }) => editTimeOver,
    en: 'The time for editing is over. You can still copy your text.',
    pl: 'Czas na edycję minął. Nadal można skopiować swój tekst.',
    ar: 'انتهى وقت التعديل. لا يزال بإمكانك نسخ نصك.',
    lt: 'Redagavimo laikas baigėsi. Savo tekstą dar galite nukopijuoti.',
  },
  {
    that: 'says that the comment that is edited is removed',
    of: ({ editedGone }) => editedGone,
    en: 'This comment has been removed. You can still copy your text.',
    pl: 'Ten komentarz został usunięty. Nadal można skopiować swój tekst.',
    ar: 'أُزيل هذا التعليق. لا يزال بإمكانك نسخ نصك.',
    lt: 'Šis komentaras pašalintas. Savo tekstą dar galite nukopijuoti.',
  },
];

const deletions: readonly Sentence[] = [
  {
    that: 'asks before readers delete their own comment',
    of: ({ removal }) => removal.author.question,
    en: 'Delete this comment?',
    pl: 'Usunąć ten komentarz?',
    ar: 'هل تريد حذف هذا التعليق؟',
    lt: 'Ištrinti šį komentarą?',
  },
  {
    that: 'warns that the replies are deleted, too',
    of: ({ removal }) => removal.author.withReplies,
    en: 'The replies to it will be deleted, too.',
    pl: 'Odpowiedzi na niego także zostaną usunięte.',
    ar: 'ستُحذف معه الردود عليه أيضًا.',
    lt: 'Atsakymai į jį taip pat bus ištrinti.',
  },
  {
    that: 'asks before an editor removes a comment',
    of: ({ removal }) => removal.editors.question,
    en: 'Remove this comment?',
    pl: 'Usunąć ten komentarz?',
    ar: 'هل تريد إزالة هذا التعليق؟',
    lt: 'Pašalinti šį komentarą?',
  },
  {
    that: 'warns that the replies are removed, too',
    of: ({ removal }) => removal.editors.withReplies,
    en: 'The replies to it will be removed, too.',
    pl: 'Odpowiedzi na niego także zostaną usunięte.',
    ar: 'ستُزال معه الردود عليه أيضًا.',
    lt: 'Atsakymai į jį taip pat bus pašalinti.',
  },
  {
    that: 'warns that a deletion cannot be undone',
    of: ({ removedForGood }) => removedForGood,
    en: 'No one will be able to read it. You can’t undo this.',
    pl: 'Nikt nie będzie mógł go przeczytać. Tego nie można cofnąć.',
    ar: 'لن يتمكن أحد من قراءته، ولا يمكنك التراجع عن هذا.',
    lt: 'Niekas jo nebegalės perskaityti. Šio veiksmo anuliuoti nebus galima.',
  },
  {
    that: 'says that a deletion can be undone',
    of: ({ removedForNow }) => removedForNow,
    en: 'No one will be able to read it. You can undo this right afterwards.',
    pl: 'Nikt nie będzie mógł go przeczytać. Zaraz potem będzie można to cofnąć.',
    ar: 'لن يتمكن أحد من قراءته، ويمكنك التراجع بعد ذلك مباشرةً.',
    lt: 'Niekas jo nebegalės perskaityti. Šį veiksmą galėsite anuliuoti iškart po to.',
  },
  {
    that: 'says that a comment is deleted',
    of: ({ removal }) => removal.author.removed,
    en: 'You deleted this comment.',
    pl: 'Komentarz usunięto.',
    ar: 'لقد حذفت هذا التعليق.',
    lt: 'Ištrynėte šį komentarą.',
  },
  {
    that: 'says that a comment is removed',
    of: ({ removal }) => removal.editors.removed,
    en: 'Comment removed.',
    pl: 'Komentarz usunięto.',
    ar: 'تمت إزالة التعليق.',
    lt: 'Komentaras pašalintas.',
  },
  {
    that: 'says that a comment is not deleted, and why',
    of: ({ removeFailed, causes }) => removeFailed(causes['session-expired']),
    en: 'The comment is still there. You’re no longer signed in.',
    pl: 'Komentarz nie został usunięty. Sesja wygasła i trzeba zalogować się ponownie.',
    ar: 'لا يزال التعليق موجودًا. لم تعد مسجّل الدخول.',
    lt: 'Komentaras tebėra. Nebesate prisijungę.',
  },
  {
    that: 'says that a comment is restored',
    of: ({ restored }) => restored,
    en: 'The comment is back.',
    pl: 'Komentarz został przywrócony.',
    ar: 'عاد التعليق.',
    lt: 'Komentaras grąžintas.',
  },
  {
    that: 'says that a comment is not restored, and why',
    of: ({ restoreFailed, causes }) => restoreFailed(causes.network),
    en: 'We couldn’t bring the comment back. We couldn’t reach the site.',
    pl: 'Nie udało się przywrócić komentarza. Nie udało się połączyć z serwisem.',
    ar: 'تعذّرت إعادة التعليق. تعذّر الوصول إلى الموقع.',
    lt: 'Komentaro grąžinti nepavyko. Svetainė nepasiekiama.',
  },
  {
    that: 'stands in place of a comment that its author deleted',
    of: ({ deletedByAuthor }) => deletedByAuthor,
    en: 'This comment was deleted by its author.',
    pl: 'Ten komentarz usunęła osoba, która go napisała.',
    ar: 'حذف صاحب التعليق هذا التعليق.',
    lt: 'Šį komentarą ištrynė jį parašęs asmuo.',
  },
  {
    that: 'stands in place of a comment that the editors removed',
    of: ({ removedByEditors }) => removedByEditors,
    en: 'This comment was removed by the editors.',
    pl: 'Ten komentarz usunęła redakcja.',
    ar: 'أزال المحررون هذا التعليق.',
    lt: 'Šį komentarą pašalino redakcija.',
  },
  {
    that: 'stands in place of a comment that was not published',
    of: ({ notPublished }) => notPublished,
    en: 'This comment wasn’t published.',
    pl: 'Ten komentarz nie został opublikowany.',
    ar: 'لم يُنشر هذا التعليق.',
    lt: 'Šis komentaras nepaskelbtas.',
  },
];

const reports: readonly Sentence[] = [
  {
    that: 'says that a report is sent',
    of: ({ reportSent }) => reportSent(),
    en: 'Thank you. We’ve received your report.',
    pl: 'Dziękujemy. Zgłoszenie zostało wysłane.',
    ar: 'شكرًا لك. تم إرسال بلاغك.',
    lt: 'Ačiū. Jūsų pranešimas išsiųstas.',
  },
  {
    that: 'says the reference of a report that is sent',
    of: ({ reportSent }) => reportSent('R-1001'),
    en: 'Thank you. We’ve received your report (reference R-1001).',
    pl: 'Dziękujemy. Zgłoszenie zostało wysłane. Numer zgłoszenia: R-1001.',
    ar: 'شكرًا لك. تم إرسال بلاغك. رقمه المرجعي \u2068R-1001\u2069.',
    lt: 'Ačiū. Jūsų pranešimas išsiųstas. Jo numeris: R-1001.',
  },
  {
    that: 'says that a report is not sent, and why',
    of: ({ reportFailed, causes }) => reportFailed(causes.network),
    en: 'Your report wasn’t sent. We couldn’t reach the site.',
    pl: 'Zgłoszenie nie zostało wysłane. Nie udało się połączyć z serwisem.',
    ar: 'لم يُرسل بلاغك. تعذّر الوصول إلى الموقع.',
    lt: 'Jūsų pranešimas neišsiųstas. Svetainė nepasiekiama.',
  },
  {
    that: 'says that it is unknown whether a report is sent',
    of: ({ reportUncertain, causes }) => reportUncertain(causes.timeout),
    en: 'The site took too long to respond, so we can’t tell whether your report was sent. Try again: it won’t be sent twice.',
    pl: 'Serwis zbyt długo nie odpowiada. Nie wiadomo, czy zgłoszenie zostało wysłane. Można spróbować ponownie: nie zostanie wysłane dwa razy.',
    ar: 'استغرق الموقع وقتًا طويلًا للرد. لذلك لا نعرف هل أُرسل بلاغك. حاول مرة أخرى: لن يُرسل مرتين.',
    lt: 'Svetainė per ilgai neatsakė. Todėl nežinome, ar jūsų pranešimas išsiųstas. Bandykite dar kartą: du kartus nebus išsiųsta.',
  },
  {
    that: 'says that a comment was reported before',
    of: ({ reportedAlready }) => reportedAlready,
    en: 'You’ve reported this comment.',
    pl: 'Ten komentarz został już zgłoszony z tego konta lub urządzenia.',
    ar: 'لقد أبلغت عن هذا التعليق.',
    lt: 'Apie šį komentarą jau pranešėte.',
  },
  {
    that: 'asks readers to sign in to send a report',
    of: ({ reportSignIn }) => reportSignIn,
    en: 'Sign in to send your report.',
    pl: 'Aby wysłać zgłoszenie, należy się zalogować.',
    ar: 'سجّل الدخول لإرسال بلاغك.',
    lt: 'Norėdami išsiųsti pranešimą, prisijunkite.',
  },
  {
    that: 'says that a report is withdrawn',
    of: ({ reportWithdrawn }) => reportWithdrawn,
    en: 'Your report was withdrawn.',
    pl: 'Zgłoszenie zostało wycofane.',
    ar: 'تم سحب بلاغك.',
    lt: 'Jūsų pranešimas atsiimtas.',
  },
  {
    that: 'says that a report is not withdrawn, and why',
    of: ({ withdrawFailed, causes }) => withdrawFailed(causes.network),
    en: 'Your report wasn’t withdrawn. We couldn’t reach the site.',
    pl: 'Zgłoszenie nie zostało wycofane. Nie udało się połączyć z serwisem.',
    ar: 'لم يُسحب بلاغك. تعذّر الوصول إلى الموقع.',
    lt: 'Jūsų pranešimas neatsiimtas. Svetainė nepasiekiama.',
  },
  {
    that: 'says that a notice of illegal content is received',
    of: ({ legal }) => legal.sent(),
    en: 'We’ve received your notice.',
    pl: 'Otrzymaliśmy zgłoszenie.',
    ar: 'استلمنا إشعارك.',
    lt: 'Jūsų pranešimą gavome.',
  },
  {
    that: 'says when a notice is received',
    of: ({ legal }) => legal.sent('24.11.2026'),
    en: 'We received your notice on 24.11.2026.',
    pl: 'Otrzymaliśmy zgłoszenie: 24.11.2026.',
    ar: 'استلمنا إشعارك في 24.11.2026.',
    lt: 'Jūsų pranešimą gavome: 24.11.2026.',
  },
  {
    that: 'says the reference of a notice',
    of: ({ legal }) => legal.reference('N-7'),
    en: 'Its reference is N-7.',
    pl: 'Numer zgłoszenia: N-7.',
    ar: 'رقمه المرجعي \u2068N-7\u2069.',
    lt: 'Jo numeris: N-7.',
  },
  {
    that: 'says that a notice needs the declaration of good faith before it is sent',
    of: ({ legal }) => legal.goodFaithMissing,
    en: 'Check this box to send your notice.',
    pl: 'Aby wysłać zgłoszenie, należy zaznaczyć to pole.',
    ar: 'ضع علامة في هذا المربع لإرسال إشعارك.',
    lt: 'Norėdami išsiųsti pranešimą, pažymėkite šį langelį.',
  },
];

const moderation: readonly Sentence[] = [
  {
    that: 'says that a comment is hidden',
    of: ({ moderation: { actions } }) => actions.hide.done,
    en: 'Comment hidden.',
    pl: 'Komentarz ukryto.',
    ar: 'تم إخفاء التعليق.',
    lt: 'Komentaras paslėptas.',
  },
  {
    that: 'says that a comment is shown again',
    of: ({ moderation: { actions } }) => actions.unhide.done,
    en: 'Readers can see the comment again.',
    pl: 'Komentarz jest znów widoczny dla czytelników.',
    ar: 'التعليق ظاهر للقراء من جديد.',
    lt: 'Skaitytojai vėl gali matyti komentarą.',
  },
  {
    that: 'says that a comment is approved',
    of: ({ moderation: { actions } }) => actions.approve.done,
    en: 'Comment approved. Readers can see it now.',
    pl: 'Komentarz zatwierdzono. Jest już widoczny dla czytelników.',
    ar: 'تم قبول التعليق، ويمكن للقراء رؤيته الآن.',
    lt: 'Komentaras patvirtintas. Dabar skaitytojai gali jį matyti.',
  },
  {
    that: 'says that a comment is rejected',
    of: ({ moderation: { actions } }) => actions.reject.done,
    en: 'Comment rejected.',
    pl: 'Komentarz odrzucono.',
    ar: 'تم رفض التعليق.',
    lt: 'Komentaras atmestas.',
  },
  {
    that: 'says that approving or rejecting a comment is undone',
    of: ({ moderation: { actions } }) => `${actions.approve.undone} ${actions.reject.undone}`,
    en: 'The comment is held for review again. The comment is held for review again.',
    pl: 'Komentarz znów czeka na sprawdzenie. Komentarz znów czeka na sprawdzenie.',
    ar: 'عاد التعليق إلى انتظار المراجعة. عاد التعليق إلى انتظار المراجعة.',
    lt: 'Komentaras vėl laukia peržiūros. Komentaras vėl laukia peržiūros.',
  },
  {
    that: 'asks before somebody is banned',
    of: ({ moderation: { ban } }) => ban.question('Ada'),
    en: 'Ban Ada from commenting?',
    pl: 'Zablokować możliwość komentowania (Ada)?',
    ar: 'هل تريد حظر Ada؟',
    lt: 'Uždrausti komentuoti: Ada?',
  },
  {
    that: 'says that somebody is banned',
    of: ({ moderation: { ban } }) => ban.done('Ada'),
    en: 'Ada is banned from commenting.',
    pl: 'Zablokowano możliwość komentowania: Ada.',
    ar: 'تم حظر Ada.',
    lt: 'Ada nebegali komentuoti.',
  },
  {
    that: 'says that a ban is lifted',
    of: ({ moderation: { ban } }) => ban.undone('Ada'),
    en: 'Ada can comment again.',
    pl: 'Ada znów może komentować.',
    ar: 'يمكن الآن لـAda التعليق من جديد.',
    lt: 'Ada vėl gali komentuoti.',
  },
  {
    that: 'says that a moderator changed nothing, and why',
    of: ({ moderation: { actionFailed }, causes }) => actionFailed(causes.forbidden),
    en: 'Nothing was changed. You don’t have permission to do this.',
    pl: 'Niczego nie zmieniono. Brak uprawnień do tej czynności.',
    ar: 'لم يتغير شيء. ليس لديك إذن للقيام بذلك.',
    lt: 'Pakeitimų neatlikta. Neturite tam leidimo.',
  },
  {
    that: 'says that a change was not undone, and why',
    of: ({ moderation: { undoFailed }, causes }) => undoFailed(causes.network),
    en: 'This wasn’t undone. We couldn’t reach the site.',
    pl: 'Nie udało się tego cofnąć. Nie udało się połączyć z serwisem.',
    ar: 'لم يتم التراجع. تعذّر الوصول إلى الموقع.',
    lt: 'Veiksmas neanuliuotas. Svetainė nepasiekiama.',
  },
  {
    that: 'says in a decision that the comment was removed',
    of: ({ legal }) => legal.decision.measures.removed,
    en: 'The comment was removed.',
    pl: 'Komentarz został usunięty.',
    ar: 'أُزيل التعليق.',
    lt: 'Komentaras pašalintas.',
  },
  {
    that: 'says in a decision that the comment was hidden',
    of: ({ legal }) => legal.decision.measures.hidden,
    en: 'The comment was hidden.',
    pl: 'Komentarz został ukryty.',
    ar: 'أُخفي التعليق.',
    lt: 'Komentaras paslėptas.',
  },
  {
    that: 'says in a decision that the comment was not published',
    of: ({ legal }) => legal.decision.measures.rejected,
    en: 'The comment wasn’t published.',
    pl: 'Komentarz nie został opublikowany.',
    ar: 'لم يُنشر التعليق.',
    lt: 'Komentaras nepaskelbtas.',
  },
];

const closing: readonly Sentence[] = [
  {
    that: 'says that the discussion is closed',
    of: ({ closed }) => closed,
    en: 'Comments are closed. We accept them for a limited time after publication.',
    pl: 'Dyskusja jest zamknięta. Artykuły można komentować przez ograniczony czas po publikacji.',
    ar: 'أُغلقت التعليقات. نرحب بها لمدة محدودة بعد نشر المقال.',
    lt: 'Komentavimas baigtas. Komentarus priimame ribotą laiką po publikavimo.',
  },
  {
    that: 'says that the discussion was closed while the reader wrote',
    of: ({ closedWhileWriting }) => closedWhileWriting,
    en: 'Comments are now closed. You can still copy your text.',
    pl: 'Dyskusja została zamknięta. Nadal można skopiować swój tekst.',
    ar: 'أُغلقت التعليقات. لا يزال بإمكانك نسخ نصك.',
    lt: 'Komentavimas baigtas. Savo tekstą dar galite nukopijuoti.',
  },
  {
    that: 'says that a comment is not posted because the discussion is closed',
    of: ({ postFailed, causes }) => postFailed(causes.closed),
    en: 'Your comment wasn’t posted. Comments are closed.',
    pl: 'Komentarz nie został opublikowany. Dyskusja jest zamknięta.',
    ar: 'لم يُرسل تعليقك. التعليقات مغلقة.',
    lt: 'Jūsų komentaras nepaskelbtas. Komentarai uždaryti.',
  },
  {
    that: 'says that comments are switched off',
    of: ({ disabled }) => disabled,
    en: 'Comments are turned off for now.',
    pl: 'Komentowanie jest na razie wyłączone.',
    ar: 'التعليقات متوقفة في الوقت الحالي.',
    lt: 'Komentavimas kol kas išjungtas.',
  },
  {
    that: 'asks before the discussion is closed',
    of: ({ closeQuestion }) => closeQuestion,
    en: 'Close comments for everyone?',
    pl: 'Zamknąć dyskusję dla wszystkich?',
    ar: 'هل تريد إغلاق التعليقات للجميع؟',
    lt: 'Uždaryti komentarus visiems?',
  },
  {
    that: 'says that the editor closed the discussion',
    of: ({ closedNow }) => closedNow,
    en: 'Comments are closed.',
    pl: 'Dyskusja jest zamknięta.',
    ar: 'أُغلقت التعليقات.',
    lt: 'Komentarai uždaryti.',
  },
  {
    that: 'says that the editor reopened the discussion',
    of: ({ openedNow }) => openedNow,
    en: 'Comments are open again.',
    pl: 'Dyskusja jest znowu otwarta.',
    ar: 'أُعيد فتح التعليقات.',
    lt: 'Komentarai vėl atidaryti.',
  },
  {
    that: 'says that the discussion is not closed, and why',
    of: ({ closeFailed, causes }) => closeFailed(causes.network),
    en: 'Comments are still open. We couldn’t reach the site.',
    pl: 'Dyskusja jest nadal otwarta. Nie udało się połączyć z serwisem.',
    ar: 'لا تزال التعليقات مفتوحة. تعذّر الوصول إلى الموقع.',
    lt: 'Komentarai vis dar atidaryti. Svetainė nepasiekiama.',
  },
  {
    that: 'says that the discussion is not reopened, and why',
    of: ({ openFailed, causes }) => openFailed(causes.network),
    en: 'Comments are still closed. We couldn’t reach the site.',
    pl: 'Dyskusja jest nadal zamknięta. Nie udało się połączyć z serwisem.',
    ar: 'لا تزال التعليقات مغلقة. تعذّر الوصول إلى الموقع.',
    lt: 'Komentarai vis dar uždaryti. Svetainė nepasiekiama.',
  },
];

const signingIn: readonly Sentence[] = [
  {
    that: 'asks readers to sign in on the site',
    of: ({ signInElsewhere }) => signInElsewhere,
    en: 'Sign in to this site to comment.',
    pl: 'Aby komentować, należy zalogować się w tym serwisie.',
    ar: 'سجّل الدخول إلى هذا الموقع لتتمكن من التعليق.',
    lt: 'Norėdami komentuoti, prisijunkite šioje svetainėje.',
  },
  {
    that: 'says that a comment is not posted before the reader signs in on the site',
    of: ({ signInElsewhereToPost }) => signInElsewhereToPost,
    en: 'Your comment isn’t posted yet. Sign in on this site, then come back to this page to post it.',
    pl: 'Komentarz nie został jeszcze opublikowany. Aby go opublikować, należy zalogować się w tym serwisie i wrócić na tę stronę.',
    ar: 'لم يُرسل تعليقك بعد. سجّل الدخول إلى هذا الموقع ثم عد إلى هذه الصفحة لإرساله.',
    lt: 'Jūsų komentaras dar nepaskelbtas. Prisijunkite šioje svetainėje, tada grįžkite į šį puslapį ir paskelbkite jį.',
  },
  {
    that: 'says that a comment is not posted because the reader has to sign in',
    of: ({ postFailed, causes }) => postFailed(causes['sign-in-required']),
    en: 'Your comment wasn’t posted. You need to sign in first.',
    pl: 'Komentarz nie został opublikowany. Najpierw należy się zalogować.',
    ar: 'لم يُرسل تعليقك. عليك تسجيل الدخول أولًا.',
    lt: 'Jūsų komentaras nepaskelbtas. Pirmiausia turite prisijungti.',
  },
  {
    that: 'says who is signed in',
    of: ({ signedInAs }) => signedInAs('Ada'),
    en: 'You’re signed in as Ada.',
    pl: 'Zalogowano jako Ada.',
    ar: 'تم تسجيل دخولك باسم Ada.',
    lt: 'Esate prisijungę kaip Ada.',
  },
  {
    that: 'says that somebody without a name is signed in',
    of: ({ signedInAs }) => signedInAs(''),
    en: 'You’re signed in.',
    pl: 'Zalogowano.',
    ar: 'تم تسجيل دخولك.',
    lt: 'Esate prisijungę.',
  },
  {
    that: 'says that signing in failed, and why',
    of: ({ signInFailed, causes }) => signInFailed(causes.network),
    en: 'You’re not signed in. We couldn’t reach the site.',
    pl: 'Nie udało się zalogować. Nie udało się połączyć z serwisem.',
    ar: 'لم يتم تسجيل دخولك. تعذّر الوصول إلى الموقع.',
    lt: 'Nesate prisijungę. Svetainė nepasiekiama.',
  },
  {
    that: 'says that signing out failed, and why',
    of: ({ signOutFailed, causes }) => signOutFailed(causes.network),
    en: 'You’re still signed in. We couldn’t reach the site.',
    pl: 'Nie udało się wylogować. Nie udało się połączyć z serwisem.',
    ar: 'ما زلت مسجّل الدخول. تعذّر الوصول إلى الموقع.',
    lt: 'Vis dar esate prisijungę. Svetainė nepasiekiama.',
  },
];

/** The labels of buttons, and what screen readers say for one of them. */
const labels: readonly Sentence[] = [
  { that: 'labels Reply', of: ({ reply }) => reply, en: 'Reply', pl: 'Odpowiedz', ar: 'رد', lt: 'Atsakyti' },
  { that: 'labels Edit', of: ({ edit }) => edit, en: 'Edit', pl: 'Edytuj', ar: 'تعديل', lt: 'Redaguoti' },
  { that: 'labels Delete', of: ({ remove }) => remove, en: 'Delete', pl: 'Usuń', ar: 'حذف', lt: 'Ištrinti' },
  {
    that: 'labels Delete below the question',
    of: ({ removal }) => removal.author.remove,
    en: 'Delete',
    pl: 'Usuń',
    ar: 'حذف',
    lt: 'Ištrinti',
  },
  {
    that: 'labels Remove, for editors',
    of: ({ removal }) => removal.editors.remove,
    en: 'Remove',
    pl: 'Usuń',
    ar: 'إزالة',
    lt: 'Pašalinti',
  },
  {
    that: 'labels Cancel below the question',
    of: ({ keep }) => keep,
    en: 'Cancel',
    pl: 'Anuluj',
    ar: 'إلغاء',
    lt: 'Atšaukti',
  },
  {
    that: 'labels Cancel in a form',
    of: ({ cancel }) => cancel,
    en: 'Cancel',
    pl: 'Anuluj',
    ar: 'إلغاء',
    lt: 'Atšaukti',
  },
  { that: 'labels Undo', of: ({ undo }) => undo, en: 'Undo', pl: 'Cofnij', ar: 'تراجع', lt: 'Anuliuoti' },
  { that: 'labels Save', of: ({ save }) => save, en: 'Save', pl: 'Zapisz', ar: 'حفظ', lt: 'Įrašyti' },
  {
    that: 'labels Discard',
    of: ({ discard }) => discard,
    en: 'Discard',
    pl: 'Odrzuć szkic',
    ar: 'تجاهل المسودة',
    lt: 'Atmesti juodraštį',
  },
  {
    that: 'labels Report',
    of: ({ report }) => report,
    en: 'Report as abuse',
    pl: 'Zgłoś nadużycie',
    ar: 'الإبلاغ عن إساءة',
    lt: 'Pranešti apie pažeidimą',
  },
  {
    that: 'labels Send report',
    of: ({ sendReport }) => sendReport,
    en: 'Send report',
    pl: 'Wyślij zgłoszenie',
    ar: 'إرسال البلاغ',
    lt: 'Siųsti pranešimą',
  },
  {
    that: 'labels Send notice',
    of: ({ legal }) => legal.send,
    en: 'Send notice',
    pl: 'Wyślij formalne zgłoszenie',
    ar: 'إرسال الإشعار',
    lt: 'Siųsti oficialų pranešimą',
  },
  {
    that: 'labels Withdraw report',
    of: ({ withdrawReport }) => withdrawReport,
    en: 'Withdraw report',
    pl: 'Wycofaj zgłoszenie',
    ar: 'سحب البلاغ',
    lt: 'Atsiimti pranešimą',
  },
  {
    that: 'labels Post comment',
    of: ({ post }) => post,
    en: 'Post comment',
    pl: 'Opublikuj komentarz',
    ar: 'إرسال التعليق',
    lt: 'Skelbti komentarą',
  },
  {
    that: 'labels Post reply',
    of: ({ postReply }) => postReply,
    en: 'Post reply',
    pl: 'Opublikuj odpowiedź',
    ar: 'إرسال الرد',
    lt: 'Skelbti atsakymą',
  },
  {
    that: 'labels Try again',
    of: ({ tryAgain }) => tryAgain,
    en: 'Try again',
    pl: 'Spróbuj ponownie',
    ar: 'إعادة المحاولة',
    lt: 'Bandyti dar kartą',
  },
  {
    that: 'labels Sign in',
    of: ({ signIn }) => signIn,
    en: 'Sign in',
    pl: 'Zaloguj się',
    ar: 'تسجيل الدخول',
    lt: 'Prisijungti',
  },
  {
    that: 'labels Sign out',
    of: ({ signOut }) => signOut,
    en: 'Sign out',
    pl: 'Wyloguj się',
    ar: 'تسجيل الخروج',
    lt: 'Atsijungti',
  },
  {
    that: 'labels the vote for a comment',
    of: ({ voteUp }) => voteUp,
    en: 'Agree',
    pl: 'Zgadzam się',
    ar: 'أتفق',
    lt: 'Pritariu',
  },
  {
    that: 'labels the vote against a comment',
    of: ({ voteDown }) => voteDown,
    en: 'Disagree',
    pl: 'Nie zgadzam się',
    ar: 'لا أتفق',
    lt: 'Nepritariu',
  },
  {
    that: 'labels Close comments',
    of: ({ closeDiscussion }) => closeDiscussion,
    en: 'Close comments',
    pl: 'Zamknij dyskusję',
    ar: 'إغلاق التعليقات',
    lt: 'Uždaryti komentarus',
  },
  {
    that: 'labels Reopen comments',
    of: ({ openDiscussion }) => openDiscussion,
    en: 'Reopen comments',
    pl: 'Otwórz dyskusję ponownie',
    ar: 'إعادة فتح التعليقات',
    lt: 'Vėl atidaryti komentarus',
  },
  {
    that: 'labels Close now',
    of: ({ closeNow }) => closeNow,
    en: 'Close now',
    pl: 'Zamknij teraz',
    ar: 'إغلاقها الآن',
    lt: 'Uždaryti dabar',
  },
  {
    that: 'labels Keep open',
    of: ({ keepOpen }) => keepOpen,
    en: 'Keep open',
    pl: 'Pozostaw otwartą',
    ar: 'إبقاؤها مفتوحة',
    lt: 'Palikti atidarytus',
  },
  {
    that: 'labels Approve',
    of: ({ moderation: { actions } }) => actions.approve.label,
    en: 'Approve',
    pl: 'Zatwierdź',
    ar: 'قبول',
    lt: 'Patvirtinti',
  },
  {
    that: 'labels Reject',
    of: ({ moderation: { actions } }) => actions.reject.label,
    en: 'Reject',
    pl: 'Odrzuć',
    ar: 'رفض',
    lt: 'Atmesti',
  },
  {
    that: 'labels Hide',
    of: ({ moderation: { actions } }) => actions.hide.label,
    en: 'Hide from readers',
    pl: 'Ukryj przed czytelnikami',
    ar: 'إخفاء عن القراء',
    lt: 'Slėpti nuo skaitytojų',
  },
  {
    that: 'labels Show',
    of: ({ moderation: { actions } }) => actions.unhide.label,
    en: 'Show to readers',
    pl: 'Pokaż czytelnikom',
    ar: 'إظهار للقراء',
    lt: 'Rodyti skaitytojams',
  },
  {
    that: 'labels Ban',
    of: ({ moderation: { ban } }) => ban.label('Ada'),
    en: 'Ban Ada',
    pl: 'Zablokuj: Ada',
    ar: 'حظر Ada',
    lt: 'Uždrausti komentuoti: Ada',
  },
  {
    that: 'names whose comment Delete is about',
    of: ({ controls, remove }) => controls.comment(remove, 'Ada'),
    en: 'Delete: Ada’s comment',
    pl: 'Usuń, komentarz: Ada',
    ar: 'حذف: تعليق Ada',
    lt: 'Ištrinti, komentaras: Ada',
  },
  {
    that: 'names whose comment Reply is about',
    of: ({ controls, reply }) => controls.reply(reply, 'Ada'),
    en: 'Reply to Ada',
    pl: 'Odpowiedz na komentarz: Ada',
    ar: 'رد على Ada',
    lt: 'Atsakyti į komentarą: Ada',
  },
  {
    that: 'names who replies and to whom',
    of: ({ replyBy }) => replyBy('Ada', 'Tom'),
    en: 'Reply by Ada to Tom',
    pl: 'Odpowiedź: Ada, na komentarz: Tom',
    ar: 'رد من Ada على Tom',
    lt: 'Atsakymas: Ada, į komentarą: Tom',
  },
];

/** Sentences with a number, by the groups of numbers that a language counts alike. `#` stands for the number in the language's digits. */
interface Counted {
  readonly groups: readonly (readonly number[])[];
  /** One text for each group. */
  readonly texts: Readonly<Record<CountedName, readonly string[]>>;
  readonly none: string;
}

type CountedName =
  | 'commentCount'
  | 'between'
  | 'showReplies'
  | 'viewNew'
  | 'viewNewReplies'
  | 'newShown'
  | 'loadedMore'
  | 'repliesLoaded'
  | 'charactersLeft'
  | 'charactersOver'
  | 'bodyTooShort';

const numbers = [0, 1, 2, 3, 4, 5, 10, 11, 12, 20, 21, 22, 25, 100, 101, 102, 103, 111, 112, 1000, 1_000_000];

const counted: Readonly<Record<Tag, Counted>> = {
  en: {
    groups: [[1], numbers.filter((number) => number !== 1)],
    none: 'No comments',
    texts: {
      commentCount: ['1 comment', '# comments'],
      between: ['1 comment not loaded', '# comments not loaded'],
      showReplies: ['Show 1 reply', 'Show # replies'],
      viewNew: ['View 1 new comment', 'View # new comments'],
      viewNewReplies: ['View 1 new reply', 'View # new replies'],
      newShown: ['1 new comment shown.', '# new comments shown.'],
      loadedMore: ['1 more comment loaded.', '# more comments loaded.'],
      repliesLoaded: ['1 more reply loaded.', '# more replies loaded.'],
      charactersLeft: ['1 character left', '# characters left'],
      charactersOver: ['1 character over the limit', '# characters over the limit'],
      bodyTooShort: ['Write at least 1 character.', 'Write at least # characters.'],
    },
  },
  pl: {
    groups: [
      [1],
      [2, 3, 4, 22, 102, 103],
      [0, 5, 10, 11, 12, 20, 21, 25, 100, 101, 111, 112, 1000, 1_000_000],
      // A form for parts, which no count of comments reaches.
      [1.5],
    ],
    none: 'Brak komentarzy',
    texts: {
      commentCount: ['1 komentarz', '# komentarze', '# komentarzy', '# komentarza'],
      between: [
        'Pominięto: 1 komentarz',
        'Pominięto: # komentarze',
        'Pominięto: # komentarzy',
        'Pominięto: # komentarza',
      ],
      showReplies: ['Pokaż 1 odpowiedź', 'Pokaż # odpowiedzi', 'Pokaż # odpowiedzi', 'Pokaż # odpowiedzi'],
      viewNew: [
        'Pokaż 1 nowy komentarz',
        'Pokaż # nowe komentarze',
        'Pokaż # nowych komentarzy',
        'Pokaż # nowego komentarza',
      ],
      viewNewReplies: [
        'Pokaż 1 nową odpowiedź',
        'Pokaż # nowe odpowiedzi',
        'Pokaż # nowych odpowiedzi',
        'Pokaż # nowej odpowiedzi',
      ],
      newShown: [
        'Wyświetlono 1 nowy komentarz.',
        'Wyświetlono # nowe komentarze.',
        'Wyświetlono # nowych komentarzy.',
        'Wyświetlono # nowego komentarza.',
      ],
      loadedMore: [
        'Wczytano jeszcze 1 komentarz.',
        'Wczytano jeszcze # komentarze.',
        'Wczytano jeszcze # komentarzy.',
        'Wczytano jeszcze # komentarza.',
      ],
      repliesLoaded: [
        'Wczytano jeszcze 1 odpowiedź.',
        'Wczytano jeszcze # odpowiedzi.',
        'Wczytano jeszcze # odpowiedzi.',
        'Wczytano jeszcze # odpowiedzi.',
      ],
      charactersLeft: ['Pozostało: 1 znak', 'Pozostało: # znaki', 'Pozostało: # znaków', 'Pozostało: # znaku'],
      charactersOver: [
        'Przekroczenie limitu: 1 znak',
        'Przekroczenie limitu: # znaki',
        'Przekroczenie limitu: # znaków',
        'Przekroczenie limitu: # znaku',
      ],
      bodyTooShort: [
        'Minimalna długość tekstu: 1 znak.',
        'Minimalna długość tekstu: # znaki.',
        'Minimalna długość tekstu: # znaków.',
        'Minimalna długość tekstu: # znaku.',
      ],
    },
  },
  ar: {
    groups: [[0], [1], [2], [3, 4, 5, 10, 103], [11, 12, 20, 21, 22, 25, 111, 112], [100, 101, 102, 1000, 1_000_000]],
    none: 'لا توجد تعليقات',
    texts: {
      commentCount: ['لا توجد تعليقات', 'تعليق واحد', 'تعليقان', '# تعليقات', '# تعليقًا', '# تعليق'],
      between: Array<string>(6).fill('تعليقات لم تُحمَّل: #'),
      showReplies: ['عرض الردود', 'عرض رد واحد', 'عرض ردين', 'عرض # ردود', 'عرض # ردًا', 'عرض # رد'],
      viewNew: [
        'عرض التعليقات الجديدة',
        'عرض تعليق جديد واحد',
        'عرض تعليقين جديدين',
        'عرض # تعليقات جديدة',
        'عرض # تعليقًا جديدًا',
        'عرض # تعليق جديد',
      ],
      viewNewReplies: [
        'عرض الردود الجديدة',
        'عرض رد جديد واحد',
        'عرض ردين جديدين',
        'عرض # ردود جديدة',
        'عرض # ردًا جديدًا',
        'عرض # رد جديد',
      ],
      newShown: [
        'تم عرض التعليقات الجديدة.',
        'تم عرض تعليق جديد واحد.',
        'تم عرض تعليقين جديدين.',
        'تم عرض # تعليقات جديدة.',
        'تم عرض # تعليقًا جديدًا.',
        'تم عرض # تعليق جديد.',
      ],
      loadedMore: [
        'لم تُحمَّل تعليقات أخرى.',
        'تم تحميل تعليق واحد آخر.',
        'تم تحميل تعليقين آخرين.',
        'تم تحميل # تعليقات أخرى.',
        'تم تحميل # تعليقًا آخر.',
        'تم تحميل # تعليق آخر.',
      ],
      repliesLoaded: [
        'تم تحميل الردود.',
        'تم تحميل رد واحد.',
        'تم تحميل ردين.',
        'تم تحميل # ردود.',
        'تم تحميل # ردًا.',
        'تم تحميل # رد.',
      ],
      charactersLeft: [
        'المتبقي: # حرف',
        'المتبقي: حرف واحد',
        'المتبقي: حرفان',
        'المتبقي: # أحرف',
        'المتبقي: # حرفًا',
        'المتبقي: # حرف',
      ],
      charactersOver: [
        'الزيادة عن الحد: # حرف',
        'الزيادة عن الحد: حرف واحد',
        'الزيادة عن الحد: حرفان',
        'الزيادة عن الحد: # أحرف',
        'الزيادة عن الحد: # حرفًا',
        'الزيادة عن الحد: # حرف',
      ],
      bodyTooShort: [
        'النص قصير جدًا. الحد الأدنى: # حرف.',
        'النص قصير جدًا. الحد الأدنى: حرف واحد.',
        'النص قصير جدًا. الحد الأدنى: حرفان.',
        'النص قصير جدًا. الحد الأدنى: # أحرف.',
        'النص قصير جدًا. الحد الأدنى: # حرفًا.',
        'النص قصير جدًا. الحد الأدنى: # حرف.',
      ],
    },
  },
  lt: {
    groups: [[1, 21, 101], [2, 3, 4, 5, 22, 25, 102, 103], [0, 10, 11, 12, 20, 100, 111, 112, 1000, 1_000_000], [1.5]],
    none: 'Komentarų nėra',
    texts: {
      commentCount: ['# komentaras', '# komentarai', '# komentarų', '# komentaro'],
      between: Array<string>(4).fill('Praleista komentarų: #'),
      showReplies: ['Rodyti # atsakymą', 'Rodyti # atsakymus', 'Rodyti # atsakymų', 'Rodyti # atsakymo'],
      viewNew: [
        'Rodyti # naują komentarą',
        'Rodyti # naujus komentarus',
        'Rodyti # naujų komentarų',
        'Rodyti # naujo komentaro',
      ],
      viewNewReplies: [
        'Rodyti # naują atsakymą',
        'Rodyti # naujus atsakymus',
        'Rodyti # naujų atsakymų',
        'Rodyti # naujo atsakymo',
      ],
      newShown: [
        'Rodomas # naujas komentaras.',
        'Rodomi # nauji komentarai.',
        'Rodoma # naujų komentarų.',
        'Rodoma # naujo komentaro.',
      ],
      loadedMore: [
        'Įkeltas dar # komentaras.',
        'Įkelti dar # komentarai.',
        'Įkelta dar # komentarų.',
        'Įkelta dar # komentaro.',
      ],
      repliesLoaded: [
        'Įkeltas dar # atsakymas.',
        'Įkelti dar # atsakymai.',
        'Įkelta dar # atsakymų.',
        'Įkelta dar # atsakymo.',
      ],
      charactersLeft: ['Liko: # ženklas', 'Liko: # ženklai', 'Liko: # ženklų', 'Liko: # ženklo'],
      charactersOver: [
        'Virš ribos: # ženklas',
        'Virš ribos: # ženklai',
        'Virš ribos: # ženklų',
        'Virš ribos: # ženklo',
      ],
      bodyTooShort: [
        'Mažiausias teksto ilgis: # ženklas.',
        'Mažiausias teksto ilgis: # ženklai.',
        'Mažiausias teksto ilgis: # ženklų.',
        'Mažiausias teksto ilgis: # ženklo.',
      ],
    },
  },
};

describe('the decisive messages', () => {
  for (const tag of tags) {
    describe(`in ${tag}`, () => {
      for (const { that, of, [tag]: text } of [
        ...votes,
        ...comments,
        ...edits,
        ...deletions,
        ...reports,
        ...moderation,
        ...closing,
        ...signingIn,
        ...labels,
      ])
        it(that, () => expect(of(languages[tag])).to.equal(text));

      it('says that there are no comments', () => {
        expect(languages[tag].commentCount(0, '0')).to.equal(counted[tag].none);
      });

      it('has a group for every number', () => {
        const grouped = counted[tag].groups.flat().filter(Number.isInteger);
        expect(grouped.sort((a, b) => a - b)).to.deep.equal(numbers);
      });

      for (const [name, texts] of Object.entries(counted[tag].texts) as [CountedName, readonly string[]][]) {
        it(`counts in ${name} as its readers do`, () => {
          const { format } = new Intl.NumberFormat(tag);
          for (const [index, group] of counted[tag].groups.entries()) {
            for (const number of group) {
              if (name === 'commentCount' && number === 0) continue;
              const formatted = format(number);
              expect(languages[tag][name](number, formatted), String(number)).to.equal(
                texts[index]?.replace('#', formatted),
              );
            }
          }
        });
      }
    });
  }
});
