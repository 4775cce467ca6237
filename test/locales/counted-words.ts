/**
 * The words that a number changes, by language and by the plural categories of CLDR: what stands beside 1, 2, 5 or 21. Nothing here is
 * derived from the locales, which it judges. English, Polish, Arabic and Lithuanian are in `decisive-messages.test.ts`, sentence by
 * sentence. Languages that are absent change no word.
 */

/** The messages with a number. */
export const countedNames = [
  'commentCount',
  'between',
  'loadedMore',
  'viewNew',
  'newShown',
  'showReplies',
  'viewNewReplies',
  'repliesLoaded',
  'charactersLeft',
  'charactersOver',
  'bodyTooShort',
] as const;
export type CountedName = (typeof countedNames)[number];

/**
 * One word of some messages in the form that each category takes; `|` separates the cases of the noun. Of the forms that a message
 * contains, the longest counts. `#` stands for the number.
 */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type CountedWord = readonly [of: readonly CountedName[], forms: Forms];

const COMMENTS = ['commentCount', 'between', 'loadedMore', 'viewNew', 'newShown'] as const;
const REPLIES = ['showReplies', 'viewNewReplies', 'repliesLoaded'] as const;
const CHARACTERS = ['charactersLeft', 'charactersOver', 'bodyTooShort'] as const;
const NEW_COMMENTS = ['viewNew', 'newShown'] as const;
const LOADED = ['loadedMore', 'repliesLoaded'] as const;

export const countedWords: Readonly<Record<string, readonly CountedWord[]>> = {
  bg: [
    [COMMENTS, { one: 'коментар', other: 'коментара' }],
    [REPLIES, { one: 'отговор', other: 'отговора' }],
    [CHARACTERS, { one: 'знак', other: 'знака' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'нов', other: 'нови' }],
    [['between'], { one: 'пропуснат', other: 'пропуснати' }],
    [LOADED, { one: 'Зареден е', other: 'Заредени са' }],
    [['newShown'], { one: 'Показан е', other: 'Показани са' }],
    [['charactersLeft'], { one: 'Остава', other: 'Остават' }],
  ],
  ca: [
    [countedNames, { one: '#|1', many: '# de', other: '#' }],
    [COMMENTS, { one: 'comentari', many: 'comentaris', other: 'comentaris' }],
    [REPLIES, { one: 'resposta', many: 'respostes', other: 'respostes' }],
    [CHARACTERS, { one: 'caràcter', many: 'caràcters', other: 'caràcters' }],
    [NEW_COMMENTS, { one: 'nou', many: 'nous', other: 'nous' }],
    [['viewNewReplies'], { one: 'nova', many: 'noves', other: 'noves' }],
    [LOADED, { one: 'S’ha', many: 'S’han', other: 'S’han' }],
    [['newShown'], { one: 'Es mostra', many: 'Es mostren', other: 'Es mostren' }],
    [['charactersLeft'], { one: 'Queda', many: 'Queden', other: 'Queden' }],
    [['charactersOver'], { one: 'Sobra', many: 'Sobren', other: 'Sobren' }],
  ],
  cs: [
    [COMMENTS, { one: 'komentář', few: 'komentáře', many: 'komentáře', other: 'komentářů' }],
    [REPLIES, { one: 'odpověď', few: 'odpovědi', many: 'odpovědi', other: 'odpovědí' }],
    [CHARACTERS, { one: 'znak', few: 'znaky', many: 'znaku', other: 'znaků' }],
    [NEW_COMMENTS, { one: 'nový', few: 'nové', many: 'nového', other: 'nových' }],
    [['viewNewReplies'], { one: 'novou', few: 'nové', many: 'nové', other: 'nových' }],
    [['loadedMore'], { one: 'další', few: 'další', many: 'dalšího', other: 'dalších' }],
    [['repliesLoaded'], { one: 'další', few: 'další', many: 'další', other: 'dalších' }],
  ],
  da: [
    [COMMENTS, { one: 'kommentar', other: 'kommentarer' }],
    [NEW_COMMENTS, { one: 'ny', other: 'nye' }],
    [['viewNewReplies'], { one: 'nyt', other: 'nye' }],
  ],
  de: [
    [COMMENTS, { one: 'Kommentar', other: 'Kommentare' }],
    [REPLIES, { one: 'Antwort', other: 'Antworten' }],
    [NEW_COMMENTS, { one: 'neuen|neuer', other: 'neue' }],
    [['loadedMore'], { one: 'weiterer', other: 'weitere' }],
    [['newShown'], { one: 'wird', other: 'werden' }],
  ],
  el: [
    [COMMENTS, { one: 'σχόλιο|σχολίου', other: 'σχόλια|σχολίων' }],
    [REPLIES, { one: 'απάντηση|απάντησης', other: 'απαντήσεις|απαντήσεων' }],
    [CHARACTERS, { one: 'χαρακτήρας|χαρακτήρα', other: 'χαρακτήρες' }],
    [NEW_COMMENTS, { one: 'νέο|νέου', other: 'νέα|νέων' }],
    [['viewNewReplies'], { one: 'νέας', other: 'νέων' }],
    [['between'], { one: 'φορτώθηκε', other: 'φορτώθηκαν' }],
    [LOADED, { one: 'Φορτώθηκε', other: 'Φορτώθηκαν' }],
    [['newShown'], { one: 'Εμφανίζεται', other: 'Εμφανίζονται' }],
    [['charactersLeft'], { one: 'Απομένει', other: 'Απομένουν' }],
  ],
  es: [
    [countedNames, { one: '#|1', many: '# de', other: '#' }],
    [COMMENTS, { one: 'comentario', many: 'comentarios', other: 'comentarios' }],
    [REPLIES, { one: 'respuesta', many: 'respuestas', other: 'respuestas' }],
    [CHARACTERS, { one: 'carácter', many: 'caracteres', other: 'caracteres' }],
    [NEW_COMMENTS, { one: 'nuevo', many: 'nuevos', other: 'nuevos' }],
    [['viewNewReplies'], { one: 'nueva', many: 'nuevas', other: 'nuevas' }],
    [LOADED, { one: 'Se ha', many: 'Se han', other: 'Se han' }],
    [['newShown'], { one: 'Se muestra', many: 'Se muestran', other: 'Se muestran' }],
    [['charactersLeft'], { one: 'Queda', many: 'Quedan', other: 'Quedan' }],
    [['charactersOver'], { one: 'Sobra', many: 'Sobran', other: 'Sobran' }],
  ],
  et: [
    [COMMENTS, { one: 'kommentaar', other: 'kommentaari' }],
    [REPLIES, { one: 'vastus', other: 'vastust' }],
    [CHARACTERS, { one: 'tähemärk', other: 'tähemärki' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'uus', other: 'uut' }],
  ],
  fi: [
    [COMMENTS, { one: 'kommentti', other: 'kommenttia' }],
    [REPLIES, { one: 'vastaus', other: 'vastausta' }],
    [CHARACTERS, { one: 'merkki', other: 'merkkiä' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'uusi', other: 'uutta' }],
  ],
  fr: [
    [countedNames, { one: '#|1', many: '# de|# d', other: '#' }],
    [COMMENTS, { one: 'commentaire', many: 'commentaires', other: 'commentaires' }],
    [REPLIES, { one: 'réponse', many: 'réponses', other: 'réponses' }],
    [CHARACTERS, { one: 'caractère', many: 'caractères', other: 'caractères' }],
    [NEW_COMMENTS, { one: 'nouveau', many: 'nouveaux', other: 'nouveaux' }],
    [['viewNewReplies'], { one: 'nouvelle', many: 'nouvelles', other: 'nouvelles' }],
    [['between'], { one: 'chargé', many: 'chargés', other: 'chargés' }],
    [LOADED, { one: 'autre', many: 'autres', other: 'autres' }],
    [['loadedMore'], { one: 'chargé', many: 'chargés', other: 'chargés' }],
    [['repliesLoaded'], { one: 'chargée', many: 'chargées', other: 'chargées' }],
    [['newShown'], { one: 'affiché', many: 'affichés', other: 'affichés' }],
  ],
  he: [
    [COMMENTS, { one: 'תגובה', two: 'שתי תגובות', other: '# תגובות' }],
    [REPLIES, { one: 'תשובה', two: 'שתי תשובות', other: '# תשובות' }],
    [CHARACTERS, { one: 'תו אחד', two: 'שני תווים', other: '# תווים' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'חדשה', two: 'חדשות', other: 'חדשות' }],
    [LOADED, { one: 'נוספת', two: 'נוספות', other: 'נוספות' }],
  ],
  hi: [
    [COMMENTS, { one: 'टिप्पणी', other: 'टिप्पणियाँ' }],
    [['viewNewReplies'], { one: 'नया', other: 'नए' }],
    [['loadedMore'], { one: 'हुई', other: 'हुईं' }],
    [['repliesLoaded'], { one: 'हुआ', other: 'हुए' }],
    [['newShown'], { one: 'दिखाई गई', other: 'दिखाई गईं' }],
  ],
  hr: [
    [COMMENTS, { one: 'komentar', few: 'komentara', other: 'komentara' }],
    [REPLIES, { one: 'odgovor', few: 'odgovora', other: 'odgovora' }],
    [CHARACTERS, { one: 'znak', few: 'znaka', other: 'znakova' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'novi', few: 'nova', other: 'novih' }],
    [LOADED, { one: 'Učitan je', few: 'Učitana su', other: 'Učitano je' }],
    [['newShown'], { one: 'Prikazan je', few: 'Prikazana su', other: 'Prikazano je' }],
  ],
  it: [
    [countedNames, { one: '#|1', many: '# di', other: '#' }],
    [COMMENTS, { one: 'commento', many: 'commenti', other: 'commenti' }],
    [REPLIES, { one: 'risposta', many: 'risposte', other: 'risposte' }],
    [CHARACTERS, { one: 'carattere', many: 'caratteri', other: 'caratteri' }],
    [NEW_COMMENTS, { one: 'nuovo', many: 'nuovi', other: 'nuovi' }],
    [['viewNewReplies'], { one: 'nuova', many: 'nuove', other: 'nuove' }],
    [['between'], { one: 'caricato', many: 'caricati', other: 'caricati' }],
    [['loadedMore'], { one: 'Caricato', many: 'Caricati', other: 'Caricati' }],
    [['repliesLoaded'], { one: 'Caricata', many: 'Caricate', other: 'Caricate' }],
    [['newShown'], { one: 'Visualizzato', many: 'Visualizzati', other: 'Visualizzati' }],
  ],
  lv: [
    // After 0 and 11 to 19, the genitive or the cases of the plural.
    [COMMENTS, { zero: 'komentāru|komentāri|komentārus', one: 'komentārs|komentāru', other: 'komentāri|komentārus' }],
    [REPLIES, { zero: 'atbilžu|atbildes', one: 'atbilde|atbildi', other: 'atbildes' }],
    [CHARACTERS, { zero: 'rakstzīmju', one: 'rakstzīme', other: 'rakstzīmes' }],
    [['viewNew'], { zero: 'jaunus', one: 'jaunu', other: 'jaunus' }],
    [['newShown'], { zero: 'jauni', one: 'jauns', other: 'jauni' }],
    [['viewNewReplies'], { zero: 'jaunas', one: 'jaunu', other: 'jaunas' }],
    [['loadedMore'], { zero: 'Ielādēti', one: 'Ielādēts', other: 'Ielādēti' }],
    [['repliesLoaded'], { zero: 'Ielādētas', one: 'Ielādēta', other: 'Ielādētas' }],
    [['newShown'], { zero: 'Parādīti', one: 'Parādīts', other: 'Parādīti' }],
  ],
  nb: [
    [COMMENTS, { one: 'kommentar', other: 'kommentarer' }],
    [NEW_COMMENTS, { one: 'ny', other: 'nye' }],
    [['viewNewReplies'], { one: 'nytt', other: 'nye' }],
  ],
  nl: [
    [COMMENTS, { one: 'reactie', other: 'reacties' }],
    [REPLIES, { one: 'antwoord', other: 'antwoorden' }],
    [CHARACTERS, { one: 'teken', other: 'tekens' }],
    [['viewNewReplies'], { one: 'nieuw', other: 'nieuwe' }],
  ],
  'pt-BR': [
    [countedNames, { one: '#|1', many: '# de', other: '#' }],
    [COMMENTS, { one: 'comentário', many: 'comentários', other: 'comentários' }],
    [REPLIES, { one: 'resposta', many: 'respostas', other: 'respostas' }],
    [CHARACTERS, { one: 'caractere', many: 'caracteres', other: 'caracteres' }],
    [NEW_COMMENTS, { one: 'novo', many: 'novos', other: 'novos' }],
    [['viewNewReplies'], { one: 'nova', many: 'novas', other: 'novas' }],
    [['between'], { one: 'carregado', many: 'carregados', other: 'carregados' }],
    [['loadedMore'], { one: 'carregado', many: 'carregados', other: 'carregados' }],
    [['repliesLoaded'], { one: 'carregada', many: 'carregadas', other: 'carregadas' }],
    [['newShown'], { one: 'exibido', many: 'exibidos', other: 'exibidos' }],
    [['charactersLeft'], { one: 'Resta', many: 'Restam', other: 'Restam' }],
  ],
  'pt-PT': [
    [countedNames, { one: '#|1', many: '# de', other: '#' }],
    [COMMENTS, { one: 'comentário', many: 'comentários', other: 'comentários' }],
    [REPLIES, { one: 'resposta', many: 'respostas', other: 'respostas' }],
    [CHARACTERS, { one: 'carácter', many: 'caracteres', other: 'caracteres' }],
    [NEW_COMMENTS, { one: 'novo', many: 'novos', other: 'novos' }],
    [['viewNewReplies'], { one: 'nova', many: 'novas', other: 'novas' }],
    [['between'], { one: 'carregado', many: 'carregados', other: 'carregados' }],
    [['loadedMore'], { one: 'carregado', many: 'carregados', other: 'carregados' }],
    [['repliesLoaded'], { one: 'carregada', many: 'carregadas', other: 'carregadas' }],
    [['newShown'], { one: 'apresentado', many: 'apresentados', other: 'apresentados' }],
    [['charactersLeft'], { one: 'Resta', many: 'Restam', other: 'Restam' }],
  ],
  ro: [
    [countedNames, { one: '#|1', few: '#', other: '# de' }],
    [COMMENTS, { one: 'comentariu', few: 'comentarii', other: 'comentarii' }],
    [REPLIES, { one: 'răspuns', few: 'răspunsuri', other: 'răspunsuri' }],
    [CHARACTERS, { one: 'caracter', few: 'caractere', other: 'caractere' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'nou', few: 'noi', other: 'noi' }],
    [['between'], { one: 'neîncărcat', few: 'neîncărcate', other: 'neîncărcate' }],
    [LOADED, { one: 'încărcat', few: 'încărcate', other: 'încărcate' }],
    [['newShown'], { one: 'afișat', few: 'afișate', other: 'afișate' }],
  ],
  ru: [
    [COMMENTS, { one: 'комментарий', few: 'комментария', many: 'комментариев', other: 'комментария' }],
    [REPLIES, { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' }],
    [CHARACTERS, { one: 'символ', few: 'символа', many: 'символов', other: 'символа' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'новый', few: 'новых', many: 'новых', other: 'нового' }],
  ],
  sk: [
    [COMMENTS, { one: 'komentár', few: 'komentáre', many: 'komentára', other: 'komentárov' }],
    [REPLIES, { one: 'odpoveď', few: 'odpovede', many: 'odpovede', other: 'odpovedí' }],
    [CHARACTERS, { one: 'znak', few: 'znaky', many: 'znaku', other: 'znakov' }],
    [NEW_COMMENTS, { one: 'nový', few: 'nové', many: 'nového', other: 'nových' }],
    [['viewNewReplies'], { one: 'novú', few: 'nové', many: 'novej', other: 'nových' }],
    [['loadedMore'], { one: 'ďalší', few: 'ďalšie', many: 'ďalšieho', other: 'ďalších' }],
    [['repliesLoaded'], { one: 'ďalšia', few: 'ďalšie', many: 'ďalšej', other: 'ďalších' }],
  ],
  sl: [
    [COMMENTS, { one: 'komentar', two: 'komentarja', few: 'komentarji|komentarje', other: 'komentarjev' }],
    [REPLIES, { one: 'odgovor', two: 'odgovora', few: 'odgovori|odgovore', other: 'odgovorov' }],
    [CHARACTERS, { one: 'znak', two: 'znaka', few: 'znaki|znake', other: 'znakov' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'nov', two: 'nova', few: 'novi|nove', other: 'novih' }],
    [LOADED, { one: 'Naložen je', two: 'Naložena sta', few: 'Naloženi so', other: 'Naloženih je' }],
    [['newShown'], { one: 'Prikazan je', two: 'Prikazana sta', few: 'Prikazani so', other: 'Prikazanih je' }],
  ],
  sr: [
    [COMMENTS, { one: 'коментар', few: 'коментара', other: 'коментара' }],
    [REPLIES, { one: 'одговор', few: 'одговора', other: 'одговора' }],
    [CHARACTERS, { one: 'знак', few: 'знака', other: 'знакова' }],
    [[...NEW_COMMENTS, 'viewNewReplies'], { one: 'нови', few: 'нова', other: 'нових' }],
    [LOADED, { one: 'Учитан је', few: 'Учитана су', other: 'Учитано је' }],
    [['newShown'], { one: 'Приказан је', few: 'Приказана су', other: 'Приказано је' }],
  ],
  sv: [
    [COMMENTS, { one: 'kommentar', other: 'kommentarer' }],
    [NEW_COMMENTS, { one: 'ny', other: 'nya' }],
    [['viewNewReplies'], { one: 'nytt', other: 'nya' }],
  ],
  uk: [
    [COMMENTS, { one: 'коментар', few: 'коментарі', many: 'коментарів', other: 'коментаря' }],
    [REPLIES, { one: 'відповідь', few: 'відповіді', many: 'відповідей', other: 'відповіді' }],
    [CHARACTERS, { one: 'символ', few: 'символи', many: 'символів', other: 'символу' }],
    [NEW_COMMENTS, { one: 'новий', few: 'нові', many: 'нових', other: 'нового' }],
    [['viewNewReplies'], { one: 'нову', few: 'нові', many: 'нових', other: 'нової' }],
  ],
};
