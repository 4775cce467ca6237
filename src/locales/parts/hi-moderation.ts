import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'समीक्षा बाकी है',
  hidden: 'पाठकों से छिपी हुई',
  actions: {
    approve: {
      label: 'मंज़ूर करें',
      done: 'टिप्पणी मंज़ूर हो गई। पाठक अब इसे देख सकते हैं।',
      undone: 'टिप्पणी की समीक्षा फिर से बाकी है।',
    },
    reject: {
      label: 'नामंज़ूर करें',
      done: 'टिप्पणी नामंज़ूर हो गई।',
      undone: 'टिप्पणी की समीक्षा फिर से बाकी है।',
    },
    feature: {
      label: 'संपादकों की पसंद बनाएँ',
      done: 'टिप्पणी संपादकों की पसंद में है।',
      undone: 'टिप्पणी अब संपादकों की पसंद में नहीं है।',
    },
    unfeature: {
      label: 'संपादकों की पसंद से हटाएँ',
      done: 'टिप्पणी अब संपादकों की पसंद में नहीं है।',
      undone: 'टिप्पणी फिर से संपादकों की पसंद में है।',
    },
    hide: {
      label: 'पाठकों से छिपाएँ',
      done: 'टिप्पणी छिपा दी गई।',
      undone: 'पाठक टिप्पणी को फिर से देख सकते हैं।',
    },
    unhide: {
      label: 'पाठकों को दिखाएँ',
      done: 'पाठक टिप्पणी को फिर से देख सकते हैं।',
      undone: 'टिप्पणी फिर से छिपा दी गई।',
    },
  },
  ban: {
    badge: 'रोक लगी है',
    label: (name) => `${name} पर रोक लगाएँ`,
    question: (name) => `${name} के टिप्पणी करने पर रोक लगाएँ?`,
    consequence: 'जिन पर रोक लगी हो, वे पढ़ सकते हैं पर लिख नहीं सकते। पुरानी टिप्पणियाँ बनी रहती हैं।',
    done: (name) => `${name} के टिप्पणी करने पर रोक लग गई है।`,
    undone: (name) => `${name} के टिप्पणी करने पर लगी रोक हट गई है।`,
  },
  actionFailed: (cause) => `कुछ नहीं बदला। ${cause}`,
  undoFailed: (cause) => `इसे पहले जैसा नहीं किया जा सका। ${cause}`,
  warning: 'संपादकों का आपके लिए एक संदेश है',
  warningConsequence: 'इसके बाद आप लिखना जारी रख सकते हैं।',
  acknowledge: 'समझ लिया',
  acknowledged: 'धन्यवाद। आप फिर से लिख सकते हैं।',
  acknowledgeFailed: (cause) => `आपकी पुष्टि हमें अभी नहीं मिली है। ${cause}`,
};

export default moderation as ModerationMessages;
