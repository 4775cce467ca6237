import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Ellenőrzésre vár',
  hidden: 'Az olvasók elől elrejtve',
  actions: {
    approve: {
      label: 'Jóváhagyás',
      done: 'A hozzászólás jóváhagyva. Az olvasók már láthatják.',
      undone: 'A hozzászólás újra ellenőrzésre vár.',
    },
    reject: {
      label: 'Elutasítás',
      done: 'A hozzászólás elutasítva.',
      undone: 'A hozzászólás újra ellenőrzésre vár.',
    },
    feature: {
      label: 'Kiemelés',
      done: 'A hozzászólást a szerkesztőség ajánlja.',
      undone: 'A hozzászólást a szerkesztőség már nem ajánlja.',
    },
    unfeature: {
      label: 'Kiemelés megszüntetése',
      done: 'A hozzászólást a szerkesztőség már nem ajánlja.',
      undone: 'A hozzászólást a szerkesztőség újra ajánlja.',
    },
    hide: {
      label: 'Elrejtés az olvasók elől',
      done: 'A hozzászólás elrejtve.',
      undone: 'Az olvasók újra láthatják a hozzászólást.',
    },
    unhide: {
      label: 'Mutatás az olvasóknak',
      done: 'Az olvasók újra láthatják a hozzászólást.',
      undone: 'A hozzászólás újra elrejtve.',
    },
  },
  ban: {
    badge: 'Kitiltva',
    label: (name) => `${name} kitiltása`,
    question: (name) => `Kitiltja ezt a felhasználót a hozzászólásból: ${name}?`,
    consequence: 'Akit kitiltottak, olvashat, de nem írhat többé. Az eddigi hozzászólásai megmaradnak.',
    done: (name) => `${name} ki van tiltva a hozzászólásból.`,
    undone: (name) => `${name} újra hozzászólhat.`,
  },
  actionFailed: (cause) => `Semmi sem változott. ${cause}`,
  undoFailed: (cause) => `Ezt nem sikerült visszavonni. ${cause}`,
  warning: 'A szerkesztőség üzenete Önnek',
  warningConsequence: 'Utána tovább írhat.',
  acknowledge: 'Megértettem',
  acknowledged: 'Köszönjük. Újra írhat.',
  acknowledgeFailed: (cause) => `A visszajelzése még nem érkezett meg hozzánk. ${cause}`,
};

export default moderation as ModerationMessages;
