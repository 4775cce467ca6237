import { ArticleComments, CommentCount } from 'article-comments/react.js';
import { useState } from 'react';
import { adapter, messages } from '../shared/letters.js';

/** `comments`: what the server has rendered. React leaves it in the page when it hydrates. */
export function App({ comments = '' }: { readonly comments?: string }) {
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <CommentCount adapter={adapter} discussion="42">
        Comments
      </CommentCount>
      <ArticleComments
        adapter={adapter}
        messages={messages}
        discussion="42"
        onCommentsSubmit={(event) => setOutcome(event.outcome)}
        dangerouslySetInnerHTML={{ __html: comments }}
        suppressHydrationWarning
      />
      <output>{outcome}</output>
    </>
  );
}
