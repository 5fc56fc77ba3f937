import { readFileSync } from 'node:fs';
import { ownPackage } from '../package-paths.js';

/** The version in the package's own description. */
export const ownVersion = (): string => {
  const description: unknown = JSON.parse(readFileSync(ownPackage, 'utf8'));
  const isNamed =
    typeof description === 'object' && description !== null && 'version' in description;
  return isNamed && typeof description.version === 'string' ? description.version : '0.0.0';
};
