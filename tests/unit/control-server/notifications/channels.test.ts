import { createHmac } from 'node:crypto';
import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  slackForm,
  teamsForm,
} from '../../../../control-server/src/adapters/notifications/chat-channels.js';
import { encryptPush } from '../../../../control-server/src/adapters/notifications/encrypt-push.js';
import { guardedPost } from '../../../../control-server/src/adapters/notifications/guarded-post.js';
import { webhookSignature } from '../../../../control-server/src/adapters/notifications/sign-webhook.js';
import { openVapidKeys } from '../../../../control-server/src/adapters/notifications/vapid-keys.js';
import { tell } from '../../../../control-server/src/notifications/tell.js';
import { pushBrowser } from '../../../integration/control-server/notifications/support/push-browser.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { AT, densityAlert, TELLING } from './sample-alerts.js';

const message = tell({ kind: 'raised' }, densityAlert(), TELLING);

describe('[U] Web Push', () => {
  it('the receiver of these tests reads the example of RFC 8291, section 5', () => {
    const browser = pushBrowser({
      privateKey: Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'),
      auth: Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url'),
    });
    const body =
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
    expect(browser.decrypt(Buffer.from(body, 'base64url'))).toBe(
      'When I grow up, I want to be a watermelon',
    );
  });

  it('only the browser that it is for can read a message, and none is like another', () => {
    const [browser, other] = [pushBrowser(), pushBrowser()];
    const [one, two] = [encryptPush('East', browser.keys), encryptPush('East', browser.keys)];
    expect(browser.decrypt(one)).toBe('East');
    expect(one.equals(two)).toBe(false);
    expect(() => other.decrypt(one)).toThrow();
  });

  it('makes its keys once, for nobody else to read, and refuses a file that holds none', async () => {
    const file = join(await temporaryFolder(), 'push-key');
    const made = await openVapidKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await openVapidKeys(file)).publicKey).toBe(made.publicKey);
    chmodSync(file, 0o600);
    writeFileSync(file, '{}');
    await expect(openVapidKeys(file)).rejects.toThrow('holds no key');
  });
});

describe('[U] forms of other channels', () => {
  it('a webhook is signed over its time and its body', () => {
    const hash = createHmac('sha256', 'secret').update('1783195200.{}').digest('hex');
    expect(webhookSignature('secret', '{}', AT + 999)).toBe(`t=1783195200,v1=${hash}`);
    expect(webhookSignature('secret', '{} ', AT)).not.toContain(hash);
  });

  it('Slack is told in blocks, with what it would take for markup made harmless', () => {
    const form = JSON.stringify(slackForm({ ...message, text: '<!channel> & co' }, undefined));
    expect(form).toContain('&lt;!channel&gt; &amp; co');
    expect(form).toContain('"type":"header"');
  });

  it('Teams is told by an adaptive card, with a link where the server has an address', () => {
    expect(teamsForm(message, 'https://throng.example')).toMatchObject({
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { version: '1.4', actions: [{ url: 'https://throng.example' }] },
        },
      ],
    });
    expect(JSON.stringify(teamsForm(message, undefined))).not.toContain('actions');
  });

  it.each([
    ['http://127.0.0.1:9/', 'private-address'],
    ['https://[::1]/', 'private-address'],
    ['https://localhost:9/', 'private-address'],
    ['http://169.254.169.254/latest/meta-data', 'private-address'],
    ['http://0x7f000001/', 'private-address'],
    ['http://1.1.1.1/', 'not-encrypted'],
    ['file:///etc/passwd', 'no-url'],
    ['nothing', 'no-url'],
  ])('nothing is posted to %s', async (url, code) => {
    expect(await guardedPost([])(url, '{}', {})).toEqual({ ok: false, code, retry: false });
  });
});
