/** The lit of a page that uses it for things of its own, in a version of its own: it takes the policy that lit asks for. */
import { html, LitElement } from 'lit';

class PageGreeting extends LitElement {
  protected override render(): unknown {
    return html`<p>Good morning.</p>`;
  }
}

customElements.define('page-greeting', PageGreeting);
