import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Ceci est une notification officielle. Remplissez les champs ci-dessous.',
  explanation: 'Pourquoi ce commentaire est-il illicite\u202F?',
  explanationMissing: 'Expliquez pourquoi vous le jugez illicite.',
  law: 'Quelle loi enfreint-il\u202F?',
  address: 'Adresse du commentaire',
  otherAddress: (number) => `Adresse d’un autre commentaire (${number})`,
  addAddress: 'Ajouter l’adresse d’un autre commentaire',
  removeAddress: (number) => `Retirer l’adresse ${number}`,
  remove: 'Retirer',
  addressRemoved: 'Adresse retirée.',
  addressInvalid: 'Indiquez une adresse complète comme https://example.com/article#comment-7.',
  anonymous: 'Vous pouvez omettre votre nom et votre e-mail.',
  goodFaith:
    'Je pense, de bonne foi, que les informations et allégations de cette notification sont exactes et complètes.',
  goodFaithMissing: 'Cochez cette case pour envoyer votre notification.',
  privacy: 'La personne qui a écrit le commentaire ne saura pas qui a envoyé la notification.',
  send: 'Envoyer la notification',
  sent: (time) =>
    time === undefined ? 'Nous avons reçu votre notification.' : `Nous avons reçu votre notification\u00A0: ${time}.`,
  reference: (reference) => `Sa référence est ${reference}.`,
  status: 'Vous trouverez notre décision sur cette page une fois qu’elle sera prise.',
  statusByEmail: (email) => `Nous enverrons notre décision à ${email}.`,
  copy: 'Copier ma notification',
  copied: 'Votre notification est copiée.',
  copyLabel: 'Votre notification',
  reason: 'Motif',
  received: 'Reçue',
  contest: 'Contester la décision',
  decision: {
    title: 'Exposé des motifs',
    measure: 'Décision',
    measures: {
      removed: 'Le commentaire a été retiré.',
      hidden: 'Le commentaire a été masqué.',
      rejected: 'Le commentaire n’a pas été publié.',
    },
    scope: (territory = 'Partout', until) =>
      `${territory}, ${until === undefined ? 'sans limite de durée' : `jusqu’au ${until}`}.`,
    ground: 'Fondement',
    grounds: { law: 'Il est considéré comme illicite.', terms: 'Il enfreint les règles de ce site.' },
    rule: 'Disposition ou règle',
    facts: 'Faits',
    basis: {
      notice: 'À la suite d’une notification de contenu illicite.',
      'own-initiative': 'De notre propre initiative.',
    },
    means: 'Mode de décision',
    byPerson: 'Par une personne, sans moyens automatisés.',
    automated: 'À l’aide de moyens automatisés.',
    detected: 'Le commentaire a été détecté à l’aide de moyens automatisés.',
    decidedAt: 'Date',
    redress: 'En cas de désaccord',
  },
};

export default legal as LegalMessages;
