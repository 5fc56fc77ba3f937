import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FOLDER = new URL('./', import.meta.url);

/** All profiles of this folder, by file name, as their YAML says. */
export const readProfiles = () =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yml'))
    .sort()
    .map((file) => ({ file, profile: parse(readFileSync(new URL(file, FOLDER), 'utf8')) }));
