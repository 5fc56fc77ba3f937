/** The public face: `throng-models` for another program's hands. */
export { runProgram } from './cli/program.js';
