import { expect, it } from 'vitest';
import { drillVenue } from '../../../../control-server/src/drill/drill-venue.js';
import { markedBy } from '../../../../dashboard/src/state/drill-names.js';
import { german } from '../../../../dashboard/src/texts/german/index.js';
import { snapshot } from '../live-samples.js';

it('[U] [DR2] a page shows the names of a drill with the word of its reader’s language', () => {
  const real = snapshot();
  const told = markedBy(german.page.drill)({ ...real, venue: drillVenue(real.venue) });
  if (told.type !== 'snapshot') throw new Error('it is still a snapshot');
  const { cameras, passages, zones } = told.venue;
  const names = [told.venue, ...zones, ...passages, ...cameras].map(({ name }) => name);
  expect(names.filter((name) => !name.startsWith('ÜBUNG · '))).toEqual([]);
  expect(JSON.stringify(told)).not.toContain('DRILL');
  expect(zones.map(({ id }) => id)).toEqual(real.venue.zones.map(({ id }) => id));
});
