/** The distance from the window within which an element starts: two screens. The margin of an `IntersectionObserver`. */
export const NEAR = '200%';
