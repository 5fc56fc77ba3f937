import Type from 'typebox';
import { LIMITS } from '../limits.js';
import { fail, ok, type Result } from '../result.js';
import { shapeOf } from '../settings/check-shape.js';
import { type FleetDocument, parseFleetDocument } from './fleet-document.js';

/** The public key of a server, Ed25519: SubjectPublicKeyInfo (RFC 8410), base64. */
export const FleetKey = Type.String({ pattern: '^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$' });

/** A document as it travels: its text as it was signed, to the byte, and the signature. */
export const SignedDocument = Type.Object(
  {
    v: Type.Literal(1),
    /** JSON of a `FleetDocument`. */
    body: Type.String({ minLength: 2, maxLength: LIMITS.desiredBytes }),
    /** Ed25519 (RFC 8032) over `signedText(body)`, base64: 64 bytes. */
    signature: Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' }),
  },
  { additionalProperties: false, $id: 'fleet-desired' },
);
export type SignedDocument = Type.Static<typeof SignedDocument>;

/** Why a box does not even read what it is sent. */
export type DocumentFault =
  | 'too-large'
  | 'not-json'
  | 'schema'
  | 'bad-signature'
  | 'unknown-version';

/** What is signed: the body under a heading, so that a signature of anything else is none of a document. */
export const signedText = (body: string): string => `throng fleet document 1\n${body}`;

const shape = shapeOf(SignedDocument);
const utf8 = new TextDecoder('utf-8', { fatal: true });

const parseJson = (text: () => string): Result<unknown, 'not-json'> => {
  try {
    return ok(JSON.parse(text()));
  } catch {
    return fail('not-json', 'what was pushed is not UTF-8 JSON');
  }
};

/** Signs a document. @param sign Ed25519 of a text, base64. */
export const sealDocument = (
  document: FleetDocument,
  sign: (text: string) => string,
): Result<Uint8Array, 'too-large'> => {
  const body = JSON.stringify(document);
  const sealed: SignedDocument = { v: 1, body, signature: sign(signedText(body)) };
  const payload = new TextEncoder().encode(JSON.stringify(sealed));
  return payload.byteLength <= LIMITS.desiredBytes
    ? ok(payload)
    : fail(
        'too-large',
        `the document has ${payload.byteLength} bytes, at most ${LIMITS.desiredBytes} are sent; push fewer marks or masks`,
      );
};

/**
 * Reads what came on a topic of desired settings. Nothing of the body is looked at before its
 * signature is found good (FL2). Never throws.
 */
export const openDocument = (
  payload: Uint8Array,
  isSigned: (text: string, signature: string) => boolean,
): Result<{ readonly document: FleetDocument; readonly sealed: SignedDocument }, DocumentFault> => {
  if (payload.byteLength > LIMITS.desiredBytes) {
    return fail('too-large', `${payload.byteLength} bytes, at most ${LIMITS.desiredBytes} allowed`);
  }
  const outer = parseJson(() => utf8.decode(payload));
  if (!outer.ok) return outer;
  const sealed = shape(outer.value);
  if (!sealed.ok) return fail('schema', 'what was pushed is no signed document');
  const { body, signature } = sealed.value;
  if (!isSigned(signedText(body), signature)) {
    return fail('bad-signature', 'the document is not signed with the key that this box trusts');
  }
  const inner = parseJson(() => body);
  if (!inner.ok) return inner;
  const document = parseFleetDocument(inner.value);
  if (document.ok) return ok({ document: document.value, sealed: sealed.value });
  const [first, ...more] = document.faults;
  const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
  return isLater(inner.value)
    ? fail('unknown-version', 'the document is of a later release; update this agent')
    : fail('schema', `document${first?.path ?? ''}: ${first?.message ?? 'refused'}${rest}`);
};

const isLater = (value: unknown): boolean => {
  const v: unknown = Reflect.get(Object(value), 'v');
  return typeof v === 'number' && v > 1;
};
