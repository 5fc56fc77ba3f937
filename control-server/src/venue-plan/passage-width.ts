import { type PassageDefinition, toSegment } from '@throng/contract';
import { distance } from '@throng/crowd';

/** Effective width in metres: as given, else the length of the passage's line. */
export const passageWidth = ({ line, width }: PassageDefinition): number => {
  const { from, to } = toSegment(line);
  return width ?? distance(from, to);
};
