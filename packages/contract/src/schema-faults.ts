import type { TLocalizedValidationError } from 'typebox/error';

/** One thing wrong with a value that came from outside, said so that a person can mend it. */
export interface Fault {
  /** Where, as a JSON pointer: `/cameras/0/source`. Empty for the whole value. */
  readonly path: string;
  readonly message: string;
}

const allowed = (error: TLocalizedValidationError): string => {
  if (error.keyword === 'additionalProperties') {
    return `unknown field${error.params.additionalProperties.length > 1 ? 's' : ''} ${error.params.additionalProperties.map((name) => `"${name}"`).join(', ')}`;
  }
  if (error.keyword === 'required') {
    return `missing ${error.params.requiredProperties.map((name) => `"${name}"`).join(', ')}`;
  }
  if (error.keyword === 'const') return `must be ${JSON.stringify(error.params.allowedValue)}`;
  return error.message;
};

/**
 * Turns schema errors into faults: one per place and reason, in the order of the document.
 * The `boolean` errors that restate an unknown field are left out.
 */
export const toFaults = (errors: Iterable<TLocalizedValidationError>): Fault[] => {
  const faults = new Map<string, Fault>();
  for (const error of errors) {
    if (error.keyword === 'boolean' || error.keyword === 'anyOf') continue;
    const message = allowed(error);
    faults.set(`${error.instancePath} ${message}`, { path: error.instancePath, message });
  }
  return [...faults.values()];
};
