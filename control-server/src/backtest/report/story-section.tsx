import { toPolygon } from '@throng/contract';
import { boundingBox, riskBands, riskColour } from '@throng/crowd';
import type { ReactElement } from 'react';
import { BothWidths } from './both-widths.js';
import { courseChart, likelihoodChart } from './story-charts.js';
import { storyText } from './story-sentences.js';
import type { Storyline } from './storyline.js';
import { venueMap } from './venue-map.js';
import { clock, density } from './wording.js';

/** Three maps stand side by side, or one above the other where the venue is much wider than high. */
const NARROW = 260;
const WIDE = 1.7;

const isWide = ({ simulated }: Storyline): boolean => {
  const box = boundingBox(simulated.venue.zones.flatMap(({ polygon }) => [...toPolygon(polygon)]));
  return (box.maxX - box.minX) / (box.maxY - box.minY) > WIDE;
};

const offset = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return 'then';
  return minutes < 0 ? `${-minutes} min before` : `${minutes} min after`;
};

/** One case at length: in words, on the map, and over time. */
export const StorySection = ({ story }: { readonly story: Storyline }): ReactElement => {
  const { happened, headline, why } = storyText(story);
  const { simulated, told } = story;
  const wide = isWide(story);
  const zone = simulated.venue.zones.findIndex(({ id }) => id === told.zone);
  return (
    <section className="story">
      <h3>{headline}</h3>
      <p className="dim">
        {simulated.venue.name} ({told.venue}), evening of seed {told.seed}
      </p>
      <p>{happened}</p>
      <p>{why}</p>
      <div className={wide ? 'maps wide' : 'maps'}>
        {story.moments.map((moment) => (
          <figure key={moment.time}>
            {wide ? (
              <BothWidths chart={(width) => venueMap(story, moment, width)} />
            ) : (
              venueMap(story, moment, NARROW)
            )}
            <figcaption>
              {clock(moment.time)}, {offset(moment.time - told.at)}:{' '}
              {density(moment.densities[zone] ?? Number.NaN)} persons/m² · phase “{moment.phase}”
            </figcaption>
          </figure>
        ))}
      </div>
      <BothWidths chart={(width) => courseChart(story, width)} />
      <BothWidths chart={(width) => likelihoodChart(story, width)} />
    </section>
  );
};

/** What the colours and lines of the maps mean. */
export const MapKeys = (): ReactElement => (
  <p className="keys">
    {riskBands.map((band) => {
      const { b, g, r } = riskColour(band);
      return (
        <span key={band}>
          <i style={{ background: `rgb(${r} ${g} ${b})` }} />
          {band}
        </span>
      );
    })}
    <span>number: persons/m²</span>
    <span>arrow: net flow over a minute, the thicker the more</span>
    <span>red dashes: passage shut or slowed</span>
    <span>thick outline: the story's zone</span>
  </p>
);
