import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runServer } from '../../../support/throng.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-desk-'));
  await writeFile(join(folder, 'venue.yml'), stringify({ venue: VENUE }));
});
afterAll(() => rm(folder, { recursive: true }));

const desk = (...words: string[]) => runServer([...words, '-c', join(folder, 'venue.yml')]);
const json = async (...words: string[]): Promise<unknown> =>
  JSON.parse((await desk(...words, '--json')).out);

describe('[I] accounts, tokens and the audit log from the command line', () => {
  it('adds an account and prints its link; lists, changes and disables it', async () => {
    const added = await desk('account', 'add', 'Ada', '--role', 'admin');
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /"ada" sets a password.*\n {2}http:\/\/127\.0\.0\.1:8080\/login\.html#link=[\w-]{43}/,
      ),
    });
    const made = await json('account', 'add', 'sam', '--role', 'operator', '--zones', 'west,east');
    expect(made).toMatchObject({ name: 'sam', link: expect.stringContaining('#link=') });
    await desk('account', 'role', 'sam', '--role', 'viewer', '--zones', 'west');
    await desk('account', 'disable', 'sam');
    expect(await json('account', 'list')).toMatchObject([
      { name: 'ada', role: 'admin', zones: null, disabled: false },
      { name: 'sam', role: 'viewer', zones: ['west'], disabled: true },
    ]);
  });

  it.each([
    [['account', 'add', 'ada', '--role', 'viewer'], 'an account "ada" already'],
    [['account', 'add', 'eve', '--role', 'viewer', '--zones', 'moon'], 'no zone "moon"'],
    [['account', 'add', 'a b', '--role', 'viewer'], 'lower-case letters'],
    [['account', 'disable', 'ada'], 'the last admin'],
    [['account', 'reset', 'nobody'], 'no account "nobody"'],
    [['token', 'revoke', '0000000000000000'], 'no token'],
  ])('%j says what is wrong: 1', async (words, message) => {
    expect(await desk(...words)).toMatchObject({ code: 1, err: expect.stringContaining(message) });
  });

  it.each([
    [['account', 'add', 'eve', '--role', 'king']],
    [['token', 'add', 'wall', '--scopes', 'everything']],
    [['token', 'add', 'wall', '--scopes', 'watch', '--days', '0']],
    [['audit', 'verify', '--head', 'nonsense']],
  ])('%j is wrong usage: 2', async (words) => {
    expect((await desk(...words)).code).toBe(2);
  });

  it('makes a token, shown once, and revokes it', async () => {
    const made = await json('token', 'add', 'wall', '--scopes', 'watch', '--zones', 'west');
    const { secret, token } = Object(made);
    expect(secret).toMatch(/^throng_[0-9a-f]{16}_[\w-]{43}$/);
    const listed = await desk('token', 'list');
    expect(listed.out).toContain('wall');
    expect(listed.out).not.toContain(secret.split('_')[2]);
    expect((await desk('token', 'revoke', token.id)).code).toBe(0);
    expect(await json('token', 'list')).toMatchObject([{ revokedAt: expect.any(String) }]);
  });

  it('puts all of it on record, under the name of whoever is at this machine', async () => {
    const lines = (await desk('audit', 'export')).out.trim().split('\n');
    const acts = lines.map((line) => Object(JSON.parse(line)).record);
    expect(acts.map(({ action, subject }) => `${action} ${subject}`)).toEqual(
      expect.arrayContaining([
        'account-added sam',
        'link-made sam',
        'account-changed sam',
        'token-revoked wall',
      ]),
    );
    for (const { actor } of acts) expect(actor).toMatch(/^command-line:./);
    expect((await desk('audit', 'verify')).code).toBe(0);
  });
});
