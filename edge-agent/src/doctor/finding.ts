/** What the doctor found of one thing that the agent needs. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly detail: string;
  /** What mends it; absent where nothing is wrong. */
  readonly remedy?: string;
}

export const healthy = (subject: string, detail: string): Finding => ({
  subject,
  ok: true,
  detail,
});

export const broken = (subject: string, detail: string, remedy: string): Finding => ({
  subject,
  ok: false,
  detail,
  remedy,
});
