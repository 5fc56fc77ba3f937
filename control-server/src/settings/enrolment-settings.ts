import { type Fault, isTree } from '@throng/contract';
import Type from 'typebox';

const Path = Type.String({ minLength: 1, maxLength: 1_000 });

/** A small authority of the venue's own, by which boxes come to their certificates. */
export const EnrolmentSettings = Type.Object(
  {
    /** Folder of the authority's certificate, key and list of what is revoked. */
    authority: Path,
    /** What the authority's key is locked with, in a file of its own. */
    passphraseFile: Type.Optional(Path),
    /** Authority of the certificates of page and broker, PEM, where somebody else has given them: boxes are told. */
    caFile: Type.Optional(Path),
    /** Days for which a box's certificate is good; it is renewed when a third is left. */
    days: Type.Number({ minimum: 1, maximum: 825, default: 90 }),
    /** The broker as boxes reach it, where that is not this server's name and the embedded broker's port. */
    brokerUrl: Type.Optional(Type.String({ pattern: '^mqtts://[^\\s/]+$', maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type EnrolmentSettings = Type.Static<typeof EnrolmentSettings>;

interface Around {
  readonly enrolment?: EnrolmentSettings;
  readonly listen: { readonly tls?: unknown };
  readonly broker: { readonly url?: string; readonly embedded: { readonly tls?: unknown } };
}

/** What the schema cannot say of enrolment. Paths begin at `server`. */
export const enrolmentFaults = ({ enrolment, listen, broker }: Around): Fault[] => {
  if (enrolment === undefined) return [];
  const faults: Fault[] = [];
  const issue = 'make it with "throng-server authority issue server --names …"';
  if (!isTree(listen.tls)) {
    const message = `is missing: boxes are enrolled over TLS only; ${issue}`;
    faults.push({ path: '/listen/tls', message });
  }
  if (broker.url === undefined && !isTree(broker.embedded.tls)) {
    const message = `is missing: certificates of boxes are shown over TLS only; ${issue}`;
    faults.push({ path: '/broker/embedded/tls', message });
  }
  const isPlain = broker.url !== undefined && !broker.url.startsWith('mqtts:');
  if (isPlain && enrolment.brokerUrl === undefined) {
    const message = 'is missing, and broker.url speaks no TLS: name the mqtts:// address of boxes';
    faults.push({ path: '/enrolment/brokerUrl', message });
  }
  return faults;
};
