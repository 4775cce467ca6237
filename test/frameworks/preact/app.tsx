import 'article-comments/define.js';
import { useState } from 'preact/hooks';
import { adapter, messages } from '../shared/letters.js';

export function App() {
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
