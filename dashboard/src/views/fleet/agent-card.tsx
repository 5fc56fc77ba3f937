import { type EdgeState, fromTimestamp } from '@throng/contract';
import type { FleetEdge } from '../../state/fleet.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { CameraTable } from './camera-table.js';
import { FindingList } from './finding-list.js';

const words = pageTexts('fleet');

/** One agent: whether it is there, what is to mend, its own figures, and its cameras. */
export const AgentCard = ({
  edge: { cameras, findings, state },
  now,
}: {
  readonly edge: FleetEdge;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}) => (
  <section className="agent" aria-labelledby={`agent-${state.edge}`}>
    <header>
      <h3 id={`agent-${state.edge}`}>{state.edge}</h3>
      <span className={state.status === 'online' ? 'lamp-word well' : 'lamp-word ill'}>
        {texts.devices.edge[state.status]}
      </span>
    </header>
    <FindingList
      findings={[
        ...findings.map((finding) => ({ ...finding, of: null })),
        ...cameras.flatMap(({ definition, findings: of }) =>
          of.map((finding) => ({ ...finding, of: definition.name })),
        ),
      ]}
    />
    {state.health === null ? null : (
      <dl className="facts">
        {factsOf(state.health, state.clockSkew, now).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    <CameraTable cameras={cameras} edge={state.edge} />
  </section>
);

const factsOf = (
  { memoryMegabytes, models, queue, startedAt, version }: NonNullable<EdgeState['health']>,
  clockSkew: number | null,
  now: number,
): (readonly [string, string])[] => [
  [words.agent.version, version],
  [words.agent.up, texts.time.duration((now - fromTimestamp(startedAt)) / 1_000)],
  [
    words.agent.models,
    [models.person, models.density].filter((id) => id !== undefined).join(' + ') || words.none,
  ],
  [words.agent.provider, models.provider],
  [words.agent.memory, texts.devices.memory(memoryMegabytes)],
  [words.agent.clock, clockText(clockSkew)],
  [words.agent.waiting, texts.count.persons(queue.waiting)],
  [words.agent.lost, texts.count.persons(queue.dropped)],
  [words.agent.spool, spoolText(queue.spool?.medium)],
];

const IN_TIME = 0.5;

const clockText = (skew: number | null): string => {
  if (skew === null) return words.unknown;
  return Math.abs(skew) < IN_TIME ? words.inTime : texts.devices.skew(skew);
};

const spoolText = (medium: 'disk' | 'memory' | undefined): string => {
  if (medium === undefined) return words.none;
  return medium === 'disk' ? words.onDisk : words.inMemory;
};
