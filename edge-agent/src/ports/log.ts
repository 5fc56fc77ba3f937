/** Structured lines for the operator. No secret and nothing of a person may be in `details`. */
export interface Log {
  /** For who follows single windows; nothing of it is kept where nobody asked. */
  debug?(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
