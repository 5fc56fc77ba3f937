import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const SHIPPED = fileURLToPath(new URL('../../../hardware/systemd/', import.meta.url));
const text = (unit: string) => readFileSync(join(SHIPPED, unit), 'utf8');
/** Those that run for long. */
const UNITS = ['throng-edge', 'throng-server'] as const;
const ALL = [...UNITS, 'throng-revocations'] as const;

/** systemd's own figure of what a service could do to its machine, 0 to 10; ours must stay below. */
const MOST_EXPOSED = 2.0;

const analyze = (...words: string[]) => {
  const { status, stderr, stdout } = spawnSync('systemd-analyze', words, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
};

const exposureOf = (said: string): number =>
  Number(/Overall exposure level for \S+: ([\d.]+)/.exec(said)?.[1]);

/** The figure that the guide of the hardware states. */
const stated = (unit: string): number => {
  const guide = readFileSync(join(SHIPPED, '../README.md'), 'utf8');
  return Number(new RegExp(`\\| \`${unit}\` +\\| ([\\d.]+) `).exec(guide)?.[1]);
};

/** The shipped units where systemd looks for them, with the drop-in for a GPU beside one. */
const installed = async (): Promise<string> => {
  const root = await temporaryFolder();
  const [units, bin] = [join(root, 'etc/systemd/system'), join(root, 'usr/local/bin')];
  await mkdir(join(units, 'throng-edge.service.d'), { recursive: true });
  await mkdir(bin, { recursive: true });
  await mkdir(join(root, 'bin'));
  for (const unit of [...ALL.map((name) => `${name}.service`), 'throng-revocations.path']) {
    await cp(join(SHIPPED, unit), join(units, unit));
  }
  const mosquitto = join(root, 'opt/throng/current/hardware/mosquitto');
  await mkdir(mosquitto, { recursive: true });
  const own = UNITS.map((unit) => join(bin, unit));
  const others = [join(root, 'bin/kill'), join(mosquitto, 'take-revocations.sh')];
  for (const program of [...own, ...others]) {
    await writeFile(program, '#!/bin/sh\n');
    await chmod(program, 0o755);
  }
  return root;
};

describeWith(['systemdAnalyze'], '[U] systemd units', () => {
  it.each([...ALL.map((unit) => `${unit}.service`), 'throng-revocations.path'])(
    '%s is understood by systemd, line by line',
    async (name) => {
      const root = await installed();
      const unit = name.replace(/\.\w+$/, '');
      const { said } = analyze('verify', `--root=${root}`, '--man=no', name);
      // Targets of the system are not in a root that holds our units only.
      const ours = said
        .split('\n')
        .filter((line) => line.includes(unit) && !/Unit \S+ not found/.test(line));
      expect(ours).toEqual([]);
    },
  );

  it.each(ALL)(`%s is exposed less than ${MOST_EXPOSED}, as the guide says`, (unit) => {
    const threshold = `--threshold=${MOST_EXPOSED * 10}`;
    const file = join(SHIPPED, `${unit}.service`);
    const { said, status } = analyze('security', '--offline=true', '--no-pager', threshold, file);
    expect(status, said).toBe(0);
    expect(exposureOf(said)).toBe(stated(unit));
  });

  it('throng-edge with a GPU too', async () => {
    const folder = await temporaryFolder();
    await cp(join(SHIPPED, 'throng-edge.service'), join(folder, 'throng-edge.service'));
    await mkdir(join(folder, 'throng-edge.service.d'));
    await cp(join(SHIPPED, 'gpu.conf'), join(folder, 'throng-edge.service.d/gpu.conf'));
    const unit = join(folder, 'throng-edge.service');
    const { said } = analyze('security', '--offline=true', '--no-pager', unit);
    expect(exposureOf(said)).toBeLessThan(MOST_EXPOSED);
    expect(exposureOf(said)).toBe(stated('throng-edge` with `gpu.conf'));
  });
});

describe('[U] systemd units', () => {
  it('the list that is watched is the one that is taken', () => {
    const watched = /^PathChanged=(\S+)$/m.exec(text('throng-revocations.path'))?.[1];
    const script = readFileSync(join(SHIPPED, '../mosquitto/take-revocations.sh'), 'utf8');
    expect(/^list=(\S+) into=/m.exec(script)?.[1]).toBe(watched);
    expect(text('throng-revocations.service')).toContain(`ConditionPathExists=${watched}`);
  });

  it.each(UNITS)('%s dumps no core, swaps nothing, and is watched and limited', (unit) => {
    const lines = text(`${unit}.service`).split('\n');
    for (const line of [
      'Type=notify',
      'WatchdogSec=60',
      'LimitCORE=0',
      'MemorySwapMax=0',
      'NoNewPrivileges=true',
      'ProtectSystem=strict',
      'PrivateTmp=true',
      'User=throng',
      'StartLimitBurst=5',
      'LoadCredential=secret:/etc/throng/secrets',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.some((line) => line.startsWith('MemoryMax='))).toBe(true);
  });
});
