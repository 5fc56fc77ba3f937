import Interaction from 'ol/interaction/Interaction.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';

/**
 * Draws the pointer to the nearest crossing of a grid, `step()` metres wide; 0 is no grid. It comes after
 * the snapping to corners and edges, and leaves the pointer alone where that has taken hold of it.
 */
export const gridSnap = (step: () => number): Interaction =>
  new Interaction({
    handleEvent: (event: MapBrowserEvent) => {
      const metres = step();
      if (metres > 0 && !isSnapped(event)) {
        const [x = 0, y = 0] = event.coordinate;
        event.coordinate = [Math.round(x / metres) * metres, Math.round(y / metres) * metres];
        event.pixel = event.map.getPixelFromCoordinate(event.coordinate);
      }
      return true;
    },
  });

/** Whether something has already moved the event from where the pointer is. */
const isSnapped = ({ map, originalEvent, pixel }: MapBrowserEvent): boolean => {
  if (!(originalEvent instanceof MouseEvent)) return true;
  const [x = 0, y = 0] = map.getEventPixel(originalEvent);
  return Math.hypot((pixel[0] ?? 0) - x, (pixel[1] ?? 0) - y) > 0.01;
};
