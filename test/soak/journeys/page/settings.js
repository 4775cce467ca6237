/** A classic script in front of all others: what is wrong with this reader's browser. The site puts `journeySettings` before it. */
const { ahead, blocked } = window.journeySettings;

if (ahead !== 0) {
  const OwnDate = Date;
  window.Date = class extends OwnDate {
    constructor(...given) {
      if (given.length === 0) super(OwnDate.now() + ahead);
      else super(...given);
    }

    static now() {
      return OwnDate.now() + ahead;
    }
  };
}

for (const name of blocked) {
  Object.defineProperty(window, name, {
    get() {
      throw new DOMException(`The reader has blocked ${name}.`, 'SecurityError');
    },
  });
}
