import { describe, expect, it } from 'vitest';
import { withPushed } from '../../../../edge-agent/src/fleet/overlay.js';
import { codedFaults, missingCameras } from '../../../../edge-agent/src/fleet/pushed-faults.js';

const file = () => ({
  edge: 'box-1',
  localAlarm: { command: ['warn'], after: 30 },
  cameras: [
    { id: 'cam-1', source: 'rtsp://cam-1/', password: 'secret', calibration: { headHeight: 1.7 } },
    { id: 'cam-2', source: 'rtsp://cam-2/' },
  ],
});
const calibration = { imageSize: [640, 480] as [number, number], pairs: [] };

describe('[U] what is pushed over the box’s own file', () => {
  it('[FL5] replaces calibration, masks and rate of the named camera and nothing else of it', () => {
    const cameras = [{ id: 'cam-1', framesPerSecond: 2, masks: [], calibration }];
    expect(withPushed(file(), { cameras })).toEqual({
      ...file(),
      cameras: [
        {
          id: 'cam-1',
          source: 'rtsp://cam-1/',
          password: 'secret',
          framesPerSecond: 2,
          masks: [],
          calibration,
        },
        file().cameras[1],
      ],
    });
  });

  it('[FL5] takes a calibration as a whole: nothing of the former one is mixed in', () => {
    const pushed = withPushed(file(), { cameras: [{ id: 'cam-1', calibration }] });
    expect(JSON.stringify(pushed)).not.toContain('headHeight');
  });

  it('[FL5] leaves a disabled camera out, and the file as it was', () => {
    const own = file();
    const pushed = withPushed(own, { cameras: [{ id: 'cam-2', enabled: false }] });
    expect(pushed).toMatchObject({ cameras: [{ id: 'cam-1' }] });
    expect(own).toEqual(file());
  });

  it('[FL1] changes the times of the local alarm, never what it runs', () => {
    const pushed = withPushed(file(), { localAlarm: { after: 90 } });
    expect(pushed).toMatchObject({ localAlarm: { command: ['warn'], after: 90 } });
    const { localAlarm: _, ...without } = file();
    expect(withPushed(without, { localAlarm: { after: 90 } })).toEqual(without);
  });

  it('is not bothered by a file that is none', () => {
    for (const content of [undefined, null, 'text', [], { cameras: 'none' }, { cameras: [1] }]) {
      expect(withPushed(content, { cameras: [{ id: 'cam-1' }] })).toEqual(content);
    }
  });
});

describe('[U] faults of what is pushed', () => {
  it('[FL4] a camera without a stream on this box is refused', () => {
    expect(missingCameras(file(), { cameras: [{ id: 'cam-9' }, { id: 'cam-1' }] })).toEqual([
      { code: 'unknown-camera', field: 'camera', camera: 'cam-9' },
    ]);
  });

  it('[FL4] the last camera is not switched off', () => {
    const cameras = ['cam-1', 'cam-2'].map((id) => ({ id, enabled: false }));
    expect(missingCameras(file(), { cameras })).toEqual([
      { code: 'no-camera-left', field: 'enabled' },
    ]);
  });

  it.each([
    ['/cameras/0/calibration', { code: 'bad-calibration', field: 'calibration', camera: 'cam-2' }],
    [
      '/cameras/0/calibration/pairs/3',
      { code: 'bad-calibration', field: 'calibration', camera: 'cam-2' },
    ],
    ['/cameras/0/masks', { code: 'all-masked', field: 'masks', camera: 'cam-2' }],
    ['/cameras/0/masks/1/2', { code: 'bad-mask', field: 'masks', camera: 'cam-2' }],
    [
      '/cameras/0/framesPerSecond',
      { code: 'does-not-fit', field: 'framesPerSecond', camera: 'cam-2' },
    ],
    ['/cameras/0/id', { code: 'does-not-fit', field: 'venue', camera: 'cam-2' }],
    ['/cameras/0/source', { code: 'does-not-fit', field: 'camera', camera: 'cam-2' }],
    ['/window/cellSize', { code: 'too-many-cells', field: 'calibration' }],
    ['/localAlarm', { code: 'does-not-fit', field: 'localAlarm' }],
    ['/broker/url', { code: 'does-not-fit', field: 'document' }],
  ])('[FL6] %s is told as a code with its place', (path, told) => {
    const pushed = { cameras: [{ id: 'cam-1', enabled: false }] };
    const faults = [
      { path, message: 'with words' },
      { path, message: 'and more' },
    ];
    expect(codedFaults(faults, file(), pushed)).toEqual([told]);
  });
});
