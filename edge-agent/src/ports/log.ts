/** Structured lines for the operator. No secret and nothing of a person may be in `details`. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
