import type { Command } from '../presentation/command.js';

export type { Command };

/** Carries a command up to the section. It does not leave the shadow root. */
export class CommandEvent extends Event {
  static readonly type = 'article-comments-command';

  constructor(readonly command: Command) {
    super(CommandEvent.type, { bubbles: true });
  }
}

/** A listener that raises `command` from the element it is attached to. */
export function raise(command: Command): (event: Event) => void {
  return ({ currentTarget }) => void currentTarget?.dispatchEvent(new CommandEvent(command));
}
