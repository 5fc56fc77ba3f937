import { createHash } from 'node:crypto';
import { PAGE_STYLE } from '../../event-report/page/page-style.js';

const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');

/** A report's page holds its style sheet, and may do nothing else: no script, no picture, no call. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
