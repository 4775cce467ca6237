/** What the type checker refuses. Angular has no comment that expects an error in a template. */
import 'article-comments/define.js';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { CommentsVoteEvent } from 'article-comments';

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<article-comments (comments-submit)="onVote($event)"></article-comments>`,
})
export class Wrong {
  onVote({ votes }: CommentsVoteEvent): unknown {
    return votes;
  }
}
