import { expect, it } from 'vitest';
import { PERMISSIONS } from '../../../../control-server/src/access/permissions.js';
import { englishTokens } from '../../../../dashboard/src/texts/english-tokens.js';
import { frenchTokens } from '../../../../dashboard/src/texts/french/tokens.js';
import { germanTokens } from '../../../../dashboard/src/texts/german/tokens.js';
import { spanishTokens } from '../../../../dashboard/src/texts/spanish/tokens.js';

it.each([
  ['en', englishTokens],
  ['de', germanTokens],
  ['fr', frenchTokens],
  ['es', spanishTokens],
] as const)('[U] %s has words for every scope that a token may have', (_, { scope }) => {
  expect(PERMISSIONS.filter((word) => scope(word) === word)).toEqual([]);
});
