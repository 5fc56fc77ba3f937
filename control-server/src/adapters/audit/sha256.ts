import { createHash } from 'node:crypto';
import type { Digest } from '../../audit/hash-chain.js';

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
