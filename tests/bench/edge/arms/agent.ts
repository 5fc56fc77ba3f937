import {
  assembleAgent,
  type Frame,
  type FrameSource,
  type Log,
  readSettings,
  spareHeap,
} from '@throng/edge-agent';
import { serveArm } from '../../shared/serve-arm.js';
import { FrameGate } from './frame-gate.js';

// agent.js CONFIG paced|free: the agent that ships. `paced` lets in as many frames as it is told and
// loses none; `free` runs it as a venue does, and tells when each frame was captured.
const [, , config = '', mode] = process.argv;
spareHeap(); // as its own program does

const silent: Log = {
  info: () => {},
  warn: (details) => console.error(details),
  error: console.error,
};
const loaded = await readSettings(config, {});
if (!loaded.ok) throw new Error(loaded.message);

const gate = new FrameGate();
const captured: number[][] = [];

const watched = (source: FrameSource): FrameSource => {
  const times: number[] = [];
  captured.push(times);
  const watch = async function* (frames: AsyncIterable<Frame>) {
    for await (const frame of frames) {
      times.push(frame.capturedAt);
      yield frame;
    }
  };
  const open = () => {
    const stream = source.open();
    return { ...stream, frames: watch(stream.frames) };
  };
  return { ...source, open };
};

const through = mode === 'paced' ? (source: FrameSource) => gate.source(source) : watched;
const agent = await assembleAgent(loaded.value, silent, through);
if (!agent.ok) throw new Error(agent.message);

await serveArm(async ([, count]) => {
  if (mode !== 'paced') return { captured };
  await gate.letIn(Number(count));
  return { frames: Number(count) };
});
