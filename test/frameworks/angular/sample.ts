import 'article-comments/define.js';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { CommentsSubmitEvent } from 'article-comments';
import { adapter } from '../shared/letters.js';

@Component({
  selector: 'app-comments',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<article-comments [adapter]="adapter" discussion="42" (comments-submit)="onSubmit($event)" />`,
})
export class Comments {
  readonly adapter = adapter;
  readonly onSubmit = (event: CommentsSubmitEvent): void => console.log(event.outcome);
}
