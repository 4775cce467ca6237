/** The elements as React components, with typed properties and events. Importing it registers the elements. */
import { createComponent, type EventName, type ReactWebComponent } from '@lit/react';
import * as React from 'react';
import './define.js';
import { ArticleComments as ArticleCommentsElement } from './elements/article-comments.js';
import { CommentCount as CommentCountElement } from './elements/count/comment-count.js';
import { CommentQuote as CommentQuoteElement } from './elements/quote/comment-quote.js';
import type { CommentsEventName, Pascal } from './template-types/tag-props.js';

type TypedName<Name extends CommentsEventName> = EventName<GlobalEventHandlersEventMap[Name]>;

/** The name of an event, with the type of the event for the property of the component. */
const typed = <Name extends CommentsEventName>(name: Name): TypedName<Name> => name as string as TypedName<Name>;

const events = {
  onCommentsLoad: typed('comments-load'),
  onCommentsError: typed('comments-error'),
  onCommentsCount: typed('comments-count'),
  onCommentsAction: typed('comments-action'),
  onCommentsBeforeSubmit: typed('comments-before-submit'),
  onCommentsSubmit: typed('comments-submit'),
  onCommentsBeforeReport: typed('comments-before-report'),
  onCommentsReport: typed('comments-report'),
  onCommentsVote: typed('comments-vote'),
  onCommentsEdit: typed('comments-edit'),
  onCommentsRemove: typed('comments-remove'),
  onCommentsSignIn: typed('comments-sign-in'),
} satisfies { [Name in CommentsEventName as `on${Pascal<Name>}`]: TypedName<Name> };

/** `<article-comments>` with a property for each of its settings, and `onCommentsSubmit` and others for its events. */
export const ArticleComments: ReactWebComponent<ArticleCommentsElement, typeof events> = createComponent({
  react: React,
  tagName: 'article-comments',
  elementClass: ArticleCommentsElement,
  events,
});

/** `<comment-count>`, with its settings and `onCommentsError`. */
export const CommentCount: ReactWebComponent<
  CommentCountElement,
  Pick<typeof events, 'onCommentsError'>
> = createComponent({
  react: React,
  tagName: 'comment-count',
  elementClass: CommentCountElement,
  events: { onCommentsError: events.onCommentsError },
});

/** `<comment-quote>`, with its settings and `onCommentsError`. */
export const CommentQuote: ReactWebComponent<
  CommentQuoteElement,
  Pick<typeof events, 'onCommentsError'>
> = createComponent({
  react: React,
  tagName: 'comment-quote',
  elementClass: CommentQuoteElement,
  events: { onCommentsError: events.onCommentsError },
});
