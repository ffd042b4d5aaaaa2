// PDFium as WebAssembly: one file opened, its pages measured and drawn; runs in a worker thread, which it may break.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Image } from './image.ts';
import { type RasterPage, type Region, sizeIn } from './page.ts';

/** A file that PDFium has opened. */
export interface OpenedFile {
  readonly pages: readonly RasterPage[];
  /** Draws a page, or a region of it, on white. */
  draw(number: number, region: Region): Image;
}

/** The memory of the module, which its types leave out; it is another array after it has grown. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
}

interface Library {
  readonly api: WrappedPdfiumModule;
  /** Bytes from an address on, anew after each call that may let the memory grow. */
  bytes(address: number, length: number): Uint8Array;
  floats(address: number, length: number): Float32Array;
  allocate(length: number): number;
  free(address: number): void;
}

/** Starts PDFium and opens a file; throws an Error with PDFium's own reason for what it cannot open. */
export async function openFile(bytes: Uint8Array): Promise<OpenedFile> {
  const library = await start();
  const { api } = library;
  const address = library.allocate(bytes.length);
  library.bytes(address, bytes.length).set(bytes);
  const document = api.FPDF_LoadMemDocument(address, bytes.length, '');
  if (document === 0) throw new Error(reasons[api.FPDF_GetLastError()] ?? 'it cannot be opened');
  const pages = Array.from({ length: api.FPDF_GetPageCount(document) }, (_, index) =>
    withPage(library, document, index + 1, page => measure(library, page, index + 1)),
  );
  return {
    pages,
    draw: (number, region) => withPage(library, document, number, page => draw(library, page, region)),
  };
}

/** What `FPDF_GetLastError` says (fpdfview.h). */
const reasons: Readonly<Record<number, string>> = {
  2: 'it cannot be read',
  3: 'it is no PDF, or is damaged',
  4: 'it is protected by a password',
  5: 'it has a protection that is not known',
  6: 'a page is not there, or is damaged',
};

async function start(): Promise<Library> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length);
  const api = await init({ wasmBinary });
  api.PDFiumExt_Init();
  const memory = api.pdfium as unknown as Memory;
  return {
    api,
    bytes: (address, length) => memory.HEAPU8.subarray(address, address + length),
    floats: (address, length) => memory.HEAPF32.subarray(address / 4, address / 4 + length),
    allocate(length) {
      const address = api.pdfium.wasmExports.malloc(length);
      if (address === 0) throw new Error('it needs more memory than there is');
      return address;
    },
    free: address => api.pdfium.wasmExports.free(address),
  };
}

function withPage<Made>({ api }: Library, document: number, number: number, use: (page: number) => Made): Made {
  const page = api.FPDF_LoadPage(document, number - 1);
  if (page === 0) throw new Error(`page ${number} is not there, or is damaged`);
  try {
    return use(page);
  } finally {
    api.FPDF_ClosePage(page);
  }
}

const turns = [0, 90, 180, 270] as const;

function measure(library: Library, page: number, number: number): RasterPage {
  const { api } = library;
  const address = library.allocate(16);
  const isKnown = api.FPDF_GetPageBoundingBox(page, address);
  const [left = 0, top = 0, right = 0, bottom = 0] = library.floats(address, 4);
  library.free(address);
  const [width, height] = [api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)];
  const box = isKnown ? { left, bottom, right, top } : { left: 0, bottom: 0, right: width, top: height };
  return { number, width, height, box, turn: turns[api.FPDFPage_GetRotation(page)] ?? 0 };
}

const [blueGreenRedAlpha, white, withAnnotations, reversed] = [4, 0xff_ff_ff_ff, 0x01, 0x10] as const;

function draw(library: Library, page: number, region: Region): Image {
  const { api } = library;
  const [pageWidth, pageHeight] = [api.FPDF_GetPageWidthF(page), api.FPDF_GetPageHeightF(page)];
  const { width, height } = sizeIn(region.part ?? { left: 0, bottom: 0, right: pageWidth, top: pageHeight }, region);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, blueGreenRedAlpha, 0, 0);
  if (bitmap === 0) throw new Error('it needs more memory than there is');
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    if (region.part) paintPart(library, { bitmap, page, width, height }, [region.scale, region.part, pageHeight]);
    else api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | reversed);
    const address = api.FPDFBitmap_GetBuffer(bitmap);
    return { width, height, data: library.bytes(address, api.FPDFBitmap_GetStride(bitmap) * height).slice() };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

interface Canvas {
  readonly bitmap: number;
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** A transformation of points from the upper left of the page, and what of the bitmap is painted: ten floats. */
function paintPart(
  library: Library,
  { bitmap, page, width, height }: Canvas,
  [scale, part, pageHeight]: readonly [number, NonNullable<Region['part']>, number],
): void {
  const address = library.allocate(40);
  library
    .floats(address, 10)
    .set([scale, 0, 0, scale, -part.left * scale, (part.top - pageHeight) * scale, 0, 0, width, height]);
  library.api.FPDF_RenderPageBitmapWithMatrix(bitmap, page, address, address + 24, withAnnotations | reversed);
  library.free(address);
}
