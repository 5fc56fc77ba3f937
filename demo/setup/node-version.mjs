const OLDEST = [20, 19];

/** Node's version; throws with a remedy where it is older than the product supports. */
export const checkNodeVersion = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    return `Node.js ${version}`;
  }
  throw new Error(
    `Node.js ${version} is too old: Throng needs ${OLDEST.join('.')} or newer. Install a current LTS release and run this again.`,
  );
};
