import type { CodedFault } from '../schema-faults.js';
import type { AlertBands } from './venue-definition.js';

/** What a schema cannot say of bands: that they rise (SPEC VD4). */
export const bandFaults = (
  path: string,
  { critical, emergency, warning, watch }: AlertBands,
): CodedFault[] =>
  watch < warning && warning < critical && critical < emergency
    ? []
    : [
        {
          path,
          message: 'must rise from watch to emergency',
          cause: { code: 'bands-fall' },
        },
      ];
