// PDFium as WebAssembly: one file opened, its pages measured and drawn; runs in a worker thread, which it may break.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { type DrawnPage, type RasterPage, type Region, scaleOf, sizeIn } from './page.ts';

/** A file that PDFium has opened. */
export interface OpenedFile {
  /** How many pages it has. */
  readonly count: number;
  /** Draws a page, or a region of it, on white. */
  draw(number: number, region: Region): DrawnPage;
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
  return {
    count: api.FPDF_GetPageCount(document),
    draw: (number, region) => withPage(library, document, number, handle => draw(library, handle, region)),
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

/** A page that PDFium has read, by the address that it knows it by. */
interface PageHandle {
  readonly address: number;
  readonly number: number;
}

function withPage<Made>({ api }: Library, document: number, number: number, use: (handle: PageHandle) => Made): Made {
  const address = api.FPDF_LoadPage(document, number - 1);
  if (address === 0) throw new Error(`page ${number} is not there, or is damaged`);
  try {
    return use({ address, number });
  } finally {
    api.FPDF_ClosePage(address);
  }
}

const turns = [0, 90, 180, 270] as const;

function measure(library: Library, { address, number }: PageHandle): RasterPage {
  const { api } = library;
  const rectangle = library.allocate(16);
  const isKnown = api.FPDF_GetPageBoundingBox(address, rectangle);
  const [left = 0, top = 0, right = 0, bottom = 0] = library.floats(rectangle, 4);
  library.free(rectangle);
  const [width, height] = [api.FPDF_GetPageWidthF(address), api.FPDF_GetPageHeightF(address)];
  const box = isKnown ? { left, bottom, right, top } : { left: 0, bottom: 0, right: width, top: height };
  return { number, width, height, box, turn: turns[api.FPDFPage_GetRotation(address)] ?? 0 };
}

const [blueGreenRedAlpha, white, withAnnotations, reversed] = [4, 0xff_ff_ff_ff, 0x01, 0x10] as const;

function draw(library: Library, handle: PageHandle, region: Region): DrawnPage {
  const { api } = library;
  const page = measure(library, handle);
  const part = region.part ?? { left: 0, bottom: 0, right: page.width, top: page.height };
  const scale = scaleOf(part, region);
  const { width, height } = sizeIn(part, scale);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, blueGreenRedAlpha, 0, 0);
  if (bitmap === 0) throw new Error('it needs more memory than there is');
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
    if (region.part) {
      const matrix = [scale, 0, 0, scale, -part.left * scale, (part.top - page.height) * scale];
      paintPart(library, [bitmap, handle.address], [...matrix, 0, 0, width, height]);
    } else api.FPDF_RenderPageBitmap(bitmap, handle.address, 0, 0, width, height, 0, withAnnotations | reversed);
    const address = api.FPDFBitmap_GetBuffer(bitmap);
    const data = library.bytes(address, api.FPDFBitmap_GetStride(bitmap) * height).slice();
    return { page, image: { width, height, data } };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

/** Ten numbers: a transformation of points from the upper left of the page, and what of the bitmap is painted. */
function paintPart(
  { api, ...library }: Library,
  [bitmap, page]: readonly [number, number],
  numbers: readonly number[],
): void {
  const address = library.allocate(40);
  library.floats(address, 10).set(numbers);
  api.FPDF_RenderPageBitmapWithMatrix(bitmap, page, address, address + 24, withAnnotations | reversed);
  library.free(address);
}
