import { createRequire } from 'node:module';

const manifest: { version: string } = createRequire(import.meta.url)('../../package.json');

/** This release, as in package.json. */
export const ownVersion = manifest.version;
