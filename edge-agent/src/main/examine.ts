import { askClockKeepers } from '@throng/host/adapters';
import { PROVIDERS } from '@throng/inference';
import { askFfmpeg } from '../adapters/ffmpeg/ask-ffmpeg.js';
import { askMachine } from '../adapters/ffmpeg/ask-machine.js';
import { readSettings } from '../adapters/files/read-settings.js';
import { type ModelSettings, openModels } from '../adapters/models/open-models.js';
import type { ProviderChange } from '../adapters/models/provider-change.js';
import { forbidCoreDumps } from '../adapters/process/forbid-core-dumps.js';
import { systemClock } from '../adapters/system-clock.js';
import { makeBlankFrame } from '../doctor/blank-frame.js';
import { coreDumpFinding } from '../doctor/core-dump-finding.js';
import { decodersFinding, ffmpegFinding } from '../doctor/ffmpeg-findings.js';
import { broken, type Finding, healthy } from '../doctor/finding.js';
import { clockSyncFinding } from '../doctor/machine-findings.js';
import { clockFinding, nodeFinding } from '../doctor/runtime-findings.js';
import { offeredDecoders } from '../feed/offered-decoders.js';
import { examineCamera } from './examine-camera.js';
import { examineFiles } from './examine-files.js';
import { examineWayOut } from './examine-way-out.js';

/** A provider that was asked for must work; a backend of COCO-SSD is the best that is installed. */
const providerFinding = ({ model, wanted, inUse, reason }: ProviderChange): Finding =>
  PROVIDERS.some((provider) => provider === wanted)
    ? broken(
        `provider ${wanted}`,
        `does not work here, ${model} runs on ${inUse}: ${reason}`,
        'install its runtime libraries (hardware/README.md), or take it out of models.providers',
      )
    : healthy(`backend ${wanted}`, `is not in use, ${model} runs on ${inUse}: ${reason}`);

const modelFindings = async (settings: ModelSettings, folder: string): Promise<Finding[]> => {
  const changes: ProviderChange[] = [];
  const models = await openModels(settings, folder, (change) => changes.push(change));
  if (!models.ok) {
    return [
      broken('models', models.message, 'see models in the settings; `none` switches one off'),
    ];
  }
  const { person, density } = models.value;
  const frame = makeBlankFrame({ width: 768, height: 576 });
  const timed = async (
    id: string,
    provider: () => string | undefined,
    look: () => Promise<{ ok: boolean; message?: string }>,
  ) => {
    await look(); // the first run also plans its memory
    const began = performance.now();
    const result = await look();
    const milliseconds = Math.round(performance.now() - began);
    const size = `${frame.width} × ${frame.height} px`;
    return result.ok
      ? healthy(`model ${id}`, `${milliseconds} ms for ${size} on ${provider()}`)
      : broken(`model ${id}`, result.message ?? 'fails', 'restore the file from the release');
  };
  const findings: Finding[] = [];
  if (person !== undefined) {
    const provider = () => models.value.personProvider;
    findings.push(await timed(person.id, provider, () => person.detect(frame)));
  }
  if (density !== undefined) {
    const provider = () => models.value.provider;
    findings.push(await timed(density.id, provider, () => density.estimate(frame)));
  }
  await models.value.close();
  return [...findings, ...changes.map(providerFinding)];
};

/** Looks at everything the agent needs. Without settings: at what this machine has to offer. */
export const examine = async (config: string | undefined): Promise<Finding[]> => {
  const offered = await askMachine();
  const machine = [
    nodeFinding(process.version),
    clockFinding(systemClock.now()),
    clockSyncFinding(await askClockKeepers()),
    ffmpegFinding(await askFfmpeg()),
    decodersFinding(offeredDecoders(offered)),
    coreDumpFinding(await forbidCoreDumps()),
  ];
  if (config === undefined) {
    return [...machine, ...(await modelFindings({ threads: 1, providers: [] }, process.cwd()))];
  }
  const loaded = await readSettings(config, process.env);
  if (!loaded.ok) {
    const remedy = 'mend what is named; `throng-edge validate` checks again';
    return [
      ...machine,
      ...loaded.message.split('\n').map((fault) => broken('settings', fault, remedy)),
    ];
  }
  const { settings, folder } = loaded.value;
  const cameras = await Promise.all(
    settings.cameras.map((camera) => examineCamera(camera, loaded.value, offered)),
  );
  return [
    ...machine,
    healthy('settings', `${config}, ${settings.cameras.length} cameras`),
    ...(await examineFiles(config, loaded.value)),
    ...(await modelFindings(settings.models, folder)),
    ...(await examineWayOut(loaded.value)),
    ...cameras.flat(),
  ];
};
