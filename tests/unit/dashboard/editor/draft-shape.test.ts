import { describe, expect, it } from 'vitest';
import { type KeptWork, readKeptWork } from '../../../../dashboard/src/state/editor/draft-shape.js';
import { hall, hallDraft } from './hall.js';

const bands = { watch: 0, warning: 0, critical: 0, emergency: 0 };
const work: KeptWork = {
  basedOn: 3,
  base: hallDraft,
  draft: {
    ...hallDraft,
    // Half done: a name cleared to be typed anew, thresholds that do not rise, a corner on another.
    venue: {
      ...hall,
      name: '',
      zones: hall.zones.map((zone) => ({
        ...zone,
        id: '',
        bands,
        bandsByPhase: { egress: bands },
      })),
    },
  },
  at: 1,
};

describe('[U] work kept in the browser', () => {
  it('is read again as it was, also where it breaks the rules of a venue', () => {
    expect(readKeptWork(JSON.stringify(work))).toEqual(work);
  });

  it('is none where it has another form, or is no JSON', () => {
    for (const text of [
      '',
      '{',
      'null',
      '{}',
      JSON.stringify({ ...work, draft: { venue: hall } }),
    ]) {
      expect(readKeptWork(text)).toBeUndefined();
    }
  });
});
