// One figure drawn from what can be handed over between threads.

import { drawFigure } from '../charts/draw.ts';
import { createTextMeasure } from '../charts/measure.ts';
import { syllables } from '../prose/typography.ts';
import type { Draw } from './machine.ts';

/** Draws on this thread. */
export const drawHere: Draw = ({ figure, faces, ...rest }) =>
  drawFigure(figure, { ...rest, syllables, measure: createTextMeasure(faces) });
