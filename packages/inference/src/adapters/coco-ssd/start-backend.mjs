/**
 * Starts what TensorFlow.js computes with.
 *
 * @import { BackendFailure, BackendName } from '../../coco-ssd/backend.js'
 */
import { createRequire } from 'node:module';

/** Why a backend is not in use. @typedef {{ code: BackendFailure, message: string }} Refusal */

/** The name under which a package registers itself with TensorFlow.js. @param {BackendName} name */
const registeredAs = (name) => (name === 'wasm' ? 'wasm' : 'tensorflow');

/** The backends are CommonJS packages that register themselves when they are loaded. */
const requirePackage = createRequire(import.meta.url);

const GPU_REMEDY =
  'it needs the CUDA and cuDNN libraries of its TensorFlow (see its README) on the library path';

/** @param {BackendName} name @param {string} packageName @param {string} why @returns {Refusal} */
const broken = (name, packageName, why) => {
  const remedy = name === 'tfjs-node-gpu' ? GPU_REMEDY : `npm rebuild ${packageName} may mend it`;
  const message = `${packageName} is installed but does not start: ${why.split('\n')[0]}; ${remedy}`;
  return { code: 'backend-broken', message };
};

/** @param {unknown} error @param {string} packageName */
const isMissing = (error, packageName) =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'MODULE_NOT_FOUND' &&
  error.message.includes(packageName);

/** TensorFlow's GPU package starts without a GPU too, and then computes on the CPU. @param {unknown} backend */
const usesGpu = (backend) =>
  typeof backend === 'object' &&
  backend !== null &&
  'isUsingGpuDevice' in backend &&
  backend.isUsingGpuDevice === true;

/**
 * Loads a backend's package and makes it the one in use; undefined where that went well.
 *
 * @param {BackendName} name
 * @param {string} packageName
 * @returns {Promise<Refusal | undefined>}
 */
export const startBackend = async (name, packageName) => {
  try {
    const tf = await import('@tensorflow/tfjs-core');
    requirePackage(packageName);
    if (!(await tf.setBackend(registeredAs(name)))) {
      return broken(
        name,
        packageName,
        'TensorFlow.js does not accept it (two versions of tfjs-core?)',
      );
    }
    if (name === 'tfjs-node-gpu' && !usesGpu(tf.backend())) {
      tf.removeBackend(registeredAs(name));
      return { code: 'gpu-missing', message: `${packageName} finds no GPU; ${GPU_REMEDY}` };
    }
    return undefined;
  } catch (error) {
    if (!isMissing(error, packageName)) {
      return broken(name, packageName, error instanceof Error ? error.message : String(error));
    }
    return {
      code: 'backend-missing',
      message: `it is not installed; npm install ${packageName}`,
    };
  }
};
