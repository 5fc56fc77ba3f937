import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { agentFiles } from '../integration/edge-agent/support/agent-files.js';
import { squaresVideo } from '../integration/edge-agent/support/squares-video.js';
import { start } from '../support/child.js';
import { eventually } from '../support/eventually.js';
import { startMosquitto } from '../support/mosquitto.js';
import { describeWith } from '../support/system-tools.js';
import { EDGE } from '../support/throng.js';

/** Persons/m² that the three squares on 200 m² are above. */
const BANDS = { watch: 0.001, warning: 0.002, critical: 0.005, emergency: 5 };

describeWith(['ffmpeg', 'mosquitto'], 'local alarm', () => {
  it('[E] a box that no server hears warns by itself, and the crowd is still published', async () => {
    const { url } = await startMosquitto();
    const source = await squaresVideo({ seconds: 4, fps: 5 });
    const config = await agentFiles(url, [{ id: 'west', source, loop: true, watch: [] }]);
    const folder = dirname(config);
    const rung = join(folder, 'rung');
    const venueFile = join(folder, 'venue.yml');
    const { venue } = parse(await readFile(venueFile, 'utf8'));
    const zones = venue.zones.map((zone: object) => ({ ...zone, bands: BANDS }));
    await writeFile(venueFile, stringify({ venue: { ...venue, zones } }));
    const command = ['/bin/sh', '-c', 'cat >> "$0"; echo " $THRONG_ALARM_ZONE" >> "$0"', rung];
    const settings = parse(await readFile(config, 'utf8'));
    const localAlarm = { after: 5, onDelaySeconds: 2, command };
    await writeFile(config, stringify({ ...settings, localAlarm }));

    const agent = start(process.execPath, [EDGE, 'run', '--config', config]);
    const said = await eventually(
      'the alarm',
      () => readFile(rung, 'utf8').catch(() => undefined),
      30_000,
    );
    expect(said).toMatch(/ floor\n$/);
    expect(JSON.parse(said.split(' floor')[0] ?? '')).toMatchObject({
      state: 'raised',
      venue: 'hall',
      edge: 'box-1',
      camera: 'west',
      zone: 'floor',
      criticalDensity: BANDS.critical,
    });
    await agent.line(/local alarm raised: .* in floor/);
  });
});
