import { describe, expect, it } from 'vitest';
import { passageHeading } from '../../../../dashboard/src/map/passage-heading.js';
import { zoneLabel } from '../../../../dashboard/src/map/zone-label.js';
import { banded, EVENT, unknown, venue } from '../live-samples.js';

const zone = { id: 'gate', name: 'Gate B queue', kind: 'queue' as const, polygon: [] };
const lines = (
  state: ReturnType<typeof unknown>,
  width: number,
  height: number,
  isWarned = false,
) =>
  zoneLabel({ zone, state, isWarned }, EVENT, { width, height }).map((line) =>
    line.map(({ text }) => text.replaceAll('\u00a0', ' ')).join(''),
  );

describe('[U] label of a zone on the map', () => {
  it('has name, density with level, and the word for a danger', () => {
    expect(lines(banded('gate', 'critical'), 200, 100)).toEqual([
      'Gate B queue',
      '1.0/m² B',
      'CRITICAL',
    ]);
    expect(lines(banded('gate', 'normal'), 200, 100)).toEqual(['Gate B queue', '1.0/m² B']);
  });

  it('says that a zone fills while it is not there yet, and then how full it is', () => {
    expect(lines(banded('gate', 'watch'), 200, 100, true).at(-1)).toBe('FILLING');
    expect(lines(banded('gate', 'warning'), 200, 100, true).at(-1)).toBe('WARNING');
  });

  it('gives up the name first, then the word, and never the value', () => {
    expect(lines(banded('gate', 'critical'), 200, 30)).toEqual(['1.0/m² B', 'CRITICAL']);
    expect(lines(banded('gate', 'critical'), 20, 10)).toEqual(['1.0/m² B']);
  });

  it('says unknown, why and for how long', () => {
    expect(lines(unknown('gate'), 200, 100)).toEqual(['Gate B queue', '? camera silent', '34 s']);
    expect(lines(unknown('gate'), 20, 10)).toEqual(['?']);
  });
});

describe('[U] direction of a passage', () => {
  const passage = { id: 'door', name: 'Door', from: 'gate', to: 'stage' };

  it('points from → to whichever way the line was drawn', () => {
    const east = Math.PI / 2;
    expect(
      passageHeading(
        {
          ...passage,
          line: [
            [10, 2],
            [10, 8],
          ],
        },
        venue.zones,
      ),
    ).toBeCloseTo(east);
    expect(
      passageHeading(
        {
          ...passage,
          line: [
            [10, 8],
            [10, 2],
          ],
        },
        venue.zones,
      ),
    ).toBeCloseTo(east);
  });

  it('points away from the zone it leaves where it leads outside', () => {
    const exit = {
      ...passage,
      to: 'outside',
      line: [
        [0, 2],
        [0, 8],
      ] satisfies [[number, number], [number, number]],
    };
    expect(
      Math.sin(
        passageHeading(
          {
            ...exit,
            line: [
              [0, 2],
              [0, 8],
            ],
          },
          venue.zones,
        ),
      ),
    ).toBeCloseTo(-1);
  });
});
