const colour = (code) => (text) =>
  process.stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text;

const green = colour(32);
const red = colour(31);
const yellow = colour(33);
const dim = colour(2);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step and prints a line for it: the text that `work` returns; none where it has no news. */
export const step = async (name, work) => {
  const start = performance.now();
  try {
    const text = await work();
    if (text !== undefined) console.log(`${green('✓')} ${text} ${dim(seconds(start))}`);
  } catch (error) {
    console.error(`${red('✗')} ${name} ${dim(seconds(start))}`);
    throw error;
  }
};

/** Says what is about to be done to the user's machine, before it is done. */
export const announce = (text) => console.log(`${yellow('→')} ${text}`);

export const warn = (text) => console.warn(`${yellow('!')} ${text}`);
