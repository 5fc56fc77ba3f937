import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { connectAsync } from 'mqtt';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stringify } from 'yaml';
import { openAuditLog } from '../../../control-server/src/adapters/audit/sqlite-audit-log.js';
import { authorityCommand } from '../../../control-server/src/cli/authority-command.js';
import { enrollCommand } from '../../../control-server/src/cli/enroll-command.js';
import { enrolledCommand, revokeCommand } from '../../../control-server/src/cli/revoke-command.js';
import { start } from '../../support/child.js';
import { freePort } from '../../support/free-port.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { EDGE, SERVER } from '../../support/throng.js';
import { VENUE } from '../../unit/control-server/support/venue.js';

/** Runs a command of the server in this process: what it said, and whether it failed. */
const run = async (command: Command, words: readonly string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)));
  const error = vi
    .spyOn(console, 'error')
    .mockImplementation((line) => void err.push(String(line)));
  const before = process.exitCode;
  try {
    await command.parseAsync([...words], { from: 'user' });
    return { out: out.join('\n'), err: err.join('\n'), code: process.exitCode ?? 0 };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
};

/** Runs a command of the agent to its end. */
const runEdge = async (words: readonly string[]) => {
  const child = start(process.execPath, [EDGE, ...words]);
  const { code } = await child.ended;
  return { code, out: child.lines.join('\n') };
};

describe('[I] commands of enrolment, with a real server and agent', () => {
  it('from nothing to a certified box, and to one that is cut off', async () => {
    const folder = await temporaryFolder();
    const authority = join(folder, 'authority');
    const made = await run(authorityCommand(), ['init', '--folder', authority, '--name', 'Hall']);
    expect(made, made.err).toMatchObject({ code: 0 });
    const names = ['--names', '127.0.0.1,localhost', '--folder', authority];
    expect(await run(authorityCommand(), ['issue', 'server', ...names])).toMatchObject({ code: 0 });
    const again = await run(authorityCommand(), ['init', '--folder', authority]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already') });

    const [port, brokerPort] = [await freePort(), await freePort()];
    const tls = { certFile: 'authority/server.pem', keyFile: 'authority/server.key' };
    const venueFile = join(folder, 'venue.yml');
    const server = {
      listen: { port, tls },
      broker: { embedded: { port: brokerPort, tls } },
      enrolment: { authority: 'authority' },
      dashboard: 'no-page-here',
    };
    await writeFile(venueFile, stringify({ venue: VENUE, server }));
    const running = start(process.execPath, [SERVER, 'run', '--config', venueFile]);
    await running.line(/Ctrl-C ends it/);

    const desk = ['--config', venueFile, '--json'];
    const code: unknown = JSON.parse((await run(enrollCommand(), ['box-1', ...desk])).out).code;
    const address = `https://127.0.0.1:${port}`;
    const state = join(folder, 'state');
    const asked = ['enroll', address, '--code', String(code), '--state', state, '--json'];
    const enrolled = await runEdge(asked);
    expect(enrolled.code, enrolled.out).toBe(0);
    expect(JSON.parse(enrolled.out)).toMatchObject({
      ...{ enrolled: true, venue: 'hall', edge: 'box-1' },
      broker: `mqtts://127.0.0.1:${brokerPort}`,
    });

    const pem = (name: string) => readFile(join(state, 'identity', `${name}.pem`), 'utf8');
    const [ca, cert, key] = await Promise.all(['ca', 'cert', 'key'].map(pem));
    const pems = { ca: ca ?? '', cert: cert ?? '', key: key ?? '' };
    const box = await connectAsync(`mqtts://127.0.0.1:${brokerPort}`, {
      ...{ ...pems, reconnectPeriod: 0 },
    });
    onTestFinished(() => void box.end(true));
    const list: unknown = JSON.parse((await run(enrolledCommand(), desk)).out);
    expect(list).toMatchObject([{ edge: 'box-1', seenAt: expect.any(String), revokedAt: null }]);

    const cut = new Promise<void>((resolve) => box.once('close', () => resolve()));
    const revoked = await run(revokeCommand(), ['box-1', '--reason', 'stolen', ...desk]);
    expect(revoked, revoked.err).toMatchObject({ code: 0 });
    await cut;
    const audit = openAuditLog(join(folder, 'throng.db'));
    const record = [...audit.records()].map(({ body }) => body).join('\n');
    audit.close();
    const acts = ['enrolment-code-made', 'box-enrolled', 'certificate-revoked'];
    for (const act of acts) expect(record).toContain(`"action":"${act}"`);
    expect(record).not.toContain(String(code));
  });
});
