import { chmod, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../edge-agent/src/doctor/finding.js';
import { start } from '../../support/child.js';
import { startRtspServer } from '../../support/rtsp-server.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { EDGE } from '../../support/throng.js';
import { testCard } from '../../support/video.js';
import { agentFiles } from './support/agent-files.js';

const examined = async (config: string): Promise<Finding[]> => {
  const doctor = start(process.execPath, [EDGE, 'doctor', '--config', config, '--json']);
  expect((await doctor.ended).code).toBe(1);
  const text = doctor.lines.join('\n');
  return JSON.parse(text.slice(text.indexOf('{\n'))).findings;
};

describe('[I] throng-edge doctor on a bare machine', () => {
  it('misses ffmpeg, and says how to get it', async () => {
    const doctor = start(process.execPath, [EDGE, 'doctor', '--json'], {
      env: { PATH: await temporaryFolder() },
    });
    expect((await doctor.ended).code).toBe(1);
    const text = doctor.lines.join('\n');
    const { findings } = JSON.parse(text.slice(text.indexOf('{\n')));
    expect(findings).toContainEqual({
      subject: 'ffmpeg',
      ok: false,
      detail: 'is not there',
      remedy: expect.stringMatching(/apt install ffmpeg/),
    });
  });
});

describeWith(['ffmpeg', 'rtspPython'], '[I] throng-edge doctor on cameras', () => {
  it('tells a wrong password, a wrong path and a missing host apart, without a secret', async () => {
    const password = 'r1ght/p@ss';
    const card = await testCard({ seconds: 60, size: '640x480' });
    const { port } = await startRtspServer(card, { user: 'viewer', password });
    const at = (path: string, secret: string) =>
      `rtsp://viewer:${encodeURIComponent(secret)}@127.0.0.1:${port}${path}`;
    const sources = [
      ['password', at('/camera', 'wr0ng/p@ss'), /wrong user or password/, /passwordFile/],
      ['path', at('/no-such', password), /wrong path/, /manual/],
      ['port', 'rtsp://127.0.0.1:9/live', /nobody listens/, /host and port/],
      ['host', 'rtsp://camera.invalid/live', /unknown host name/, /host name/],
    ] as const;
    const pairs = [sources.slice(0, 2), sources.slice(2)];
    for (const pair of pairs) {
      const cameras = pair.map(([id, source]) => ({ id, source }));
      const config = await agentFiles('mqtt://127.0.0.1:9', cameras);
      await chmod(config, 0o600);
      const findings = await examined(config);
      for (const [id, , cause, remedy] of pair) {
        expect(findings.find(({ subject }) => subject === `camera ${id}`)).toMatchObject({
          ok: false,
          detail: expect.stringMatching(cause),
          remedy: expect.stringMatching(remedy),
        });
      }
      expect(JSON.stringify(findings)).not.toMatch(/p@ss|p%40ss/);
    }
  });

  it('names a decoder that does not work here, and a password file that everybody can read', async () => {
    const card = await testCard({ seconds: 60, size: '640x480' });
    const { port } = await startRtspServer(card, { user: 'viewer', password: 'pass' });
    const login = { username: 'viewer', passwordFile: 'secret' };
    const source = `rtsp://127.0.0.1:${port}/camera`;
    const camera = { id: 'cam-1', source, ...login, decode: 'qsv' };
    const config = await agentFiles('mqtt://127.0.0.1:9', [camera]);
    const secret = join(dirname(config), 'secret');
    await writeFile(secret, 'pass\n');
    await chmod(secret, 0o644);
    const findings = await examined(config);
    const of = (subject: string) => findings.filter((finding) => finding.subject === subject);
    expect(of('camera cam-1 password')).toMatchObject([
      { ok: false, remedy: `chmod 600 ${secret}` },
    ]);
    expect(of('camera cam-1')).toMatchObject([
      { ok: false, detail: expect.stringMatching(/decode: qsv.*software takes its place/) },
      { ok: true, detail: expect.stringMatching(/first frame after .* decoder software/) },
    ]);
  });
});
