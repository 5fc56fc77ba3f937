import { PROVIDERS, type Provider } from '@throng/inference';
import { ownManifest } from '@throng/inference/adapters';
import { InvalidArgumentError, Option } from 'commander';

/** A whole number from `least` on, or the reason why not. */
export const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
  };

/** A number from 0 to 1, or the reason why not. */
export const fraction = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
};

/** `133-220` as the first and the last of a range of frames. */
export const frameRange = (text: string): { first: number; last: number } => {
  const [, first, last] = /^(\d{1,9})-(\d{1,9})$/.exec(text.trim()) ?? [];
  const range = { first: Number(first), last: Number(last) };
  if (range.first <= range.last) return range;
  throw new InvalidArgumentError('Frames are written 133-220, the first and the last.');
};

export const manifestOption = (): Option =>
  new Option('--manifest <file>', 'the list of models').default(ownManifest, 'the one of Throng');

export const limitOption = (): Option =>
  new Option('--limit <n>', 'look at n only, spread over all')
    .argParser(wholeNumber(1))
    .default(Number.POSITIVE_INFINITY, 'all');

export const threadsOption = (): Option =>
  new Option('--threads <n>', 'cores that one inference may use; 0 lets the runtime choose')
    .argParser(wholeNumber(0))
    .default(0);

export const providerOption = (): Option =>
  new Option('--provider <name>', 'where to run').choices(PROVIDERS).default('cpu');

/** `1280x720,640x480` as sizes. */
export const pictureSizes = (text: string): { width: number; height: number }[] =>
  text.split(',').map((part) => {
    const [, width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(part.trim()) ?? [];
    if (width !== undefined && height !== undefined) {
      return { width: Number(width), height: Number(height) };
    }
    throw new InvalidArgumentError('Sizes are written 1280x720, several with commas between.');
  });

/** `cpu,cuda` as providers. */
export const providerList = (text: string): Provider[] =>
  text.split(',').map((part) => {
    const provider = PROVIDERS.find((known) => known === part.trim());
    if (provider !== undefined) return provider;
    throw new InvalidArgumentError(`Providers are ${PROVIDERS.join(', ')}.`);
  });
