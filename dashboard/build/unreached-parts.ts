import type { Plugin } from 'vite';

/** A module of a library, by the end of its path, and what stands in its place in the page. */
interface Unreached {
  readonly module: string;
  readonly instead: string;
}

/**
 * Parts of libraries that come along with what the page uses, and that it never reaches. What is
 * called all the same says so, rather than doing half of it.
 */
const UNREACHED: readonly Unreached[] = [
  {
    // The page's security policy forbids making code of text. The schema library falls back by
    // itself, but only after a forbidden attempt, which every browser reports.
    module: 'typebox/build/system/environment/evaluate.mjs',
    instead: `export const CanEvaluate = () => false;
      export const Evaluate = () => { throw new Error('This page makes no code of text.'); };`,
  },
  {
    // A validator that is never compiled checks with the same engine, without the writer of code.
    module: 'typebox/build/compile/validator.mjs',
    instead: `import { Check } from '../schema/check.mjs';
      import { Errors } from '../schema/errors.mjs';
      export class Validator {
        constructor(context, type) { this.context = context; this.type = type; }
        Check(value) { return Check(this.context, this.type, value); }
        Errors(value) { return Errors(this.context, this.type, value)[1]; }
      }`,
  },
  {
    // Styles are functions here; the language of styles as JSON is not spoken.
    module: 'ol/render/canvas/style.js',
    instead: `export const flatStyleLikeToStyleFunction = () => {
        throw new Error('This page styles by functions.');
      };`,
  },
  {
    // Everything is in the venue's own metres: nothing is projected from anywhere else.
    module: 'ol/reproj/Image.js',
    instead: `export default class { constructor() { throw new Error('One projection only.'); } }`,
  },
  {
    module: 'ol/proj/utm.js',
    instead: 'export const makeProjection = () => null; export const makeTransforms = () => null;',
  },
  {
    // The map has buttons of its own.
    module: 'ol/control/defaults.js',
    instead: 'export const defaults = () => [];',
  },
];

export const withoutUnreachedParts = (): Plugin => ({
  name: 'without-unreached-parts',
  enforce: 'pre',
  load: (id) => UNREACHED.find(({ module }) => id.endsWith(`/${module}`))?.instead ?? null,
});
