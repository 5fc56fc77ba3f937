import { fileURLToPath } from 'node:url';

/** This package's folder, seen from the sources and from the build alike. */
const own = new URL('../../', import.meta.url);

/** Makes a picture the input of an upstream detector. */
export const letterboxGraph = fileURLToPath(new URL('graphs/letterbox.onnx', own));

/** Tells how far each block of a picture has moved. */
export const motionGraph = fileURLToPath(new URL('graphs/motion.onnx', own));

/** The list of models that come with Throng. */
export const ownManifest = fileURLToPath(new URL('../../models/manifest.json', own));
