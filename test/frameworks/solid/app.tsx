import 'article-comments/define.js';
import { createSignal } from 'solid-js';
import { adapter, messages } from '../shared/letters.js';

export function App() {
  const [outcome, setOutcome] = createSignal('');
  return (
    <>
      <comment-count adapter={adapter} discussion="42">
        Comments
      </comment-count>
      <article-comments
        adapter={adapter}
        messages={messages}
        discussion="42"
        on:comments-submit={(event) => setOutcome(event.outcome)}
      />
      <output>{outcome()}</output>
    </>
  );
}
