import type { TLocalizedValidationError } from 'typebox/error';
import { ofChosenBranch } from './chosen-branch.js';
import type { FaultCause } from './fault-cause.js';
import { IDENTIFIER_PATTERN } from './identifier.js';
import { TIMESTAMP_PATTERN } from './timestamp.js';

/** One thing wrong with a value that came from outside, said so that a person can mend it. */
export interface Fault {
  /** Where, as a JSON pointer: `/cameras/0/source`. Empty for the whole value. */
  readonly path: string;
  /** In English, for files and commands. */
  readonly message: string;
  /** The same for a page that says it in another language; left out of what no page shows. */
  readonly cause?: FaultCause;
}

/** A fault that pages can say. */
export interface CodedFault extends Fault {
  readonly cause: FaultCause;
}

/** The faults of a part, with paths from the whole. */
export const faultsUnder = <Wrong extends Fault>(
  parent: string,
  faults: readonly Wrong[],
): Wrong[] => faults.map((fault) => ({ ...fault, path: `${parent}${fault.path}` }));

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const allowed = (error: TLocalizedValidationError): string => {
  switch (error.keyword) {
    case 'additionalProperties': {
      const names = error.params.additionalProperties;
      return `unknown field${names.length > 1 ? 's' : ''} ${quoted(names)}`;
    }
    case 'required':
      return `missing ${quoted(error.params.requiredProperties)}`;
    case 'const':
      return `must be ${JSON.stringify(error.params.allowedValue)}`;
    case 'boolean':
      return 'has no place here; remove it';
    default:
      return error.message;
  }
};

const TYPES = ['number', 'integer', 'string', 'boolean', 'array', 'object', 'null'] as const;

const ofPattern = (pattern: unknown): FaultCause => {
  switch (String(pattern)) {
    case IDENTIFIER_PATTERN:
      return { code: 'no-identifier' };
    case TIMESTAMP_PATTERN:
      return { code: 'no-timestamp' };
    default:
      return { code: 'does-not-fit' };
  }
};

const causeOf = (error: TLocalizedValidationError): FaultCause => {
  switch (error.keyword) {
    case 'additionalProperties':
      return { code: 'unknown-fields', names: [...error.params.additionalProperties] };
    case 'required':
      return { code: 'missing-fields', names: [...error.params.requiredProperties] };
    case 'const':
      return { code: 'must-be', wanted: String(error.params.allowedValue) };
    case 'type': {
      const wanted = TYPES.find((type) => type === error.params.type);
      return wanted === undefined ? { code: 'does-not-fit' } : { code: 'wrong-type', wanted };
    }
    case 'minimum':
      return { code: 'too-small', least: Number(error.params.limit) };
    case 'exclusiveMinimum':
      return { code: 'not-above', bound: Number(error.params.limit) };
    case 'maximum':
      return { code: 'too-large', most: Number(error.params.limit) };
    case 'minLength':
      return { code: 'too-short', least: error.params.limit };
    case 'maxLength':
      return { code: 'too-long', most: error.params.limit };
    case 'minItems':
    case 'minProperties':
      return { code: 'too-few', least: error.params.limit };
    case 'maxItems':
    case 'maxProperties':
      return { code: 'too-many', most: error.params.limit };
    case 'uniqueItems':
      return { code: 'repeated-entries' };
    case 'pattern':
      return ofPattern(error.params.pattern);
    default:
      return { code: 'does-not-fit' };
  }
};

/** Whether the error only restates another one: of an unknown field, or of one choice of several. */
const isEcho = ({ keyword, schemaPath }: TLocalizedValidationError): boolean =>
  keyword === 'anyOf' || (keyword === 'boolean' && schemaPath.endsWith('/additionalProperties'));

/** Turns schema errors into faults: one per place and reason, in the order of the document. */
export const toFaults = (errors: Iterable<TLocalizedValidationError>): CodedFault[] => {
  const faults = new Map<string, CodedFault>();
  for (const error of ofChosenBranch([...errors])) {
    if (isEcho(error)) continue;
    const message = allowed(error);
    const path = error.instancePath;
    faults.set(`${path} ${message}`, { path, message, cause: causeOf(error) });
  }
  return [...faults.values()];
};
