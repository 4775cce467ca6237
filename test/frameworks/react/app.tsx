import { ArticleComments, CommentCount } from 'article-comments/react.js';
import { useState } from 'react';
import { adapter, messages } from '../shared/letters.js';

export function App() {
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
      />
      <output>{outcome}</output>
    </>
  );
}
