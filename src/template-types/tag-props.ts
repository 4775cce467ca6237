/**
 * What a template may write on the tags, derived from the elements and the event map. Types only: the other files of this folder hand
 * them to the type checker of each framework.
 */
import type { LitElement } from 'lit';
// Adds the events to the event map.
import type {} from '../elements/events.js';

/** The public properties of an element that are its own, without methods. */
type SettingName<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement>]: Element[Name] extends (...parameters: never) => unknown
    ? never
    : Name;
}[Exclude<keyof Element, keyof LitElement>] &
  string;

/** The settings of an element as properties. */
export type Settings<Element> = { [Name in SettingName<Element>]?: Element[Name] | undefined };

/** `page-size` for `pageSize`. */
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** The settings whose attribute has another name, as attributes. */
export type AttributeSettings<Element> = {
  [Name in SettingName<Element> as Exclude<Kebab<Name>, Name>]?:
    Element[Name] | `${Element[Name] & number}` | undefined;
};

/** The public events. */
export type CommentsEventName = Extract<keyof GlobalEventHandlersEventMap, `comments-${string}`>;

type Listener<Name extends CommentsEventName> = (event: GlobalEventHandlersEventMap[Name]) => void;

/** A listener for each event: `oncomments-submit` with the prefix `on`. */
export type Listeners<Prefix extends string> = {
  [Name in CommentsEventName as `${Prefix}${Name}`]?: Listener<Name> | undefined;
};

/** `CommentsSubmit` for `comments-submit`. */
export type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** The same in camel case: `onCommentsSubmit`. */
export type CamelListeners = {
  [Name in CommentsEventName as `on${Pascal<Name>}`]?: Listener<Name> | undefined;
};
