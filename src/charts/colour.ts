// Contrast between two colours, as the accessibility guidelines measure it.

/** A colour as `#rrggbb`. */
export type Colour = string;

/** The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.1, "contrast ratio"). */
export function contrastRatio(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** The first of the colours that is legible as small text on a fill (4.5:1); undefined when none is. */
export function readableOn(fill: Colour, choices: readonly Colour[]): Colour | undefined {
  return choices.find(colour => contrastRatio(colour, fill) >= 4.5);
}

/** Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.1, "relative luminance"). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
