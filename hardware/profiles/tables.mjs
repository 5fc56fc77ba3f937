#!/usr/bin/env node
// Prints the tables of hardware/README.md; with --write puts them there. A test holds them against this.
import { readFileSync, writeFileSync } from 'node:fs';
import { groundErrorPerPixel } from '@throng/crowd';
import { readProfiles } from './read-profiles.mjs';

const README = new URL('../README.md', import.meta.url);

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Every profile a row; (e) is expected, (m) measured. */
const profileTable = () => {
  const profiles = readProfiles().map(({ profile }) => profile);
  const fullest = profiles.reduce((most, each) =>
    each.figures.length > most.figures.length ? each : most,
  );
  const columns = fullest.figures;
  return table(
    [
      'box',
      'provider, decoding',
      ...columns.map(({ name, unit }) => (unit === 'cameras' ? name : `${name}, ${unit}`)),
    ],
    profiles.map(({ decode, figures, machine, provider, title }) => [
      `${title}: ${machine}`,
      `${provider.join(', ')}; ${decode}`,
      ...columns.map((column) => {
        const figure = figures.find(({ name }) => name === column.name);
        return figure === undefined ? '–' : `${figure.value} (${figure.mark.slice(0, 1)})`;
      }),
    ]),
  );
};

const HEIGHTS = [3, 4, 6, 8, 10];
const DISTANCES = [5, 10, 20, 30, 40];
const FOCAL_PIXELS = 1_000;

/** Ground error of a pixel, the worse of both directions, m; and how steeply the camera looks down there. */
const mountingTable = () =>
  table(
    ['height', ...DISTANCES.map((distance) => `at ${distance} m`)],
    HEIGHTS.map((height) => [
      `${height} m`,
      ...DISTANCES.map((distance) => {
        const { lateral, radial } = groundErrorPerPixel(distance, height, FOCAL_PIXELS);
        const angle = (Math.atan2(height, distance) * 180) / Math.PI;
        return `${Math.max(lateral, radial).toFixed(2)} m, ${Math.round(angle)}°`;
      }),
    ]),
  );

/** A person of this height, in metres, is to be this tall in the picture, in pixels. */
const PERSON = 1.7;
const WANTED_PIXELS = 40;
const MODEL_WIDTH = 1_024;
const SENSOR_MILLIMETRES = 5.4;

/**
 * Focal length f (mm) at which a person of height H at distance d is p pixels tall under a lens h high:
 * p = f·(atan(h/d) − atan((h − H)/d)), f in pixels of a picture MODEL_WIDTH wide.
 */
export const focalMillimetres = (distance, height) => {
  const angle = Math.atan2(height, distance) - Math.atan2(height - PERSON, distance);
  return ((WANTED_PIXELS / angle) * SENSOR_MILLIMETRES) / MODEL_WIDTH;
};

const lensTable = () =>
  table(
    ['farthest people', ...[10, 15, 20, 30, 40].map((distance) => `${distance} m`)],
    [4, 6, 10].map((height) => [
      `lens ${height} m high`,
      ...[10, 15, 20, 30, 40].map((distance) => {
        const focal = focalMillimetres(distance, height);
        const view = (2 * Math.atan(SENSOR_MILLIMETRES / 2 / focal) * 180) / Math.PI;
        return `${focal.toFixed(1)} mm, ${Math.round(view)}°`;
      }),
    ]),
  );

const TABLES = { profiles: profileTable, mounting: mountingTable, lenses: lensTable };

/** The text with each table between its marks made anew. */
export const withTables = (text) =>
  Object.entries(TABLES).reduce(
    (page, [name, make]) =>
      page.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, open, close) => `${open}${make()}\n${close}`,
      ),
    text,
  );

if (process.argv[1]?.endsWith('tables.mjs')) {
  const made = withTables(readFileSync(README, 'utf8'));
  if (process.argv.includes('--write')) writeFileSync(README, made);
  else console.log(made);
}
