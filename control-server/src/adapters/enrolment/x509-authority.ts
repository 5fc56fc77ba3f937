import 'reflect-metadata';
import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  X509Certificate as Shown,
} from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  Pkcs10CertificateRequest,
  type PublicKeyType,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';
import { fail, ok, type Result } from '@throng/contract';
import { normalSerial } from '../../enrolment/agent-certificate.js';
import type { Authority, IssuedCertificate } from '../../enrolment/ports.js';

/** ECDSA on P-256 with SHA-256: small, quick to sign, and known to every broker. */
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

const DAY_MS = 86_400_000;
/** A box whose clock is a little behind can use its certificate at once. */
const CLOCK_SLACK_MS = 5 * 60_000;
const AUTHORITY_DAYS = 3_650;
/** Days until a list of what is revoked counts as old; it is made anew well before. */
export const LIST_DAYS = 7;

/** A certificate and the key that belongs to it, PEM. */
export interface MadePair {
  readonly cert: string;
  readonly key: string;
}

/** For whom a certificate of the house is good. */
export type Use = 'server' | 'client';

const EXTENDED: Readonly<Record<Use, ExtendedKeyUsage>> = {
  server: ExtendedKeyUsage.serverAuth,
  client: ExtendedKeyUsage.clientAuth,
};

const pemOf = (made: { toString(format: 'pem'): string }): string => `${made.toString('pem')}\n`;

/** 128 random bits, the highest of them zero: positive in DER, and never the same twice. */
const freshSerial = (): string => {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
};

const newKey = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const signingKey = (pem: string, passphrase: string | undefined): Promise<CryptoKey> => {
  const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return crypto.subtle.importKey('pkcs8', new Uint8Array(der), KEY, false, ['sign']);
};

const publicKeyOf = (spki: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', new Uint8Array(spki), KEY, true, ['verify']);

/** Makes an authority for ten years that may sign end certificates only. @param now epoch ms */
export const makeAuthority = async (name: string, now: number): Promise<MadePair> => {
  const { privateKey, publicKey } = newKey();
  const spki = await publicKeyOf(publicKey);
  const cert = await X509CertificateGenerator.create({
    serialNumber: freshSerial(),
    subject: [{ CN: [name] }],
    issuer: [{ CN: [name] }],
    notBefore: new Date(now - CLOCK_SLACK_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: SIGNATURE,
    publicKey: spki,
    signingKey: await signingKey(privateKey, undefined),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(spki),
    ],
  });
  return { cert: pemOf(cert), key: privateKey };
};

/** An authority whose key is at hand. */
export class X509Authority implements Authority {
  private constructor(
    readonly ca: string,
    private readonly own: X509Certificate,
    private readonly key: CryptoKey,
  ) {}

  /** @throws Error when the key is none, is locked by another passphrase, or belongs to another certificate. */
  static async open({ cert, key }: MadePair, passphrase: string | undefined) {
    const unlocked = { key, ...(passphrase === undefined ? {} : { passphrase }) };
    if (!new Shown(cert).checkPrivateKey(createPrivateKey(unlocked))) {
      throw new Error('the key is not that of the certificate');
    }
    return new X509Authority(cert, new X509Certificate(cert), await signingKey(key, passphrase));
  }

  async issueAgent(
    request: string,
    edge: string,
    days: number,
    now: number,
  ): Promise<Result<IssuedCertificate, 'bad-request'>> {
    const asked = await readRequest(request);
    if (asked === undefined) {
      const message = 'that is no PKCS#10 request for a P-256 key, signed by that key';
      return fail('bad-request', message);
    }
    // Nothing of the request but its key goes in: the name is that of the code.
    return ok(await this.#issue(edge, asked.publicKey, { days, now, uses: ['client'], names: [] }));
  }

  /** A certificate of the house, with its chain: of the server, a broker, or somebody who reads there. */
  async issueOwn(
    name: string,
    wish: { days: number; now: number; uses: readonly Use[]; names: readonly string[] },
  ): Promise<MadePair> {
    const { privateKey, publicKey } = newKey();
    const issued = await this.#issue(name, await publicKeyOf(publicKey), wish);
    return { cert: issued.pem + this.ca, key: privateKey };
  }

  async revocationList(
    revoked: readonly { readonly serial: string; readonly at: number }[],
    now: number,
  ): Promise<string> {
    const list = await X509CrlGenerator.create({
      issuer: this.own.subjectName.toJSON(),
      thisUpdate: new Date(now),
      nextUpdate: new Date(now + LIST_DAYS * DAY_MS),
      signingAlgorithm: SIGNATURE,
      signingKey: this.key,
      entries: revoked.map(({ serial, at }) => ({
        serialNumber: serial.padStart(serial.length + (serial.length % 2), '0'),
        revocationDate: new Date(at),
      })),
      extensions: [
        await AuthorityKeyIdentifierExtension.create(this.own.publicKey),
        new Extension('2.5.29.20', false, derInteger(now)),
      ],
    });
    // The library's own word for it (CRL) is not the one that brokers look for. Source: RFC 7468, 7.
    return `${PemConverter.encode(list.rawData, 'X509 CRL')}\n`;
  }

  async #issue(
    name: string,
    publicKey: PublicKeyType,
    {
      days,
      names,
      now,
      uses,
    }: { days: number; now: number; uses: readonly Use[]; names: readonly string[] },
  ): Promise<IssuedCertificate> {
    // Nothing outlives the authority that vouches for it.
    const endsAt = Math.min(now + days * DAY_MS, this.own.notAfter.getTime());
    const cert = await X509CertificateGenerator.create({
      serialNumber: freshSerial(),
      subject: [{ CN: [name] }],
      issuer: this.own.subjectName.toJSON(),
      notBefore: new Date(now - CLOCK_SLACK_MS),
      notAfter: new Date(endsAt),
      signingAlgorithm: SIGNATURE,
      publicKey,
      signingKey: this.key,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension(uses.map((use) => EXTENDED[use])),
        await SubjectKeyIdentifierExtension.create(publicKey),
        await AuthorityKeyIdentifierExtension.create(this.own.publicKey),
        ...(names.length === 0
          ? []
          : [new SubjectAlternativeNameExtension(names.map(generalName))]),
      ],
    });
    const fingerprint = createHash('sha256').update(new Uint8Array(cert.rawData)).digest('hex');
    // A certificate tells whole seconds.
    const ends = cert.notAfter.getTime();
    return { pem: pemOf(cert), serial: normalSerial(cert.serialNumber), fingerprint, endsAt: ends };
  }
}

const generalName = (name: string) =>
  ({ type: /^[\d.]+$|:/.test(name) ? 'ip' : 'dns', value: name }) as const;

/** A request that is whole, for a key of the one kind, and signed by that key. */
const readRequest = async (pem: string): Promise<Pkcs10CertificateRequest | undefined> => {
  try {
    const request = new Pkcs10CertificateRequest(pem);
    const { algorithm } = request.publicKey;
    const isKind = 'namedCurve' in algorithm && algorithm.namedCurve === KEY.namedCurve;
    return isKind && (await request.verify()) ? request : undefined;
  } catch {
    return undefined;
  }
};

/** The number of a list rises with time. Source: RFC 5280, 5.2.3. */
const derInteger = (value: number): Uint8Array<ArrayBuffer> => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const positive = (bytes[0] ?? 0) > 0x7f ? [0, ...bytes] : [...bytes];
  return Uint8Array.from([0x02, positive.length, ...positive]);
};
