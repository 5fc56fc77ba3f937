import { createRequire } from 'node:module';
import { fail, ok, type Result } from '@throng/contract';
import {
  type BackendFailure,
  type BackendName,
  PACKAGE_OF,
  type StartBackend,
} from '../../coco-ssd/backend.js';

/** The name under which a package registers itself with TensorFlow.js. */
const registeredAs = (name: BackendName): string => (name === 'wasm' ? 'wasm' : 'tensorflow');

/** The backends are CommonJS packages that register themselves when they are loaded. */
const requirePackage = createRequire(import.meta.url);

const GPU_REMEDY =
  'it needs the CUDA and cuDNN libraries of its TensorFlow (see its README) on the library path';

const broken = (name: BackendName, why: string): Result<true, BackendFailure> =>
  fail(
    'backend-broken',
    `${PACKAGE_OF[name]} is installed but does not start: ${why.split('\n')[0]}; ${
      name === 'tfjs-node-gpu' ? GPU_REMEDY : `npm rebuild ${PACKAGE_OF[name]} may mend it`
    }`,
  );

const isMissing = (error: unknown, name: BackendName): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'MODULE_NOT_FOUND' &&
  error.message.includes(PACKAGE_OF[name]);

/** TensorFlow's GPU package starts without a GPU too, and then computes on the CPU. */
const usesGpu = (backend: unknown): boolean =>
  typeof backend === 'object' &&
  backend !== null &&
  'isUsingGpuDevice' in backend &&
  backend.isUsingGpuDevice === true;

/** Loads a backend's package and makes it the one in use. */
export const startBackend: StartBackend = async (name) => {
  const packageName = PACKAGE_OF[name];
  try {
    const tf = await import('@tensorflow/tfjs-core');
    requirePackage(packageName);
    if (!(await tf.setBackend(registeredAs(name)))) {
      return broken(name, 'TensorFlow.js does not accept it (two versions of tfjs-core?)');
    }
    if (name === 'tfjs-node-gpu' && !usesGpu(tf.backend())) {
      tf.removeBackend(registeredAs(name));
      return fail('gpu-missing', `${packageName} finds no GPU; ${GPU_REMEDY}`);
    }
    return ok(true);
  } catch (error) {
    if (!isMissing(error, name)) {
      return broken(name, error instanceof Error ? error.message : String(error));
    }
    return fail('backend-missing', `it is not installed; npm install ${packageName}`);
  }
};
