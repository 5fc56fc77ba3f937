import { describe, expect, it } from 'vitest';
import { readGeoJson } from '../../../../dashboard/src/state/editor/read-geojson.js';
import { toGeoJson } from '../../../../dashboard/src/state/editor/write-geojson.js';
import { englishEditor } from '../../../../dashboard/src/texts/english-editor.js';
import { geoJsonFault } from '../../../../dashboard/src/texts/geo-json-fault.js';
import { germanEditor } from '../../../../dashboard/src/texts/german/editor.js';
import { hall } from './hall.js';

const empty = { id: 'hall', name: 'Hall', zones: [], passages: [], cameras: [] };
const read = (features: unknown[]) =>
  readGeoJson(empty, JSON.stringify({ type: 'FeatureCollection', features }));
const room = {
  type: 'Feature',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [20, 0],
        [20, 10],
        [0, 0],
      ],
    ],
  },
  properties: { kind: 'zone', name: 'West room' },
};

describe('[U] GeoJSON in metres', () => {
  it('holds the whole drawing: written and read again it is the same', () => {
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const zones = hall.zones.map((zone) => ({
      ...zone,
      bands,
      serves: 'gate' as const,
      bandsByPhase: { egress: bands },
    }));
    const venue = { ...hall, zones };
    const again = readGeoJson({ ...venue, ...empty, walls: [] }, JSON.stringify(toGeoJson(venue)));
    expect(again).toEqual({ venue, read: 6, faults: [] });
  });

  it('closes its rings, and names what each feature is', () => {
    const { features } = toGeoJson(hall);
    expect(features[0]?.geometry.coordinates[0]).toHaveLength(5);
    expect(features.map(({ properties }) => properties.kind)).toEqual([
      'zone',
      'zone',
      'passage',
      'passage',
      'camera',
      'wall',
    ]);
  });

  it('needs no more than a kind, a name and a shape', () => {
    expect(read([room]).venue.zones).toEqual([
      {
        id: 'west-room',
        name: 'West room',
        kind: 'walkway',
        polygon: [
          [0, 0],
          [20, 0],
          [20, 10],
        ],
      },
    ]);
  });

  it('takes the place of what has the same id', () => {
    const { read: count, venue } = readGeoJson(
      hall,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ ...room, properties: { ...room.properties, id: 'west' } }],
      }),
    );
    expect(count).toBe(1);
    expect(venue.zones.map(({ id, polygon }) => [id, polygon.length])).toEqual([
      ['west', 3],
      ['east', 4],
    ]);
  });

  it('says what of it cannot be read, where, and takes the rest', () => {
    const shaped = (geometry: unknown) => ({ ...room, geometry });
    const {
      faults,
      read: count,
      venue,
    } = read([
      room,
      { ...room, properties: { kind: 'tree' } },
      shaped({ type: 'Point', coordinates: [0, 0] }),
      shaped({ type: 'Polygon', coordinates: [room.geometry.coordinates[0], []] }),
      shaped({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            ['x', 0],
            [1, 1],
          ],
        ],
      }),
      shaped({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [9, 9],
            [0, 0],
          ],
        ],
      }),
      shaped({
        type: 'Polygon',
        coordinates: [
          [
            [8.1, 47],
            [8.1002, 47],
            [8.1002, 47.0001],
          ],
        ],
      }),
      { ...room, properties: { kind: 'zone', name: 'Gate', zoneKind: 'bar' } },
      { ...room, properties: { kind: 'camera', name: 'Mast' } },
      null,
    ]);
    expect(count).toBe(1);
    expect(venue.zones).toHaveLength(1);
    expect(faults.map(({ path }) => path)).toEqual([
      '/features/1/properties/kind',
      '/features/2/geometry',
      '/features/3/geometry',
      '/features/4/geometry',
      '/features/5/geometry',
      '/features/6/geometry',
      '/features/7/properties/zoneKind',
      '/features/8/properties',
      '/features/9/properties/kind',
    ]);
    expect(faults[5]).toMatchObject({ code: 'degrees' });
    const said = (words: typeof englishEditor | typeof germanEditor) =>
      faults.map((fault) => geoJsonFault(words, fault));
    expect(said(englishEditor)[1]).toBe('must be a Polygon');
    expect(said(englishEditor)[4]).toBe('has 2\u00a0corners; at least 3 are needed');
    expect(said(englishEditor)[7]).toBe('is incomplete: edge is missing');
    expect(said(germanEditor)[4]).toBe('hat 2\u00a0Ecken; mindestens 3 sind nötig');
    expect(said(germanEditor)[7]).toBe('ist unvollständig: edge fehlt');
    expect(new Set(said(germanEditor)).size).toBeGreaterThan(6);
  });

  it.each(['', '{}', '[1]', '{"type":"FeatureCollection"}'])('refuses %j as a whole', (text) => {
    expect(readGeoJson(hall, text)).toMatchObject({ venue: hall, read: 0, faults: [{ path: '' }] });
  });
});
