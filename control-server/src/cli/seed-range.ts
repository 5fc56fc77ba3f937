import { InvalidArgumentError } from 'commander';

/** "3", "1-20" or "1,5,9-12" as a list of whole numbers. @throws InvalidArgumentError that names what is wrong. */
export const parseSeeds = (text: string): number[] => {
  const seeds = text.split(',').flatMap((part) => {
    const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part.trim());
    if (match === null) throw new InvalidArgumentError(`"${part}" is no seed; give 7 or 1-20.`);
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (last < first) throw new InvalidArgumentError(`"${part}" ends before it begins.`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  if (seeds.length > 1_000) throw new InvalidArgumentError(`${seeds.length} seeds are over 1000.`);
  return [...new Set(seeds)];
};
