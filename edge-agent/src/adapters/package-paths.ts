import { fileURLToPath } from 'node:url';

/** The project's folder, seen from the sources and from the build alike. */
const project = new URL('../../../', import.meta.url);

/** The list of models that come with Throng. */
export const ownManifest = fileURLToPath(new URL('models/manifest.json', project));

/** Makes a frame the input of an upstream detector. */
export const letterboxGraph = fileURLToPath(new URL('edge-agent/graphs/letterbox.onnx', project));

export const ownPackage = fileURLToPath(new URL('edge-agent/package.json', project));
