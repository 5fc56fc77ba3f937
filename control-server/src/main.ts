import { createProgram } from './cli/program.js';

const program = await createProgram(process.argv[2]);
await program.parseAsync();
