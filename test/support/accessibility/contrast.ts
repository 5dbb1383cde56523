/** Red, green, blue from 0 to 255, and alpha from 0 to 1. */
type Color = readonly [red: number, green: number, blue: number, alpha: number];

const white: Color = [255, 255, 255, 1];

/** Contrast of two opaque colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Color, other: Color): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Contrast of the text of an element with what is behind it, as both are drawn. */
export function textContrast(element: Element): number {
  const ground = groundOf(element);
  const color = withAlpha(read(styleOf(element).color), opacityOf(element));
  return contrast(over(color, ground), ground);
}

/** Colour of what an element is drawn on, its own background included. */
export function groundOf(element: Element): Color {
  const parent = element.parentElement;
  const behind = parent ? groundOf(parent) : white;
  return over(withAlpha(read(styleOf(element).backgroundColor), opacityOf(element)), behind);
}

const styleOf = (element: Element): CSSStyleDeclaration =>
  (element.ownerDocument.defaultView ?? window).getComputedStyle(element);

function opacityOf(element: Element): number {
  const own = Number(styleOf(element).opacity);
  return element.parentElement ? own * opacityOf(element.parentElement) : own;
}

const withAlpha = ([red, green, blue, alpha]: Color, opacity: number): Color => [red, green, blue, alpha * opacity];

function over([red, green, blue, alpha]: Color, ground: Color): Color {
  const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2]), 1];
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Browsers write computed colours in several notations, but draw them all alike. */
function read(color: string): Color {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
