/** A file with features that is loaded on demand: which parts of the messages it needs, and who needs it without a press. */
import type { MessagesOfParts, PartName, VisitMessages } from '../i18n/messages.js';
import type { CommentId } from '../model/adapter.js';
import type { Command } from '../presentation/command.js';
import type { Place } from './section.js';
import type { FeatureModule, SectionFrame } from './section-frame.js';

/** A file with features. `Names`: the parts of the messages that they need besides those that are loaded before. */
export interface FeatureFile<Names extends readonly PartName[]> {
  readonly load: () => Promise<FeatureModule<VisitMessages & MessagesOfParts<Names>>>;
  /** Default: none. They are loaded in parallel with the file. */
  readonly needs?: Names;
  /** Whether this reader needs it without a press. */
  readonly isWanted?: (section: SectionFrame) => boolean;
  /** Whether the comments must not be rendered before it is loaded or could not be. It is then wanted, too. */
  readonly isAwaited?: (section: SectionFrame) => boolean;
  /** Where a failed download is shown. Default: above the list. */
  readonly failure?: Place;
  /** What the address of the page asks for, besides showing the comment that it names. */
  readonly inAddress?: (section: SectionFrame, id: CommentId) => Command | undefined;
}

/** A file whatever messages it needs. */
export type AnyFile = Omit<FeatureFile<readonly PartName[]>, 'load'> & {
  readonly load: () => Promise<FeatureModule<never>>;
};
