import { existsSync, readFileSync } from 'node:fs';
import type { Seen } from './fault.js';

/** One fault as it was last run. */
export interface Result extends Seen {
  readonly fault: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly command: string;
  /** Of the whole run, start-up included. */
  readonly seconds: number;
  readonly machine: string;
}

/** By the name of the fault. */
export type Results = Readonly<Record<string, Result>>;

/** What earlier runs left. */
export const readResults = (file: string): Results =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
