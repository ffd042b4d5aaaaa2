// Pixels: a page or a part of one as an image, and the colours of which it is made.

/** An image: four bytes a pixel (red, green, blue, opacity), row by row from the upper left; all of it opaque. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A rectangle of pixels, from the upper left; the right column and the bottom row are no longer in it. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A pixel as one number each: faster to hold against each other. */
export function pixelsOf({ data, width, height }: Image): Uint32Array {
  const isAligned = data.byteOffset % 4 === 0;
  return isAligned
    ? new Uint32Array(data.buffer, data.byteOffset, width * height)
    : new Uint32Array(data.slice().buffer, 0, width * height);
}

/** The part of a box that lies in an image, on whole pixels around it; it may be empty. */
export function clipBox(box: PixelBox, { width, height }: Pick<Image, 'width' | 'height'>): PixelBox {
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  return {
    left: within(Math.floor(box.left), width),
    top: within(Math.floor(box.top), height),
    right: within(Math.ceil(box.right), width),
    bottom: within(Math.ceil(box.bottom), height),
  };
}

/** A part of an image, copied; the image itself when that is all of it. */
export function crop(image: Image, box: PixelBox): Image {
  const { left, top, right, bottom } = clipBox(box, image);
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  if (width === image.width && height === image.height) return image;
  const data = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * image.width + left) * 4;
    data.set(image.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** The image with boxes covered by the colour that most of the pixels around each have. */
export function cover(image: Image, boxes: readonly PixelBox[]): Image {
  const covered = { ...image, data: image.data.slice() };
  const pixels = pixelsOf(covered);
  for (const one of boxes) {
    const box = clipBox(one, image);
    const colour = colourAround(image, pixels, box);
    for (let y = box.top; y < box.bottom; y++)
      pixels.fill(colour, y * image.width + box.left, y * image.width + box.right);
  }
  return covered;
}

function colourAround({ width, height }: Image, pixels: Uint32Array, { left, top, right, bottom }: PixelBox): number {
  const counts = new Map<number, number>();
  const count = (x: number, y: number): void => {
    const pixel = pixels[y * width + x] ?? 0;
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  };
  for (const y of [top - 1, bottom]) if (y >= 0 && y < height) for (let x = left; x < right; x++) count(x, y);
  for (const x of [left - 1, right]) if (x >= 0 && x < width) for (let y = top; y < bottom; y++) count(x, y);
  let [best, times] = [0xff_ff_ff_ff, 0];
  for (const [pixel, often] of counts) if (often > times) [best, times] = [pixel, often];
  return best;
}
