import { spareHeap } from './adapters/spare-heap.js';
import { runProgram } from './cli/program.js';

spareHeap();
process.exitCode = await runProgram(process.argv.slice(2));
