import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  CODE_PART_BYTES,
  fail,
  formatEnrolmentCode,
  ok,
  type Result,
  toHex,
} from '@throng/contract';
import type { Actor } from '../../audit/recorder.js';
import { type CodeParts, makeCode } from '../../enrolment/make-code.js';
import type { StoreFault } from '../../store/measurement-store.js';
import { codeFingerprint, topOfChain } from './shown-certificates.js';

/** A code as it is shown, this once. */
export interface NewCode {
  readonly code: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** Makes a one-time code for an edge of the server that shows the certificates of `certFile`. */
export const newCode = async (
  parts: CodeParts,
  certFile: string,
  wish: { readonly edge: string; readonly minutes: number },
  actor: Actor,
): Promise<Result<NewCode, 'no-certificate' | 'reserved' | StoreFault>> => {
  const top = topOfChain(await readFile(certFile, 'utf8').catch(() => ''));
  const fingerprint = top === undefined ? undefined : codeFingerprint(top);
  if (fingerprint === undefined) {
    const message = `${certFile} holds no certificate; make it with "throng-server authority issue server --names …"`;
    return fail('no-certificate', message);
  }
  const secret = new Uint8Array(randomBytes(CODE_PART_BYTES));
  const made = await makeCode(parts, { ...wish, secret: toHex(secret) }, actor);
  if (!made.ok) return made;
  return ok({ code: formatEnrolmentCode({ secret, fingerprint }), expiresAt: made.value });
};
