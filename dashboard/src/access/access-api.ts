import { type Failure, fail, type Ok, ok } from '@throng/contract';
import { type Reader, readError } from './access-shapes.js';

/** A refusal by the server, with its code; `unreachable` where nobody answers, `unreadable` where it makes no sense. */
export interface Refused extends Failure {
  /** All that the server said of it, as it came. */
  readonly content?: unknown;
}
export type Answered<Value> = Ok<Value> | Refused;

export interface Asked<Value> {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `api/v1/`. */
  readonly path: string;
  readonly body?: unknown;
  /** Goes on where the page is left. */
  readonly keepalive?: boolean;
  readonly read: Reader<Value>;
}

/** For answers without content. */
export const nothing: Reader<null> = () => null;

/** Asks the server; the browser sends the session's cookie along. Relative, so that a proxy may serve it under any path. */
export const ask = async <Value>({
  method = 'GET',
  path,
  body,
  keepalive = false,
  read,
}: Asked<Value>): Promise<Answered<Value>> => {
  try {
    const answer = await fetch(new URL(`api/v1/${path}`, document.baseURI), {
      method,
      keepalive,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const content: unknown = answer.status === 204 ? null : await answer.json();
    if (!answer.ok) {
      const error = readError(content)?.error;
      const refused = fail(error?.code ?? 'unreadable', error?.message ?? `${answer.status}`);
      return { ...refused, content };
    }
    const value = read(content);
    return value === undefined ? fail('unreadable', 'the answer has another form') : ok(value);
  } catch {
    return fail('unreachable', 'the server does not answer');
  }
};
