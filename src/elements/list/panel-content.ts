import { html } from 'lit';
import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { permissionsFor } from '../../model/state/permissions.js';
import type { Panel } from '../../presentation/panel.js';
import { composerShell } from '../composing/composer-shell.js';
import type { ReadingFeatures } from '../reading-features.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';

interface PanelParts {
  readonly store: DiscussionStore;
  readonly composer: Parameters<typeof composerShell>[0];
  readonly reading: LazyModule<ReadingFeatures>;
}

/** What is open below a comment. */
export function panelContent(panel: Panel, comment: Comment, { store, composer, reading }: PanelParts): unknown {
  const { state, adapter, now } = store;
  const { writing, locale } = composer;
  switch (panel) {
    case 'reply':
      return composerShell({ ...composer, parent: comment });
    case 'more': {
      const canPin = adapter ? permissionsFor(comment, state, adapter, now).pin : false;
      return reading.module?.renderMoreMenu(comment, canPin);
    }
    case 'edit':
    case 'remove':
    case 'report':
    case 'up':
    case 'down': {
      if (writing.error) return moduleFailure(writing, locale.messages);
      return (
        writing.module?.panels.render(panel, comment) ?? html`<p class="small muted">${locale.messages.loading}</p>`
      );
    }
    default:
      return reading.module?.moderation.part.module?.render(panel, comment);
  }
}
