import { desiredTopic, sealDocument } from '@throng/contract';
import { openFleet, readSettings } from '@throng/edge-agent';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.js';
import { fleetKeys, sampleDocument } from '../../support/fleet-samples.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { calibration } from '../../unit/edge-agent/support/sample-camera.js';
import { squaresVideo } from '../edge-agent/support/squares-video.js';
import { FleetHall } from './support/hall.js';

const CALIBRATED = '2026-11-20T10:00:00.000Z';
const anew = { ...calibration, calibratedAt: CALIBRATED };
/** All marks on one line of the floor: no plane follows of them. */
const onOneLine = {
  ...calibration,
  pairs: calibration.pairs.map(({ pixel }, index) => ({ pixel, ground: [index, index] })),
};
const silent = { info() {}, warn() {}, error() {} };

describeWith(['ffmpeg'], '[I] settings pushed to a running box', () => {
  it('[FL2] [FL3] [FL4] [FL5] [FL6] are applied, refused, restored and kept over a restart', async () => {
    const hall = await FleetHall.open(await temporaryFolder());
    onTestFinished(() => hall.close());
    const source = await squaresVideo();
    const config = await hall.agentConfig([
      { id: 'cam-1', source, loop: true },
      { id: 'cam-2', source, loop: true },
    ]);
    await hall.startAgent(config);
    await eventually('both cameras', () => hall.of('cam-1')[0] && hall.of('cam-2')[0], 60_000);

    const push = (settings: object, note = '') =>
      hall.ask('POST', '/fleet/box-1/versions', { note, settings });
    const standing = async () => {
      const { body } = await hall.ask('GET', '/fleet');
      return Array.isArray(body) ? body[0] : undefined;
    };
    expect(await standing()).toMatchObject({
      edge: 'box-1',
      standing: { kind: 'own-settings' },
      report: { accepts: true },
    });

    // A calibration is applied and answered; the other camera keeps its sequence.
    {
      const pushed = await push({ cameras: [{ id: 'cam-1', calibration: anew }] }, 'marked anew');
      expect(pushed).toEqual({ status: 201, body: { version: 1 } });
      const report = await hall.reported('version 1', ({ version }) => version === 1);
      expect(report.answer).toMatchObject({ outcome: 'applied', version: 1, faults: [] });
      await eventually('the new calibration in the health', () =>
        hall.healths.at(-1)?.cameras.find(({ calibratedAt }) => calibratedAt === CALIBRATED),
      );
      const before = hall.of('cam-1').length;
      await eventually(
        'more windows',
        () => hall.of('cam-1').length > before + 1 || undefined,
        30_000,
      );
      for (const camera of ['cam-1', 'cam-2']) {
        const sequences = hall.of(camera).map(({ sequence }) => sequence);
        expect(sequences).toEqual(sequences.map((_, index) => index));
        expect(new Set(hall.of(camera).map(({ bootId }) => bootId)).size).toBe(1);
      }
      const changed = hall.lines.find((line) => line.startsWith('settings taken over'));
      expect(changed).toContain('"changed":["cam-1"]');
      expect(await standing()).toMatchObject({
        standing: { kind: 'applied' },
        desired: { version: 1, note: 'marked anew' },
      });
    }

    // What is not of the allow-list is refused by the server, with its path.
    {
      const { body, status } = await push({ cameras: [{ id: 'cam-1', source: 'rtsp://else/' }] });
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { code: 'faults', faults: [{ path: '/cameras/0' }] } });
      expect(await push({ cameras: [{ id: 'cam-9' }] })).toMatchObject({
        status: 400,
        body: { error: { faults: [{ path: '/cameras/0/id' }] } },
      });
    }

    // A faulty push is refused by the box with codes, and its settings go on.
    {
      const masks = [
        [
          [0, 0],
          [700, 0],
          [0, 100],
        ],
      ];
      const cameras = [
        { id: 'cam-1', calibration: onOneLine },
        { id: 'cam-2', masks },
      ];
      expect(await push({ cameras })).toMatchObject({ status: 201, body: { version: 2 } });
      const report = await hall.reported('a refusal', ({ answer }) => answer?.version === 2);
      expect(report).toMatchObject({
        version: 1,
        answer: {
          outcome: 'refused',
          faults: [
            { code: 'bad-calibration', field: 'calibration', camera: 'cam-1' },
            { code: 'bad-mask', field: 'masks', camera: 'cam-2' },
          ],
        },
      });
      expect(await standing()).toMatchObject({ standing: { kind: 'refused' } });
      const before = hall.of('cam-1').length;
      await eventually('it goes on', () => hall.of('cam-1').length > before || undefined, 30_000);
      const calibrated = hall.healths.at(-1)?.cameras.map(({ calibratedAt }) => calibratedAt);
      expect(calibrated).toContain(CALIBRATED);
    }

    // A document signed by somebody else is refused.
    {
      const document = sampleDocument({
        version: 9,
        settings: { cameras: [{ id: 'cam-1', enabled: false }] },
      });
      const payload = sealDocument(document, fleetKeys().sign);
      if (!payload.ok) throw new Error(payload.message);
      const topic = desiredTopic(document);
      await hall.client.publishAsync(topic, Buffer.from(payload.value), { qos: 1 });
      const report = await hall.reported(
        'a refusal',
        ({ answer }) => answer?.faults.some(({ code }) => code === 'bad-signature') ?? false,
      );
      expect(report.version).toBe(1);
    }

    // An older version of the server itself is refused when it is played again.
    {
      const sign = (text: string) => hall.key.sign(text);
      const payload = sealDocument(sampleDocument({ version: 1, settings: {} }), sign);
      if (!payload.ok) throw new Error(payload.message);
      const topic = desiredTopic({ venue: 'hall', edge: 'box-1' });
      await hall.client.publishAsync(topic, Buffer.from(payload.value), { qos: 1 });
      const report = await hall.reported(
        'a refusal',
        ({ answer }) => answer?.faults.some(({ code }) => code === 'replayed') ?? false,
      );
      expect(report.version).toBe(1);
    }

    // An older content is restored under a higher version.
    {
      const restored = await hall.ask('POST', '/fleet/box-1/versions/1/restore');
      expect(restored).toEqual({ status: 201, body: { version: 3 } });
      await hall.reported('version 3', ({ version }) => version === 3);
      const { body } = await hall.ask('GET', '/fleet/box-1/diff?from=2&to=3');
      expect(body).toMatchObject([
        { path: '/settings/cameras/cam-1/calibration' },
        { path: '/settings/cameras/cam-2' },
      ]);
      const audit = await hall.ask('GET', '/audit?action=fleet-settings-pushed');
      expect(JSON.stringify(audit.body)).toContain('version 1 again');
    }

    // What was pushed holds from the first frame of the next start.
    {
      await hall.stopAgent();
      const own = await readSettings(config, {});
      if (!own.ok) throw new Error(own.message);
      expect(own.value.settings.cameras[0]?.calibration.calibratedAt).toBeUndefined();
      const fleet = await openFleet(config, {}, own.value, silent);
      if (!fleet.ok) throw new Error(fleet.message);
      expect(fleet.value.loaded.settings.cameras[0]?.calibration.calibratedAt).toBe(CALIBRATED);
    }
  }, 300_000);
});
