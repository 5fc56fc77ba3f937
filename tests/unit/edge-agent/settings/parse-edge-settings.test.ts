import { parseVenue } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { parseEdgeSettings } from '../../../../edge-agent/src/settings/parse-edge-settings.js';
import { settingsFaults } from '../../../../edge-agent/src/settings/settings-faults.js';
import { sampleVenue } from '../../../support/sample-messages.js';
import { calibration } from '../support/sample-camera.js';

const { headHeight: _, ...marks } = calibration;
const camera = (change: object = {}) => ({
  id: 'gate-a',
  source: 'rtsp://cam.local/live',
  calibration: marks,
  ...change,
});
const file = (change: object = {}) => ({
  edge: 'box-1',
  venue: 'venue.yml',
  broker: { url: 'mqtt://127.0.0.1:1883' },
  cameras: [camera()],
  ...change,
});

const venue = () => {
  const parsed = parseVenue(sampleVenue());
  if (!parsed.ok) throw new Error('the sample venue is broken');
  return parsed.value;
};

const faultsOf = (settings: object) => {
  const parsed = parseEdgeSettings(settings, {});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return settingsFaults(parsed.value, venue());
};

describe('[U] settings', () => {
  it('fills in the defaults', () => {
    const parsed = parseEdgeSettings(file(), {});
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        window: { seconds: 1, cellSize: 1 },
        models: { threads: 1, providers: ['cpu'] },
        cameras: [{ framesPerSecond: 5, transport: 'tcp', stallSeconds: 10, width: 1024 }],
      },
    });
  });

  it('lets the environment override the file, the agent’s own words last', () => {
    const parsed = parseEdgeSettings(file(), {
      THRONG_BROKER_URL: 'mqtt://general:1883',
      THRONG_EDGE_BROKER_URL: 'mqtt://own:1883',
      THRONG_WINDOW_SECONDS: '5',
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { broker: { url: 'mqtt://own:1883' }, window: { seconds: 5 } },
    });
  });

  it('names all faults at once, each with its path', () => {
    const parsed = parseEdgeSettings(
      file({
        edge: 'Box 1',
        broker: { url: 'localhost' },
        window: { seconds: 0 },
        cameras: [camera({ framesPerSecond: -1, transport: 'pigeon', typo: 1 })],
      }),
      {},
    );
    const paths = parsed.ok ? [] : parsed.faults.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/edge',
        '/broker/url',
        '/window/seconds',
        '/cameras/0',
        '/cameras/0/framesPerSecond',
        '/cameras/0/transport',
      ]),
    );
  });

  it.each([[undefined], [null], ['text'], [42], [[]], [{ cameras: 'none' }]])(
    'refuses %j without throwing',
    (content) => {
      expect(parseEdgeSettings(content, {}).ok).toBe(false);
    },
  );

  it('accepts a camera that venue and calibration agree on', () => {
    expect(faultsOf(file())).toEqual([]);
  });

  it('names cameras that the venue does not know or gives to another edge', () => {
    const [unknown] = faultsOf(file({ cameras: [camera({ id: 'nowhere' })] }));
    expect(unknown).toMatchObject({ path: '/cameras/0/id' });
    expect(unknown?.message).toContain('"gate-a", "stand-1"');
    const [foreign] = faultsOf(file({ edge: 'box-2' }));
    expect(foreign?.message).toContain('belongs to edge "box-1"');
  });

  it('names repeated ids, doubled passwords, unknown protocols and bad calibrations together', () => {
    const few = { ...marks, pairs: marks.pairs.slice(0, 3) };
    const faults = faultsOf(
      file({
        cameras: [
          camera({ source: 'ftp://cam/x', password: 'a', passwordFile: 'b' }),
          camera({ calibration: few }),
        ],
      }),
    );
    expect(faults.map(({ path }) => path)).toEqual([
      '/cameras/0/passwordFile',
      '/cameras/0/source',
      '/cameras/1/id',
      '/cameras/1/calibration',
    ]);
    expect(faults.at(-1)?.message).toContain('at least 4');
  });

  it('says which cell size a wide view needs', () => {
    const wide = venue();
    const [first] = wide.cameras;
    if (first === undefined) throw new Error('the sample venue has a camera');
    const stretched = {
      ...wide,
      cameras: [
        {
          ...first,
          area: [
            [-90, -5],
            [90, -5],
            [90, 80],
            [-90, 80],
          ] as typeof first.area,
        },
      ],
    };
    const thrice = {
      ...marks,
      pairs: marks.pairs.map(({ pixel, ground: [x, y] }) => ({ pixel, ground: [3 * x, 3 * y] })),
      cameraPosition: marks.cameraPosition?.map((metres) => 3 * metres),
    };
    const parsed = parseEdgeSettings(file({ cameras: [camera({ calibration: thrice })] }), {});
    const [fault] = parsed.ok ? settingsFaults(parsed.value, stretched) : [];
    expect(fault?.path).toBe('/window/cellSize');
    expect(fault?.message).toMatch(/cells of \d+ m/);
  });
});
