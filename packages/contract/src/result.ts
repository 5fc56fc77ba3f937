/** The outcome of an operation that is expected to fail at times. Bugs throw; expected failures return. */
export type Result<Value, Code extends string = string> = Ok<Value> | Failure<Code>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Failure<Code extends string = string> {
  readonly ok: false;
  /** A stable word that code can branch on and metrics can count by. */
  readonly code: Code;
  /** One sentence for a person: what, where, and what mends it. */
  readonly message: string;
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });

export const fail = <Code extends string>(code: Code, message: string): Failure<Code> => ({
  ok: false,
  code,
  message,
});

/**
 * A failure whose sentence is made when it is first read, and then kept: for faults that strangers
 * can bring about by the thousand while only one of them is told.
 */
export const failLazily = <Code extends string>(code: Code, tell: () => string): Failure<Code> => {
  let told: string | undefined;
  return {
    ok: false,
    code,
    get message() {
      told ??= tell();
      return told;
    },
  };
};
