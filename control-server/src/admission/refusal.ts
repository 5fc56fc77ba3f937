import type { DecodeFault, Failure } from '@throng/contract';

/** Why a message was not admitted; each word is a label of `throng_messages_refused_total`. */
export type RefusalReason =
  | DecodeFault
  | 'unknown-venue'
  | 'unknown-edge'
  | 'unknown-camera'
  | 'unknown-zone'
  | 'unknown-passage'
  | 'foreign-camera'
  /** The sender's certificate names another edge, or none. */
  | 'foreign-edge'
  /** The sender's certificate does not let it read that. */
  | 'foreign-read'
  /** The sender's certificate is revoked. */
  | 'revoked'
  | 'future'
  | 'duplicate'
  /** A window from a spool that had come before: agents make sure rather than lose one. */
  | 'resent'
  | 'duplicate-edge';

export interface Refusal {
  readonly reason: RefusalReason;
  /** One sentence for the log. */
  readonly message: string;
}

export const refuse = (reason: RefusalReason, message: string): Refusal => ({ reason, message });

/** Of a message that breaks the contract: its sentence is not made before somebody reads it. */
export const refuseUnread = (fault: Failure<DecodeFault>): Refusal => ({
  reason: fault.code,
  get message() {
    return fault.message;
  },
});
