import type { TLocalizedValidationError } from 'typebox/error';

/** One choice of several that an error was found in: `#/…/anyOf/2`, of the value at `path`. */
interface Branch {
  readonly choice: string;
  readonly path: string;
  readonly number: string;
}

/** The choice that `kind: "x"` decides: the error says that the value is of another kind. */
const otherKind = ({ instancePath, keyword, schemaPath }: TLocalizedValidationError) => {
  if (keyword !== 'const') return undefined;
  const [, choice, number] =
    /^(.*\/anyOf)\/(\d+)\/properties\/[^/]+(?:\/anyOf\/\d+)?$/.exec(schemaPath) ?? [];
  if (choice === undefined || number === undefined) return undefined;
  return { choice, number, path: instancePath.slice(0, instancePath.lastIndexOf('/')) };
};

const keyOf = ({ choice, path }: Branch): string => `${choice} ${path}`;

/**
 * The errors that a person needs of a value that may be of several kinds: those of the kind that it
 * says it is. Where it is of none, only that: what else each of the others asks for is beside the point.
 */
export const ofChosenBranch = (
  errors: readonly TLocalizedValidationError[],
): TLocalizedValidationError[] => {
  const others = new Map<string, Set<string>>();
  const choices = new Map<string, Branch>();
  for (const error of errors) {
    const branch = otherKind(error);
    if (branch === undefined) continue;
    const key = keyOf(branch);
    choices.set(key, branch);
    others.set(key, (others.get(key) ?? new Set()).add(branch.number));
  }
  const branchOf = (error: TLocalizedValidationError, { choice, path }: Branch) => {
    const isWithin = error.instancePath === path || error.instancePath.startsWith(`${path}/`);
    if (!isWithin || !error.schemaPath.startsWith(`${choice}/`)) return undefined;
    return error.schemaPath.slice(choice.length + 1).split('/')[0];
  };
  const isNeeded = (error: TLocalizedValidationError): boolean =>
    [...choices].every(([key, choice]) => {
      const number = branchOf(error, choice);
      const wrong = others.get(key) ?? new Set();
      if (number === undefined || !wrong.has(number)) return true;
      // Of the others nothing is told where one branch fits by its kind, or the kind itself is the fault.
      const all = new Set(errors.flatMap((each) => branchOf(each, choice) ?? []));
      const isOfNone = [...all].every((each) => wrong.has(each));
      return isOfNone && otherKind(error) !== undefined;
    });
  return errors.filter(isNeeded);
};
