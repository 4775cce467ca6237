import 'article-comments/define.js';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { CommentsSubmitEvent } from 'article-comments';
import { adapter, messages } from '../shared/letters.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <comment-count [adapter]="adapter" discussion="42">Comments</comment-count>
    <article-comments
      [adapter]="adapter"
      [messages]="messages"
      discussion="42"
      (comments-submit)="onSubmit($event)"
    ></article-comments>
    <output>{{ outcome() }}</output>
  `,
})
export class App {
  readonly adapter = adapter;
  readonly messages = messages;
  readonly outcome = signal('');

  onSubmit({ outcome }: CommentsSubmitEvent): void {
    this.outcome.set(outcome);
  }
}
