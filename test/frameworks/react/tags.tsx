import 'article-comments/define.js';
import { useState } from 'react';
import { adapter, messages } from '../shared/letters.js';

/** The same as `App`, with the tags themselves. */
export function Tags() {
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <comment-count adapter={adapter} discussion="42">
        Comments
      </comment-count>
      <article-comments
        adapter={adapter}
        messages={messages}
        discussion="42"
        oncomments-submit={(event) => setOutcome(event.outcome)}
      />
      <output>{outcome}</output>
    </>
  );
}
