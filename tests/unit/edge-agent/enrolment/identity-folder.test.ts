import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  identityFaults,
  withIdentity,
} from '../../../../edge-agent/src/adapters/identity/enrolled-settings.js';
import {
  identityPaths,
  readIdentity,
  writeIdentity,
} from '../../../../edge-agent/src/adapters/identity/identity-folder.js';
import type { Identity } from '../../../../edge-agent/src/enrolment/identity.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const identity: Identity = {
  ...{ venue: 'hall', edge: 'box-1', server: 'https://hall:8443', broker: 'mqtts://hall:8883' },
  ...{ issuedAt: Date.UTC(2026, 6, 4), endsAt: Date.UTC(2026, 9, 2) },
};
const content = (key: string) => ({ identity, key, cert: `cert of ${key}`, ca: 'ca' });

describe('[U] the identity of a box on disk', () => {
  it('exchanges key and certificate in one step, and forgets the former', async () => {
    const state = join(await temporaryFolder(), 'state');
    expect(await writeIdentity(state, content('one'))).toMatchObject({ ok: true });
    const paths = identityPaths(state);
    const first = await readlink(paths.folder);
    expect(await writeIdentity(state, content('two'))).toMatchObject({ ok: true });
    expect(await readlink(paths.folder)).not.toBe(first);
    expect(await readFile(paths.key, 'utf8')).toBe('two');
    expect(await readFile(paths.cert, 'utf8')).toBe('cert of two');
    expect(await readdir(join(state, 'identities'))).toHaveLength(1);
    expect((await stat(paths.key)).mode & 0o777).toBe(0o600);
    expect(await readIdentity(state)).toEqual({ ok: true, value: identity });
  });

  it('goes on after a crash in between, and takes the place of a folder made by hand', async () => {
    const state = await temporaryFolder();
    await mkdir(join(state, 'identity'));
    await writeFile(join(state, 'identity', 'key.pem'), 'by hand');
    await symlink('identities/never-finished', join(state, 'identity.new'));
    expect(await writeIdentity(state, content('one'))).toMatchObject({ ok: true });
    expect(await readFile(identityPaths(state).key, 'utf8')).toBe('one');
  });

  it('a missing and a damaged one are told apart', async () => {
    const state = await temporaryFolder();
    expect(await readIdentity(state)).toMatchObject({ code: 'not-enrolled' });
    await mkdir(join(state, 'identity'));
    await writeFile(identityPaths(state).file, '{');
    expect(await readIdentity(state)).toMatchObject({ code: 'unusable-identity' });
  });
});

describe('[U] settings of a box that is enrolled', () => {
  const enrolled = async () => {
    const folder = await temporaryFolder();
    await writeIdentity(join(folder, 'throng-state'), content('key'));
    return folder;
  };

  it('take broker and files from the identity where they say so, or name no broker', async () => {
    const folder = await enrolled();
    for (const given of [{ broker: 'enrolled' }, { broker: null }, {}]) {
      const filled = await withIdentity({ edge: 'box-1', ...given }, {}, folder);
      const { ca, cert, key } = identityPaths(join(folder, 'throng-state'));
      const broker = { url: identity.broker, caFile: ca, certFile: cert, keyFile: key };
      expect(filled).toEqual({ content: { edge: 'box-1', broker }, identity });
    }
  });

  it('keep a broker that they, or the environment, name', async () => {
    const folder = await enrolled();
    const named = { broker: { url: 'mqtt://other' } };
    expect(await withIdentity(named, {}, folder)).toEqual({ content: named });
    const environment = { THRONG_EDGE_BROKER_URL: 'mqtt://other' };
    expect(await withIdentity({}, environment, folder)).toEqual({ content: {} });
  });

  it('say how to enrol a box that is not, and leave a box alone that never wanted to be', async () => {
    const folder = await temporaryFolder();
    const { fault } = await withIdentity({ broker: 'enrolled' }, {}, folder);
    expect(fault).toMatch(/not enrolled.*throng-edge enroll https:/);
    expect(await withIdentity({}, {}, folder)).toEqual({ content: {} });
  });

  it('name another edge or venue than the one that was enrolled', () => {
    expect(identityFaults(identity, { edge: 'box-1', venue: 'hall' })).toEqual([]);
    const faults = identityFaults(identity, { edge: 'box-2', venue: 'arena' });
    expect(faults.map(({ path }) => path)).toEqual(['/edge', '/venue']);
    expect(faults[0]?.message).toContain('enrolled as "box-1"');
  });
});
