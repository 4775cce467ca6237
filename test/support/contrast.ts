/** Contrast as WCAG measures it, between colours as they are painted. */

/** Paints the layers over each other, from the lowest, and returns red, green and blue between 0 and 1. */
function painted(layers: readonly string[]): readonly number[] {
  const context = document.createElement('canvas').getContext('2d')!;
  for (const layer of layers) {
    context.fillStyle = layer;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((byte) => byte / 255);
}

/** The relative luminance of the layers. */
function luminance(layers: readonly string[]): number {
  const [red = 0, green = 0, blue = 0] = painted(layers).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of a colour to the ground that it is painted on, which may be of several layers, the lowest first. */
export function contrast(colour: string, ...ground: readonly string[]): number {
  const [darker = 0, lighter = 0] = [luminance([...ground, colour]), luminance(ground)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The backgrounds behind an element and its own, the lowest first. Elements in a shadow root have those of its host, too. */
export function groundOf(element: Element): string[] {
  const { parentNode, assignedSlot } = element;
  const parent = assignedSlot ?? (parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement);
  return [...(parent ? groundOf(parent) : ['#fff']), getComputedStyle(element).backgroundColor];
}

/** The contrast of each text in `root` that is to be seen, with its first words. */
export function textContrasts(root: Element): (readonly [text: string, ratio: number])[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const measured: (readonly [string, number])[] = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.trim() === '' || !parentElement?.checkVisibility() || parentElement.closest('.live, .skip')) continue;
    const ratio = contrast(getComputedStyle(parentElement).color, ...groundOf(parentElement));
    measured.push([data.trim().slice(0, 40), ratio]);
  }
  return measured;
}
