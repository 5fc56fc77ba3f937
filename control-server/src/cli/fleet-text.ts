import { toTimestamp } from '@throng/contract';
import type { Standing } from '../fleet/standing.js';

/** How a box stands, in a few words. */
export const standingText = (standing: Standing): string => {
  switch (standing.kind) {
    case 'own-settings':
      return 'its own settings';
    case 'pending':
      return `pending since ${toTimestamp(standing.since)}`;
    case 'applied':
      return 'applied';
    default: {
      const causes = standing.faults.map(({ camera, code, field }) =>
        [camera, field, code].filter((word) => word !== undefined).join(' '),
      );
      return `${standing.kind}: ${causes.join('; ')}`;
    }
  }
};
