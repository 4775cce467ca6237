import type { ReactiveControllerHost } from 'lit';
import type { SectionProperties } from './properties.js';

/** The section element, as its controllers and features see it: public settings, update cycle and shadow root. */
export type SectionHost = SectionProperties &
  ReactiveControllerHost & { readonly renderRoot: ShadowRoot; reload(): void };
