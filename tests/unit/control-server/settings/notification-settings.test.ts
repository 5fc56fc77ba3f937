import { emptyCalendar } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import {
  checkVenueFile,
  completeVenueFile,
} from '../../../../control-server/src/settings/check-venue-file.js';
import { VENUE } from '../support/venue.js';

const check = (notifications: object) =>
  checkVenueFile(
    completeVenueFile({ venue: VENUE, calendar: emptyCalendar, server: { notifications } }, {}),
  );

describe('[U] notification settings', () => {
  it('have defaults for what is left out, in each kind of channel and rule', () => {
    const mail = { kind: 'email', host: 'smtp.example', from: 'a@b.example', to: ['c@d.example'] };
    const checked = check({ channels: { mail }, rules: [{ id: 'all', channel: 'mail' }] });
    expect(checked).toMatchObject({
      ok: true,
      value: {
        server: {
          notifications: {
            allowedNetworks: [],
            channels: { mail: { kind: 'email', host: 'smtp.example' } },
            rules: [
              { minimumPriority: 'warning', categories: ['crowd', 'system'], cleared: false },
            ],
          },
        },
      },
    });
  });

  it('name all faults at once, with path and remedy', () => {
    const checked = check({
      allowedNetworks: ['the basement'],
      channels: {
        push: { kind: 'slack', urlFile: 'url' },
        chat: { kind: 'teams' },
        mail: {
          ...{ kind: 'email', host: 'smtp.example', user: 'throng' },
          ...{ from: 'a@b.example', to: ['c@d.example'] },
        },
      },
      rules: [{ id: 'all', channel: 'fax', zones: ['moon'] }],
    });
    const at = '/server/notifications';
    expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual([
      ...[`${at}/allowedNetworks/0`, `${at}/channels/push`, `${at}/channels/chat/urlFile`],
      ...[`${at}/channels/mail/passwordFile`, `${at}/rules/0/channel`, `${at}/rules/0/zones`],
    ]);
  });
});
