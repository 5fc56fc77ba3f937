import { decode, type EdgeHealth, type MeasurementWindow } from '@throng/contract';
import mqtt from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { start } from '../../support/child.js';
import { eventually } from '../../support/eventually.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { EDGE } from '../../support/throng.js';
import { agentFiles, MODELS } from './support/agent-files.js';
import { SQUARES, squaresVideo } from './support/squares-video.js';

const listen = async (url: string) => {
  const client = await mqtt.connectAsync(url);
  onTestFinished(() => client.endAsync(true));
  const windows: MeasurementWindow[] = [];
  const healths: EdgeHealth[] = [];
  client.on('message', (topic, payload) => {
    const decoded = decode(topic, payload);
    if (!decoded.ok) throw new Error(decoded.message);
    if (decoded.value.channel === 'window') windows.push(decoded.value.message);
    if (decoded.value.channel === 'health') healths.push(decoded.value.message);
  });
  await client.subscribeAsync('throng/v1/#', { qos: 1 });
  return { windows, healths };
};

const edge = async (...args: string[]) => {
  const child = start(process.execPath, [EDGE, ...args]);
  return { ...(await child.ended), said: child.lines.join('\n') };
};

const [[left, top]] = SQUARES;
const COUNTED = 30;

describeWith(['ffmpeg', 'mosquitto'], '[I] a steward’s hand counts', () => {
  it('correct the running agent, stay on the box with who and when, and can be taken back', async () => {
    const { url } = await startMosquitto();
    const { healths, windows } = await listen(url);
    const config = await agentFiles(url, [
      { id: 'cam-1', source: await squaresVideo(), loop: true, watch: [] },
    ]);
    start(process.execPath, [EDGE, 'run', '--config', config]);
    const place = ['--config', config, '--camera', 'cam-1', '--zone', 'floor'];
    const added = await eventually(
      'a count to hold a hand count against',
      async () => {
        const tried = await edge(
          ...[
            'clicker',
            'add',
            ...place,
            '--count',
            `${COUNTED}`,
            '--at',
            'now',
            '--by',
            'Kim Lee',
          ],
          '--json',
        );
        return tried.code === 0 ? tried : undefined;
      },
      45_000,
    );
    expect(JSON.parse(added.said)).toMatchObject({ measured: SQUARES.length, by: 'Kim Lee' });

    const corrected = await eventually(
      'the correction in the health',
      () => healths.at(-1)?.cameras[0]?.correction,
      20_000,
    );
    expect(corrected.counts).toBe(1);
    expect(corrected.factor).toBeGreaterThan(1);
    expect(JSON.stringify(healths)).not.toContain('Kim');
    const counted = await eventually('a corrected window', () =>
      windows.at(-1)?.zones.find(({ persons }) => persons > SQUARES.length),
    );
    expect(counted.persons).toBeCloseTo(SQUARES.length * corrected.factor, 0);

    const fit = JSON.parse((await edge('clicker', 'fit', '--config', config, '--json')).said);
    expect(fit.cameras).toMatchObject([{ camera: 'cam-1', counts: 1, moments: 1 }]);
    expect(fit.cameras[0].more).toBeGreaterThan(0);
    const { id } = JSON.parse(added.said);
    expect((await edge('clicker', 'remove', id, '--config', config, '--by', 'Lee')).code).toBe(0);
    await eventually('the correction to go', () => {
      const camera = healths.at(-1)?.cameras[0];
      return camera !== undefined && camera.correction === undefined ? true : undefined;
    });
  });

  it('[P2] a masked person is counted by no model of the running agent', async () => {
    const { url } = await startMosquitto();
    const { windows } = await listen(url);
    const mask = [
      [left - 4, top - 4],
      [left + 36, top - 4],
      [left + 36, top + 36],
      [left - 4, top + 36],
    ];
    // The density model of the tests takes any light for people, the grey of a mask too.
    const config = await agentFiles(
      url,
      [{ id: 'cam-1', source: await squaresVideo(), loop: true, watch: [], masks: [mask] }],
      { models: { person: MODELS.person, density: 'none' } },
    );
    start(process.execPath, [EDGE, 'run', '--config', config]);
    const seen = await eventually(
      'a window',
      () => windows.find(({ frames, zones }) => frames.processed >= 2 && zones.length > 0),
      30_000,
    );
    expect(seen.zones[0]?.persons).toBe(SQUARES.length - 1);
    expect(seen.grid?.cells).toContain(null);
  });
});
