import type { Role } from './access-shapes.js';

/** What an admin changes of an account. */
export interface AccountChange {
  readonly role?: Role;
  readonly zones?: readonly string[] | null;
  readonly disabled?: boolean;
}
