import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../../../control-server/src/adapters/doctor/clock-check.js';

const machine =
  (said: Readonly<Record<string, string>>) =>
  async (command: string): Promise<string> =>
    said[command] ?? '';

describe('[U] the doctor of the server looks at the clock', () => {
  it.each([
    [{ chronyc: 'Leap status     : Normal\n' }, true, 'kept by chrony'],
    [{ timedatectl: 'NTPSynchronized=yes\n' }, true, 'kept by NTP'],
    [{ timedatectl: 'NTPSynchronized=no\n' }, false, 'nobody keeps it set (NTPSynchronized=no)'],
    [
      { chronyc: 'Leap status : Not synchronised\n', timedatectl: 'NTPSynchronized=no\n' },
      false,
      'chrony says: Not synchronised',
    ],
    [{}, true, 'nobody here to ask: a container keeps the time of its host'],
  ])('%j is well: %s', async (said, ok, found) => {
    const finding = await checkClock(machine(said));
    expect(finding).toMatchObject({ name: 'clock', ok, found });
    expect(finding.remedy === undefined).toBe(ok);
  });
});
