import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { FleetDocument, FleetReport, FleetSettings } from '@throng/contract';

/** A server's key pair, made anew, with what boxes and servers do with it. */
export const fleetKeys = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    isSigned: (text: string, signature: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  };
};

export const sampleFleetSettings = (): FleetSettings => ({
  cameras: [
    {
      id: 'cam-1',
      framesPerSecond: 4,
      masks: [
        [
          [0, 0],
          [10, 0],
          [0, 10],
        ],
      ],
    },
    { id: 'cam-2', enabled: false },
  ],
  localAlarm: { after: 60 },
});

export const sampleDocument = (change: Partial<FleetDocument> = {}): FleetDocument => ({
  v: 1,
  venue: 'hall',
  edge: 'box-1',
  version: 3,
  issuedAt: '2026-11-23T07:00:00.000Z',
  settings: sampleFleetSettings(),
  models: {},
  ...change,
});

export const sampleReport = (change: Partial<FleetReport> = {}): FleetReport => ({
  v: 1,
  venue: 'hall',
  edge: 'box-1',
  at: '2026-11-23T07:00:01.000Z',
  accepts: true,
  version: 3,
  answer: { outcome: 'applied', version: 3, at: '2026-11-23T07:00:01.000Z', faults: [] },
  models: [{ task: 'density', runs: 'density' }],
  ...change,
});
