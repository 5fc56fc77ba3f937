import { request } from 'node:https';
import { EnrolmentAnswer, fail, ok, type Result, shapeOf } from '@throng/contract';
import { errorText } from '../mqtt/error-text.js';

const PATIENCE = 15_000;
const LONGEST_ANSWER = 256 * 1_024;

const answerShape = shapeOf(EnrolmentAnswer);

/** Codes of the platform's own check of a server, as codes of enrolment. */
const TLS_CODES: readonly (readonly [sign: RegExp, code: string])[] = [
  [/NOT_YET_VALID|not yet valid/i, 'clock'],
  [/HAS_EXPIRED|has expired/i, 'server-certificate'],
  [/ALTNAME|does not match/i, 'server-name'],
  [/SELF_SIGNED|UNABLE_TO|self-signed|unable to|INVALID_PURPOSE|unsuitable/i, 'wrong-server'],
];

const post = (address: URL, body: object, ca: readonly string[]): Promise<Result<unknown>> =>
  new Promise((resolve) => {
    const text = JSON.stringify(body);
    const asked = request(
      address,
      {
        ...{ method: 'POST', ca: [...ca], timeout: PATIENCE, agent: false },
        // A given certificate may be known by its issuer, and not by the root above it.
        allowPartialTrustChain: true,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (answer) => {
        let heard = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          heard += part;
          if (heard.length > LONGEST_ANSWER) asked.destroy(new Error('the answer is too long'));
        });
        answer.once('end', () => resolve(answered(answer.statusCode ?? 0, heard)));
      },
    );
    asked.once('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE / 1_000} s`)));
    asked.once('error', (error) => {
      const cause = errorText(error);
      const code = TLS_CODES.find(([sign]) => sign.test(cause))?.[1] ?? 'unreachable';
      resolve(fail(code, `${address.host}: ${cause}`));
    });
    asked.end(text);
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;

const answered = (status: number, text: string): Result<unknown> => {
  const body = parsed(text);
  if (status === 201) return ok(body);
  const error = fieldOf(body, 'error');
  const [code, message] = [fieldOf(error, 'code'), fieldOf(error, 'message')];
  return typeof code === 'string' && typeof message === 'string'
    ? fail(code.slice(0, 60), message.slice(0, 500))
    : fail('strange-answer', `the server answered ${status}, which no Throng server does here`);
};

/** Asks a server, known by the authorities `ca` (PEM), for a certificate. */
export const askForCertificate = async (
  server: string,
  path: '/enrolment' | '/enrolment/renew',
  body: object,
  ca: readonly string[],
): Promise<Result<EnrolmentAnswer>> => {
  const answer = await post(new URL(`/api/v1${path}`, server), body, ca);
  if (!answer.ok) return answer;
  const checked = answerShape(answer.value);
  return checked.ok ? ok(checked.value) : fail('strange-answer', 'the answer is none of enrolment');
};
