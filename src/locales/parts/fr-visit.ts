import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('fr');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nouveau commentaire`,
    many: `${formatted} de nouveaux commentaires`,
    other: `${formatted} nouveaux commentaires`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nouvelle réponse`,
    many: `${formatted} de nouvelles réponses`,
    other: `${formatted} nouvelles réponses`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Afficher',
  filters: { all: 'Tous les commentaires', featured: 'Choix de la rédaction' },
  loadAll: 'Voir tous les commentaires',
  loadedSoFar: (loaded, total) =>
    total === undefined
      ? `Commentaires chargés\u00A0: ${loaded}`
      : `Commentaires chargés\u00A0: ${loaded} sur ${total}`,
  stopLoading: 'Arrêter',
  emptyFiltered: 'La rédaction n’a encore choisi aucun commentaire.',
  showInConversation: 'Voir dans la conversation',
  between: (count, formatted) =>
    count === undefined
      ? 'Commentaires non chargés'
      : plural(count, {
          one: `${formatted} commentaire non chargé`,
          many: `${formatted} de commentaires non chargés`,
          other: `${formatted} commentaires non chargés`,
        }),
  skipToComments: 'Aller aux commentaires',
  skipToEnd: 'Aller à la fin des commentaires',
  endOfComments: 'Fin des commentaires',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `${formatted} autre commentaire chargé.`,
      many: `${formatted} d’autres commentaires chargés.`,
      other: `${formatted} autres commentaires chargés.`,
    }),
  sorted: (order) => `Tri\u00A0: ${order}.`,
  sortFailed: (cause) => `Impossible de trier les commentaires. ${cause}`,
  filtered: (filter) => `Affichage\u00A0: ${filter}.`,
  filterFailed: (cause) => `Impossible de changer les commentaires affichés. ${cause}`,
  viewNew: (count, formatted) => `Voir ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Voir ${newReplies(count, formatted)}`,
  commentMissing: 'Le commentaire que vous cherchez n’est pas ici. Il a peut-être été retiré.',
  commentFailed: (cause) => `Impossible de charger le commentaire que vous cherchez. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `${formatted} autre réponse chargée.`,
      many: `${formatted} d’autres réponses chargées.`,
      other: `${formatted} autres réponses chargées.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `${formatted} nouveau commentaire affiché.`,
      many: `${formatted} de nouveaux commentaires affichés.`,
      other: `${formatted} nouveaux commentaires affichés.`,
    }),
  share: 'Partager',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié.',
  linkRefused: 'Votre navigateur n’autorise pas la copie. Voici le lien\u00A0:',
  viewOn: (host) => `Voir sur ${host}`,
  pin: 'Épingler en haut',
  unpin: 'Désépingler',
  mute: (name) => `Masquer ${name}`,
  muted: (name) => `Vous avez masqué ${name}.`,
  unmute: 'Afficher ce commentaire',
  unmuteAlways: (name) => `Ne plus masquer ${name}`,
  mutedNow: (name) => `Vous avez masqué ${name}. Vous ne verrez plus ses commentaires sur cet appareil.`,
  unmutedNow: (name) => `Vous ne masquez plus ${name}.`,
  goBack: 'Revenir à l’endroit précédent',
  noneNew: 'Il n’y a plus de nouveaux commentaires.',
  shortcuts: 'Raccourcis clavier',
  useShortcuts: 'Utiliser les raccourcis clavier',
  shortcutsHint: 'Ils fonctionnent partout dans les commentaires, sauf pendant la saisie.',
  shortcutKeys: {
    j: 'Commentaire suivant',
    k: 'Commentaire précédent',
    n: 'Nouveau commentaire suivant',
    r: 'Répondre',
    c: 'Masquer ou afficher les réponses',
    '?': 'Afficher cette liste',
  },
};

export default visit as VisitMessages;
