import { type Failure, fail } from '@throng/contract';
import { DatabaseError } from 'pg';
import type { StoreFault } from '../../store/measurement-store.js';

/** SQLSTATE by class or code. Source: PostgreSQL documentation, appendix A. */
const FAULTS: readonly (readonly [prefix: string, fault: StoreFault])[] = [
  ['53100', 'full'],
  ['55P03', 'locked'],
  ['40', 'locked'],
  ['57014', 'locked'],
  ['XX00', 'corrupt'],
];

/** Wrong SQL is a bug of ours; rights that are missing and tables that were dropped are not. */
const isBug = (code: string): boolean =>
  code.startsWith('42') && !['42501', '42P01', '3F000'].includes(code);

/** What `pg` and the system say where the database cannot be reached, by word where there is no code. */
const BROKEN_LINE = /terminated|timeout|closed|ended|not queryable|certificate|SSL/i;

const isOfTheLine = (error: Error): boolean =>
  ('code' in error && typeof error.code === 'string') || BROKEN_LINE.test(error.message);

/** What the database or the way to it refused, as a failure; anything else is a bug, and throws. */
export const faultOf = (error: unknown): Failure<StoreFault> => {
  if (error instanceof DatabaseError) {
    const code = error.code ?? 'XX000';
    if (isBug(code)) throw error;
    const fault = FAULTS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'io';
    return fail(fault, `PostgreSQL ${code}: ${error.message}`);
  }
  if (error instanceof AggregateError) return faultOf(error.errors[0]);
  if (!(error instanceof Error) || !isOfTheLine(error)) throw error;
  return fail('io', `PostgreSQL cannot be reached: ${error.message}`);
};
