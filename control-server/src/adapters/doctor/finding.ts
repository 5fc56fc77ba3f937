/** One thing the doctor looked at. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What mends it. */
  readonly remedy?: string;
}

export const good = (name: string, found: string): Finding => ({ name, ok: true, found });

export const bad = (name: string, found: string, remedy: string): Finding => ({
  name,
  ok: false,
  found,
  remedy,
});
