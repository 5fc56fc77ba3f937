import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './commands.mjs';
import { installTools } from './install-tool.mjs';
import { announce } from './steps.mjs';
import { COMPILER } from './tools.mjs';

const packagesIn = (path) => {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/**
 * Whether node_modules holds what package-lock.json asks for. By versions, not by file times:
 * those differ by who wrote last. Packages for other systems are optional and may be absent.
 */
export const isInstalled = (
  wanted = packagesIn('package-lock.json'),
  present = packagesIn('node_modules/.package-lock.json'),
) => {
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && found.resolved === entry.resolved;
  });
};

/** The CPU provider is in the package; its install script would fetch CUDA from elsewhere. */
const SKIP_CUDA = { ONNXRUNTIME_NODE_INSTALL: 'skip', npm_config_onnxruntime_node_install: 'skip' };

const install = () => run('npm', ['ci', '--no-audit', '--no-fund'], { env: SKIP_CUDA });

/** `npm ci` where needed; where it fails for want of a compiler, installs one and tries again. */
export const installNodePackages = async (options) => {
  if (isInstalled()) return 'Node packages';
  announce('npm ci (the packages of package-lock.json; a minute or two)');
  try {
    await install();
  } catch (error) {
    if (COMPILER.find() !== undefined) throw error;
    await installTools([COMPILER], options);
    await install();
  }
  return 'Node packages installed';
};
