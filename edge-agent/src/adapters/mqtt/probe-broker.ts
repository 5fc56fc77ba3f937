import { fail, ok, type Result } from '@throng/contract';
import mqtt from 'mqtt';
import { redact } from '../../settings/redact.js';
import type { BrokerAddress } from './mqtt-publisher.js';

const PATIENCE = 5_000;

/** Connects to the broker once, under a name of its own, and leaves. Resolves with the milliseconds it took. */
export const probeBroker = (broker: BrokerAddress): Promise<Result<number, 'unreachable'>> =>
  new Promise((resolve) => {
    const began = performance.now();
    const client = mqtt.connect(broker.url, {
      clientId: `throng-doctor-${process.pid}`,
      ...(broker.username === undefined ? {} : { username: broker.username }),
      ...(broker.password === undefined ? {} : { password: broker.password }),
      ...(broker.ca === undefined ? {} : { ca: broker.ca }),
      reconnectPeriod: 0,
      connectTimeout: PATIENCE,
    });
    const leave = (result: Result<number, 'unreachable'>) => {
      client.removeAllListeners('close');
      client.end(true);
      resolve(result);
    };
    client.on('connect', () => leave(ok(performance.now() - began)));
    client.on('error', (error: Error & { code?: unknown }) => {
      const cause = error.message || String(error.code);
      leave(fail('unreachable', redact(cause, [broker.password])));
    });
    client.on('close', () => leave(fail('unreachable', `no answer within ${PATIENCE / 1_000} s`)));
  });
