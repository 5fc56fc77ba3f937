import type { Fault } from '@throng/contract';
import Type from 'typebox';

const Path = Type.String({ minLength: 1, maxLength: 4_096 });

/** Where windows go, and how the broker knows this box. */
export const BrokerSettings = Type.Object(
  {
    url: Type.String({ pattern: '^(mqtts?|wss?|tcp|tls)://.+' }),
    username: Type.Optional(Type.String({ minLength: 1 })),
    password: Type.Optional(Type.String()),
    passwordFile: Type.Optional(Path),
    /** Certificate of the authority that signed the broker's, PEM. */
    caFile: Type.Optional(Path),
    /** Certificate of this box and its key, PEM, for a broker that asks for one. */
    certFile: Type.Optional(Path),
    keyFile: Type.Optional(Path),
    /** The name in the broker's certificate, where it is not the host of `url`. */
    serverName: Type.Optional(Type.String({ minLength: 1, maxLength: 253 })),
  },
  { additionalProperties: false },
);
export type BrokerSettings = Type.Static<typeof BrokerSettings>;

const TLS_FIELDS = ['caFile', 'certFile', 'keyFile', 'serverName'] as const;

/** What a schema cannot say of the broker's settings. */
export const brokerFaults = (broker: BrokerSettings): Fault[] => {
  const faults: Fault[] = [];
  if ((broker.certFile === undefined) !== (broker.keyFile === undefined)) {
    const missing = broker.certFile === undefined ? 'certFile' : 'keyFile';
    const message = 'is missing; a certificate and its key go together';
    faults.push({ path: `/broker/${missing}`, message });
  }
  if (/^(mqtts|wss|tls):/.test(broker.url)) return faults;
  for (const field of TLS_FIELDS) {
    if (broker[field] === undefined) continue;
    const message = 'means nothing without TLS; use mqtts:// in broker.url, or remove it';
    faults.push({ path: `/broker/${field}`, message });
  }
  return faults;
};
