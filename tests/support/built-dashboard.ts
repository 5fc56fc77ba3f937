import { inject } from 'vitest';

/** The folder of the built page, the same throughout a run (build-page-once.ts). */
export const builtDashboard = (): string => inject('builtPage');
