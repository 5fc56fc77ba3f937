import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openNotificationStore } from '../../../../control-server/src/adapters/notifications/sqlite-notification-store.js';
import { tell } from '../../../../control-server/src/notifications/tell.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { AT, densityAlert, TELLING } from './sample-alerts.js';

it('[U] what an older release left to tell is told still: it was real, and in English', async () => {
  const file = join(await temporaryFolder(), 'throng.db');
  const store = openNotificationStore(file);
  onTestFinished(() => store.close());
  const message = tell({ kind: 'raised' }, densityAlert(), TELLING);
  const recipient = { channel: 'hook', recipient: null, createdAt: AT, attempts: 1, nextAt: AT };
  store.add({ ...recipient, key: 'old', message });
  const database = new Database(file);
  const { drill: _, language: __, when: ___, ...older } = message;
  database.prepare('UPDATE notification SET message = ?').run(JSON.stringify(older));
  database.close();
  expect(store.waiting()).toEqual({
    ok: true,
    value: [{ ...recipient, key: 'old', message: { ...message, when: message.at } }],
  });
});
