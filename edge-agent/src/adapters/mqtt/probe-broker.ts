import { fail, ok, type Result } from '@throng/contract';
import mqtt, { type MqttClient } from 'mqtt';
import { redact } from '../../settings/redact.js';
import { type BrokerAddress, connectOptions } from './broker-address.js';
import { errorText } from './error-text.js';

const PATIENCE = 5_000;

const connect = (broker: BrokerAddress): Result<MqttClient, 'unreachable'> => {
  try {
    const client = mqtt.connect(broker.url, {
      ...connectOptions(broker),
      clientId: `throng-doctor-${process.pid}`,
      reconnectPeriod: 0,
      connectTimeout: PATIENCE,
    });
    return ok(client);
  } catch (error) {
    return fail('unreachable', redact(errorText(error), [broker.password]));
  }
};

/** Connects to the broker once, under a name of its own, and leaves. Resolves with the milliseconds it took. */
export const probeBroker = (broker: BrokerAddress): Promise<Result<number, 'unreachable'>> =>
  new Promise((resolve) => {
    const began = performance.now();
    const opened = connect(broker);
    if (!opened.ok) return resolve(opened);
    const client = opened.value;
    const leave = (result: Result<number, 'unreachable'>) => {
      client.removeAllListeners('close');
      client.end(true);
      resolve(result);
    };
    client.on('connect', () => leave(ok(performance.now() - began)));
    client.on('error', (error) =>
      leave(fail('unreachable', redact(errorText(error), [broker.password]))),
    );
    client.on('close', () => {
      const late = performance.now() - began >= PATIENCE;
      const cause = late ? `no answer within ${PATIENCE / 1_000} s` : 'it closed the connection';
      leave(fail('unreachable', cause));
    });
  });
