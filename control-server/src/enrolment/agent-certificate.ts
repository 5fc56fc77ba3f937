/** A certificate that was given to a box. Times are epoch ms. */
export interface AgentCertificate {
  /** Hexadecimal, lower case, without leading zeros. */
  readonly serial: string;
  readonly edge: string;
  /** SHA-256 of its DER form, hexadecimal. */
  readonly fingerprint: string;
  readonly issuedAt: number;
  readonly endsAt: number;
  /** Whoever made the code that it came by; a renewal has that of its first. */
  readonly issuedBy: string;
  /** When the embedded broker last let it in; null: never, or the broker is another. */
  readonly seenAt: number | null;
  readonly revokedAt: number | null;
  readonly reason: string | null;
}

/** Why a certificate is good for nothing (any more); undefined where it is good. */
export const certificateFault = (
  { endsAt, revokedAt }: AgentCertificate,
  now: number,
): 'revoked' | 'ended' | undefined => {
  if (revokedAt !== null) return 'revoked';
  return now < endsAt ? undefined : 'ended';
};

/** One form for one serial number, whoever writes it: `0A:1B` and `0a1b` are `a1b`. */
export const normalSerial = (serial: string): string =>
  serial
    .replace(/:/g, '')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
