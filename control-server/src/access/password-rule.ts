export const PASSWORD_LENGTH = { minimum: 12, maximum: 200 } as const;

/** Fewer different characters than this is a pattern, not a password. */
const LEAST_DIFFERENT = 5;

export type PasswordFault = 'too-short' | 'too-long' | 'too-simple' | 'holds-name';

/** The same characters typed on another keyboard are the same password. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC');

/**
 * Why a password is refused; undefined when it is good. Length counts, not kinds of characters, and
 * it never expires. Source: NIST SP 800-63B, 5.1.1.2.
 */
export const passwordFault = (typed: string, account: string): PasswordFault | undefined => {
  const password = normalPassword(typed);
  const characters = [...password];
  if (characters.length < PASSWORD_LENGTH.minimum) return 'too-short';
  if (characters.length > PASSWORD_LENGTH.maximum) return 'too-long';
  if (new Set(characters).size < LEAST_DIFFERENT) return 'too-simple';
  const [name = account] = account.split('@');
  if (name.length >= 3 && password.toLowerCase().includes(name)) return 'holds-name';
  return undefined;
};
