import { describe, expect, it } from 'vitest';
import { brokerFaults } from '../../../../edge-agent/src/settings/broker-settings.js';
import {
  LOCAL_ALARM_DEFAULTS,
  localAlarmFaults,
} from '../../../../edge-agent/src/settings/local-alarm-settings.js';

const paths = (faults: readonly { path: string }[]) => faults.map(({ path }) => path);

describe('[U] settings of the way out', () => {
  it('a certificate goes with its key, and neither means anything without TLS', () => {
    const url = 'mqtts://broker:8883';
    expect(brokerFaults({ url, certFile: 'a', keyFile: 'b', caFile: 'c' })).toEqual([]);
    expect(paths(brokerFaults({ url, keyFile: 'b' }))).toEqual(['/broker/certFile']);
    expect(paths(brokerFaults({ url: 'mqtt://broker', caFile: 'c', certFile: 'a' }))).toEqual([
      '/broker/keyFile',
      '/broker/caFile',
      '/broker/certFile',
    ]);
  });

  it('a local alarm does something, and nowhere but on the local network', () => {
    const faults = (change: object) => localAlarmFaults({ ...LOCAL_ALARM_DEFAULTS, ...change });
    expect(localAlarmFaults(undefined)).toEqual([]);
    expect(paths(faults({}))).toEqual(['/localAlarm']);
    expect(faults({ command: ['warn'] })).toEqual([]);
    expect(faults({ webhook: 'http://192.168.1.20/alarm' })).toEqual([]);
    expect(faults({ webhook: 'http://siren.local/alarm' })).toEqual([]);
    expect(paths(faults({ webhook: 'https://8.8.8.8/alarm' }))).toEqual(['/localAlarm/webhook']);
    expect(faults({ webhook: 'https://8.8.8.8/alarm', allowPublicWebhook: true })).toEqual([]);
    // Spellings that a URL knows for the same address.
    expect(paths(faults({ webhook: 'http://134744072/' }))).toEqual(['/localAlarm/webhook']);
    expect(faults({ webhook: 'http://2130706433/' })).toEqual([]);
  });
});
