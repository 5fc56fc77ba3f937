import { fileURLToPath } from 'node:url';

/** The project's folder, seen from the sources and from the build alike. */
const project = new URL('../../../', import.meta.url);

export const ownPackage = fileURLToPath(new URL('edge-agent/package.json', project));
