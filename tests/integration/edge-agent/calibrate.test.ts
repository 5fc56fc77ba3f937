import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeLens, type Point } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readSettings } from '../../../edge-agent/src/adapters/files/read-settings.js';
import { saveCalibration } from '../../../edge-agent/src/adapters/files/save-calibration.js';
import type { Calibration } from '../../../edge-agent/src/settings/calibration-settings.js';
import { availability, sharedData } from '../../reference/support/shared-data.js';
import { PETS, petsScene } from '../../support/pets-scene.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import {
  pixelOf,
  position,
  size as sampleSize,
} from '../../unit/edge-agent/support/sample-camera.js';
import { command } from './support/command.js';

const { present, note } = availability(PETS);

const TEXT = `# the box on the roof
edge: box-1
venue: venue.yml
broker: { url: mqtt://127.0.0.1:1883 }
cameras:
  - id: view-1 # never calibrated
    source: nowhere.mp4

# nothing follows
`;

/** Settings with one camera, over a plan of 10 m × 10 m or PETS's own. */
const settings = async (venue: object, text = TEXT): Promise<string> => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'venue.yml'), stringify({ venue }));
  await writeFile(join(folder, 'edge.yml'), text);
  return join(folder, 'edge.yml');
};

const plan = {
  id: 'v',
  name: 'V',
  zones: [
    {
      id: 'z',
      name: 'Z',
      kind: 'walkway',
      polygon: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    },
  ],
  passages: [],
  cameras: [
    {
      id: 'view-1',
      name: 'View',
      edge: 'box-1',
      area: [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    },
  ],
};

const calibrate = (config: string, ...args: string[]) =>
  command('calibrate', '--config', config, '--camera', 'view-1', ...args);

describe.runIf(present)(
  `[I] throng-edge calibrate on the surveyed camera of PETS 2009${note}`,
  () => {
    const { venue } = petsScene();
    const pairs = sharedData(PETS, 'truth.json');
    const size = ['--image-size', '768x576'];

    it('finds camera and residuals as the reference does, and writes what the agent starts with', async () => {
      const config = await settings(venue('box-1'));
      const { code, out } = await calibrate(
        config,
        ...['--pairs', pairs, ...size, '--by', 'Ada', '--json'],
      );
      expect(code).toBe(0);
      const found = JSON.parse(out);
      expect(found.rmsMetres).toBeLessThan(0.05);
      expect(found.rmsPixels).toBeLessThan(1);
      expect(Math.hypot(found.camera.x + 28.94, found.camera.y + 19.529)).toBeLessThan(0.25);
      expect(Math.abs(found.camera.height / 7.066 - 1)).toBeLessThan(0.05);
      expect(found.pairs).toHaveLength(8);
      expect(found.errors.map((entry: { distance: number }) => entry.distance)).toContain(20);
      const loaded = await readSettings(config, {});
      if (!loaded.ok) throw new Error(loaded.message);
      expect(loaded.value.settings.cameras[0]?.calibration).toMatchObject({
        calibratedBy: 'Ada',
        calibratedAt: expect.stringMatching(/^20\d\d-.*Z$/),
      });
    });

    it('keeps the rest of the file and a copy of what it was', async () => {
      const config = await settings(venue('box-1'));
      await calibrate(config, '--pairs', pairs, ...size);
      const text = await readFile(config, 'utf8');
      for (const line of TEXT.split('\n')) expect(text.split('\n')).toContain(line);
      const backups = (await readdir(dirname(config))).filter((name) => name.endsWith('.bak'));
      expect(backups).toHaveLength(1);
      expect(await readFile(join(dirname(config), backups[0] ?? ''), 'utf8')).toBe(TEXT);
    });

    it('writes nothing on a dry run, and prints a table that a person can read', async () => {
      const config = await settings(venue('box-1'));
      const { code, out } = await calibrate(config, '--pairs', pairs, ...size, '--dry-run');
      expect(code).toBe(0);
      expect(out).toMatch(/residuals +0\.0\d+ m rms/);
      expect(out).toMatch(/reach +45\.\d m at 0\.25 m per pixel/);
      expect(out).toContain('Nothing was written');
      expect(await readFile(config, 'utf8')).toBe(TEXT);
      expect(await readdir(dirname(config))).toHaveLength(2);
    });

    it('names the pair that is off', async () => {
      const config = await settings(venue('box-1'));
      const truth = JSON.parse(await readFile(pairs, 'utf8'));
      truth.calibration_pairs[3].ground[0] += 1.5;
      const file = join(dirname(config), 'pairs.json');
      await writeFile(file, JSON.stringify(truth.calibration_pairs));
      const { code, out } = await calibrate(config, '--pairs', file, ...size, '--dry-run');
      expect(code).toBe(0);
      expect(out).toContain('Pair 4 is off');
      expect(out).toMatch(/^4 .*← off$/m);
    });

    it('known lengths and the height of the lens give the same ground as the survey within 3 %', async () => {
      const config = await settings(venue('box-1'));
      const marks = JSON.parse(await readFile(pairs, 'utf8')).calibration_pairs;
      const length = (a: number, b: number) => {
        const [from, to] = [marks[a], marks[b]];
        const metres = Math.hypot(from.ground[0] - to.ground[0], from.ground[1] - to.ground[1]);
        return ['--length', `${[...from.pixel, ...to.pixel].join(',')}=${metres.toFixed(2)}`];
      };
      const anchor = ({ ground, pixel }: { ground: number[]; pixel: number[] }) => [
        '--pair',
        `${pixel.join(',')}=${ground.join(',')}`,
      ];
      const { code, out } = await calibrate(
        config,
        ...[...anchor(marks[0]), ...anchor(marks[7])],
        ...[...length(3, 4), ...length(5, 6), ...length(0, 2), ...length(1, 6)],
        ...['--camera-height', '7.07', ...size, '--json'],
      );
      const found = JSON.parse(out);
      expect([code, found.method]).toEqual([0, 'lengths']);
      const away = Math.hypot(found.camera.x + 28.94, found.camera.y + 19.529);
      expect(away / Math.hypot(23.7, 24)).toBeLessThan(0.03);
    });
  },
);

describe('[I] throng-edge calibrate behind a wide lens', () => {
  const lens = makeLens({ k1: -0.12 }, sampleSize);
  const bent = (pixel: Point): string => {
    const { x, y } = lens.distort(pixel) ?? pixel;
    return `${x.toFixed(2)},${y.toFixed(2)}`;
  };
  const spots = [
    { x: 2, y: 0.5 },
    { x: 8, y: 0.5 },
    { x: 1, y: 4 },
    { x: 9, y: 4 },
    { x: 2, y: 9 },
    { x: 8, y: 9 },
  ];
  const marks = spots.flatMap((spot) => ['--pair', `${bent(pixelOf(spot))}=${spot.x},${spot.y}`]);
  /** Five points along a straight line of the picture without the lens. */
  const edge = (from: Point, to: Point) => [
    '--edge',
    [0, 0.25, 0.5, 0.75, 1]
      .map((t) => bent({ x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) }))
      .join(','),
  ];
  const size = ['--image-size', `${sampleSize.width}x${sampleSize.height}`];

  it('finds the lens from straight edges, and with it the camera', async () => {
    const config = await settings(plan);
    const edges = [
      ...edge({ x: 20, y: 30 }, { x: 620, y: 40 }),
      ...edge({ x: 30, y: 450 }, { x: 600, y: 440 }),
    ];
    const { code, out } = await calibrate(
      config,
      ...[...marks, ...edges, ...size, '--distortion', 'auto', '--json'],
    );
    expect(code).toBe(0);
    const found = JSON.parse(out);
    expect(found.lens.k1).toBeCloseTo(-0.12, 2);
    expect(found.rmsMetres).toBeLessThan(0.01);
    expect(found.camera.height).toBeCloseTo(position.z, 1);
    const loaded = await readSettings(config, {});
    if (!loaded.ok) throw new Error(loaded.message);
    const { calibration } = loaded.value.settings.cameras[0] ?? {};
    expect(calibration?.distortion).toMatchObject({ model: 'brown-conrady' });
  });

  it('keeps masks where they are: rescales to their picture, refuses another shape', async () => {
    const masked = TEXT.replace(
      '    source: nowhere.mp4',
      '    source: nowhere.mp4\n    masks: [[[0, 0], [100, 0], [100, 50]]]\n    calibration: { imageSize: [320, 240], pairs: [] }',
    );
    const config = await settings(plan, masked);
    const first = await calibrate(config, ...[...marks, ...size, '--distortion', '-0.12']);
    expect(first.code).toBe(0);
    const { calibration } = parse(await readFile(config, 'utf8')).cameras[0];
    expect(calibration.imageSize).toEqual([320, 240]);
    const wide = await calibrate(config, ...[...marks, '--image-size', '640x360']);
    expect(wide.code).toBe(1);
    expect(wide.err).toContain('masks were drawn on 320x240');
  });

  it('keeps an edit made meanwhile, the permissions, and the link that leads to the file', async () => {
    const config = await settings(plan);
    const link = join(await temporaryFolder(), 'edge.yml');
    await chmod(config, 0o640);
    await symlink(config, link);
    await writeFile(config, `${TEXT}# added while the page was open\n`);
    const calibration: Calibration = { imageSize: [640, 480], pairs: [], headHeight: 1.6 };
    const saved = await saveCalibration(link, 'view-1', calibration, 0);
    expect(saved).toMatchObject({ ok: true });
    expect(await readFile(config, 'utf8')).toContain('# added while the page was open');
    expect((await stat(config)).mode & 0o777).toBe(0o640);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await readdir(dirname(config))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('[I] throng-edge calibrate, used wrongly', () => {
  const pairs = (...marks: string[]) => marks.flatMap((mark) => ['--pair', mark]);

  it('exits with 2 for a mark that is none', async () => {
    const config = await settings(plan);
    const { code, err } = await calibrate(config, '--pair', '1,2=3');
    expect(code).toBe(2);
    expect(err).toContain('px,py=x,y');
  });

  it('exits with 1 for a camera that the file has not, and lists those it has', async () => {
    const config = await settings(plan);
    const { code, err } = await command('calibrate', '--config', config, '--camera', 'roof');
    expect(code).toBe(1);
    expect(err).toContain('its cameras are "view-1"');
  });

  it('exits with 1 and leaves the file where the marks give no ground', async () => {
    const config = await settings(plan);
    const { code, out } = await calibrate(
      config,
      ...pairs('1,1=1,1', '2,2=2,2', '3,3=3,3', '4,4=4,4'),
      ...['--image-size', '640x480', '--json'],
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, faults: [expect.stringContaining('line')] });
    expect(await readFile(config, 'utf8')).toBe(TEXT);
  });

  it('refuses a calibration by which the camera sees none of its own area', async () => {
    const config = await settings(plan);
    const { code, err } = await calibrate(
      config,
      ...pairs('100,200=101,120', '540,200=109,120', '620,460=106,108', '20,460=103,108'),
      ...['--image-size', '640x480', '--camera-height', '6'],
    );
    expect(code).toBe(1);
    expect(err).toContain('none of its own area');
    expect(await readFile(config, 'utf8')).toBe(TEXT);
  });

  it('says what is missing where neither file nor command line hold a mark', async () => {
    const config = await settings(plan);
    const { code, err } = await calibrate(config, '--dry-run');
    expect(code).toBe(1);
    expect(err).toContain('--pair');
  });
});
