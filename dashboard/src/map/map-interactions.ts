import DragPan from 'ol/interaction/DragPan.js';
import { type DefaultsOptions, defaults } from 'ol/interaction/defaults.js';
import KeyboardPan from 'ol/interaction/KeyboardPan.js';
import KeyboardZoom from 'ol/interaction/KeyboardZoom.js';

/** Whether the reader wants nothing to move that need not; it may be changed while the page is open. */
export const prefersStillness = matchMedia('(prefers-reduced-motion: reduce)');

/** How the map is panned and zoomed, north up; for who wants stillness it jumps, with no glide and no run-out. */
export const mapInteractions = (options: DefaultsOptions = {}) => {
  const asked = { altShiftDragRotate: false, pinchRotate: false, ...options };
  if (!prefersStillness.matches) return defaults(asked);
  return defaults({ ...asked, dragPan: false, keyboard: false, zoomDuration: 0 }).extend([
    new DragPan(),
    new KeyboardPan({ duration: 0 }),
    new KeyboardZoom({ duration: 0 }),
  ]);
};
