import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { Section } from './section.js';

const instances = new WeakMap<Section, Map<unknown, unknown>>();

/** The section's instance of a class that several of its features use. It is created on first use: its code is loaded with them. */
export function shared<Shared>(section: Section, Class: new (store: DiscussionStore) => Shared): Shared {
  const ofSection = instances.get(section) ?? new Map<unknown, unknown>();
  instances.set(section, ofSection);
  if (!ofSection.has(Class)) ofSection.set(Class, new Class(section.store));
  return ofSection.get(Class) as Shared;
}
