/** Who has logged in, as far as the page must know it. What may be done the server decides; the page only hides. */
export interface Session {
  readonly kind: 'account' | 'token' | 'open';
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly string[];
  /** Ids of zones it is limited to; null is the whole venue. */
  readonly zones: readonly string[] | null;
  /** In which somebody is told outside the page; null where none was chosen. */
  readonly language: string | null;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** Whether the page of accounts and audit log is anything for somebody; not before it is known. */
export const keepsAccess = (session: Session | null): boolean =>
  session?.permissions.some((word) => word === 'keep-accounts' || word === 'read-audit') === true;

/** Whether somebody is known to lack a permission: before the server has said who is in, nothing is hidden. */
export const lacks = (session: Session | null, permission: string): boolean =>
  session !== null && !session.permissions.includes(permission);
