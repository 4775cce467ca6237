import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('fr');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} réponse`, many: `${formatted} de réponses`, other: `${formatted} réponses` });

const fr: Translated<Language> = {
  lang: 'fr',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Commentaires' : `Commentaires (${count})`),
  policy: (canReport) =>
    'Les commentaires doivent enrichir l’article. ' +
    (canReport
      ? 'Si l’un d’eux est injurieux ou hors sujet, signalez-le et la rédaction l’examinera.'
      : 'Restez dans le sujet et traitez les autres comme vous aimeriez qu’ils vous traitent.'),
  policyLink: 'Notre charte des commentaires',
  editorsMessage: 'De la part de la rédaction',
  loading: 'Chargement des commentaires…',
  empty: 'Aucun commentaire pour l’instant. Qu’en pensez-vous\u202F?',
  emptyClosed: 'Aucun commentaire n’a été publié.',
  missing: 'Il n’y a pas de commentaires sur cet article.',
  unavailable: 'Les commentaires sont indisponibles pour le moment.',
  loadFailed: (cause) => `Impossible de charger les commentaires. ${cause}`,
  tryAgain: 'Réessayer',
  loadMore: 'Voir plus de commentaires',
  loadingMore: 'Chargement d’autres commentaires…',
  loadingReplies: 'Chargement des réponses…',
  moreFailed: (cause) => `Impossible de charger d’autres commentaires. ${cause}`,
  truncated: 'Nous ne pouvons pas afficher ici les autres commentaires.',
  anonymous: 'Anonyme',
  justNow: 'à l’instant',
  edited: 'modifié',
  inReplyTo: (name) => `en réponse à ${name}`,
  inReplyToUnknown: 'en réponse à un commentaire qui n’est pas affiché',
  pinned: 'Épinglé',
  featured: 'Choix de la rédaction',
  isNew: 'Nouveau',
  order: 'Trier par',
  orders: { oldest: 'Plus anciens', newest: 'Plus récents', top: 'Plus recommandés' },
  moreReplies: 'Voir plus de réponses',
  showReplies: (count, formatted) => `Afficher ${replies(count, formatted)}`,
  hideReplies: 'Masquer les réponses',
  like: 'Recommander',
  voteUp: 'D’accord',
  voteDown: 'Pas d’accord',
  voteCounts: {
    like: (count) => `Recommandations\u00A0: ${count}`,
    voteUp: (count) => `D’accord\u00A0: ${count}`,
    voteDown: (count) => `Pas d’accord\u00A0: ${count}`,
  },
  reply: 'Répondre',
  edit: 'Modifier',
  remove: 'Supprimer',
  more: 'Plus',
  badges: { author: 'Auteur', moderator: 'Modération', staff: 'Rédaction', verified: 'Vérifié', guest: 'Invité' },
  deletedComment: 'Commentaire supprimé',
  removedComment: 'Commentaire retiré',
  commentBy: (name) => `Commentaire écrit par ${name}`,
  replyBy: (name, parent) => `Réponse écrite par ${name} à ${parent}`,
  controls: {
    reply: (label, name) => `${label} à ${name}`,
    more: (label, name) => `${label}\u00A0: actions sur le commentaire écrit par ${name}`,
    replies: (label, name) => `${label}\u00A0: commentaire écrit par ${name}`,
    comment: (label, name) => `${label}\u00A0: commentaire écrit par ${name}`,
  },
  followFeed: 'Suivre par RSS',
  deletedByAuthor: 'Ce commentaire a été supprimé par la personne qui l’a écrit.',
  removedByEditors: 'Ce commentaire a été retiré par la rédaction.',
  heldForReview: 'En attente de modération\u00A0: visible de vous uniquement',
  notPublished: 'Ce commentaire n’a pas été publié.',
  closed:
    'Les commentaires sont maintenant fermés. Ils restent ouverts pendant une durée limitée après la publication.',
  disabled: 'Les commentaires sont désactivés pour le moment.',
  opensAt: (date) => `Réouverture des commentaires\u00A0: ${date}.`,
  yourComment: 'Votre commentaire',
  post: 'Publier',
  signInToPost: 'Se connecter pour publier',
  formFailed: (cause) => `Impossible de charger cette partie de la page. ${cause}`,
  report: 'Signaler un abus',
  reportShort: 'Signaler',
  reported: 'Signalé',
  yourReply: (name) => `Votre réponse à ${name}`,
  postReply: 'Publier la réponse',
  repliesFailed: (cause) => `Impossible de charger d’autres réponses. ${cause}`,
  close: 'Fermer',
  postingAs: (name) => `Vous publiez sous le nom ${name}`,
  draftNotKept: 'Votre brouillon ne peut pas être enregistré dans ce navigateur.',
  removal: {
    editors: {
      remove: 'Retirer',
    },
  },
  goToComment: 'Aller au commentaire',
  quoteGone: 'Ce commentaire n’existe plus.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Aucun commentaire'
      : plural(count, {
          one: `${formatted} commentaire`,
          many: `${formatted} de commentaires`,
          other: `${formatted} commentaires`,
        }),
  causes: {
    network: 'Le site est injoignable.',
    timeout: 'Le site a mis trop de temps à répondre.',
    unavailable: 'Notre site rencontre des difficultés en ce moment.',
    'bad-response': 'Une erreur s’est produite de notre côté.',
    forbidden: 'Vous n’avez pas l’autorisation de faire cela.',
    unsupported: 'Cela n’est pas possible ici.',
    'sign-in-required': 'Vous devez d’abord vous connecter.',
    'session-expired': 'Votre session a expiré.',
    blocked: 'Vous ne pouvez pas commenter ici pour le moment.',
    closed: 'Les commentaires sont fermés.',
    disabled: 'Les commentaires sont désactivés pour le moment.',
    'not-found': 'Le commentaire n’est plus là.',
    invalid: 'Vérifiez votre saisie.',
    'rate-limited': 'Vous publiez trop vite.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (référence ${reference}).`,

  visit: () => import('./parts/fr-visit.js'),
  takingPart: () => import('./parts/fr-taking-part.js'),
  changing: () => import('./parts/fr-changing.js'),
  legal: () => import('./parts/fr-legal.js'),
  moderation: () => import('./parts/fr-moderation.js'),
};

export default fr as Language;
