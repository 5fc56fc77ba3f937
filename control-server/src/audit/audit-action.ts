import Type from 'typebox';

/** What can be done, or can happen, and is on record. A new act gets a word here first. */
const ACTIONS = [
  'server-started',
  'server-stopped',
  'logged-in',
  'login-failed',
  'logged-out',
  'logged-out-everywhere',
  'link-made',
  'link-used',
  'link-refused',
  'account-added',
  'account-changed',
  'password-set',
  'token-made',
  'token-revoked',
  'live-opened',
  'live-closed',
  'record-viewed',
  'audit-viewed',
  'audit-exported',
  'alert-raised',
  'alert-escalated',
  'alert-de-escalated',
  'alert-cleared',
  'alert-acknowledged',
  'alert-assigned',
  'alert-commented',
  'alert-shelved',
  'alert-unshelved',
  'alert-help-called',
  'show-stop-asked',
  'show-stop-confirmed',
  'show-stop-withdrawn',
  'show-resumed',
  'drill-started',
  'drill-ended',
  'venue-changed',
  'venue-put-in-force',
  'floor-plan-added',
  'hand-count-entered',
  'notification-sent',
  'notification-failed',
  'notification-settings-changed',
  'entries-lost',
] as const;

export type AuditAction = (typeof ACTIONS)[number];

export const AuditAction = Type.Unsafe<AuditAction>(
  Type.Union(ACTIONS.map((action) => Type.Literal(action))),
);
