import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Aceasta este o notificare formală. Completați câmpurile de mai jos.',
  explanation: 'De ce este ilegal acest comentariu?',
  explanationMissing: 'Explicați de ce îl considerați ilegal.',
  law: 'Ce lege încalcă?',
  address: 'Adresa comentariului',
  otherAddress: (number) => `Adresa altui comentariu (${number})`,
  addAddress: 'Adăugarea adresei altui comentariu',
  removeAddress: (number) => `Eliminare adresă ${number}`,
  remove: 'Eliminare',
  addressRemoved: 'Adresă eliminată.',
  addressInvalid: 'Introduceți o adresă completă precum https://example.com/articol#comment-7.',
  anonymous: 'Puteți omite numele și adresa de e-mail.',
  goodFaith:
    'Consider, cu bună-credință, că informațiile și afirmațiile din această notificare sunt exacte și complete.',
  goodFaithMissing: 'Bifați această casetă pentru a trimite notificarea.',
  privacy: 'Persoana care a scris comentariul nu va afla cine a trimis notificarea.',
  send: 'Trimitere notificare',
  sent: (time) =>
    time === undefined ? 'Am primit notificarea dumneavoastră.' : `Am primit notificarea dumneavoastră: ${time}.`,
  reference: (reference) => `Numărul de referință este ${reference}.`,
  status: 'Veți găsi decizia noastră pe această pagină după ce va fi luată.',
  statusByEmail: (email) => `Vom trimite decizia noastră la ${email}.`,
  copy: 'Copierea notificării mele',
  copied: 'Notificarea dumneavoastră a fost copiată.',
  copyLabel: 'Notificarea dumneavoastră',
  reason: 'Motiv',
  received: 'Primită',
  contest: 'Contestarea deciziei',
  decision: {
    title: 'Expunere de motive',
    measure: 'Decizie',
    measures: {
      removed: 'Comentariul a fost eliminat.',
      hidden: 'Comentariul a fost ascuns.',
      rejected: 'Comentariul nu a fost publicat.',
    },
    scope: (territory = 'Peste tot', until) =>
      `${territory}, ${until === undefined ? 'fără limită de timp' : `până la ${until}`}.`,
    ground: 'Temei',
    grounds: { law: 'Este considerat ilegal.', terms: 'Încalcă regulile acestui site.' },
    rule: 'Dispoziție sau regulă',
    facts: 'Fapte',
    basis: {
      notice: 'În urma unei notificări privind conținut ilegal.',
      'own-initiative': 'Din proprie inițiativă.',
    },
    means: 'Cum s-a decis',
    byPerson: 'De către o persoană, fără mijloace automatizate.',
    automated: 'Cu mijloace automatizate.',
    detected: 'Comentariul a fost găsit cu mijloace automatizate.',
    decidedAt: 'Data',
    redress: 'Dacă nu sunteți de acord',
  },
};

export default legal as LegalMessages;
