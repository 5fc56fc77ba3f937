import { fromTimestamp, OUTSIDE } from '@throng/contract';
import { useMemo } from 'react';
import type { ColourScheme } from '../../map/palette.js';
import { bottlenecks } from '../../state/bottlenecks.js';
import { learntCapacity } from '../../state/learnt-capacity.js';
import { passageCameras } from '../../state/passage-cameras.js';
import { loadBand } from '../../state/passage-load.js';
import type { PassageRow } from '../../state/passage-rows.js';
import type { Picture } from '../../state/picture.js';
import { passageBinds } from '../../texts/bottleneck-text.js';
import { texts } from '../../texts/index.js';
import { nameOf } from '../../texts/name-of.js';
import { pageTexts } from '../../texts/pages.js';
import { CameraList } from '../camera-list.js';
import { useDispatch } from '../dashboard-context.js';
import { PanelFrame } from '../panel-frame.js';
import { PassageAdvice } from './passage-advice.js';
import { PassageOutlook } from './passage-outlook.js';
import { PassageSides } from './passage-sides.js';
import { usePassageForecast } from './use-passage-forecast.js';
import './passage-panel.css';

export interface PassagePanelProps {
  readonly row: PassageRow;
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly scheme: ColourScheme;
}

/** All that is known of one passage, and what that rests on. */
export const PassagePanel = ({ row, picture, now, scheme }: PassagePanelProps) => {
  const dispatch = useDispatch();
  const words = pageTexts('passage');
  const { load, passage, state } = row;
  const { venue } = picture;
  const forecast = usePassageForecast(passage.id);
  const cameras = useMemo(
    () => passageCameras(venue, passage).map((camera) => ({ camera, aside: '' })),
    [venue, passage],
  );
  const learnt = learntCapacity(picture.alerts.values(), passage.id);
  const binds = passageBinds(passage.id, bottlenecks(picture));
  const sideName = (side: string) => (side === OUTSIDE ? words.outside : nameOf(venue.zones, side));
  const towards = { in: sideName(passage.to), out: sideName(passage.from) };
  const standing = load === null ? 'unknown' : loadBand(load);
  return (
    <PanelFrame
      kind="passage"
      subject={passage.id}
      name={passage.name}
      note={words.between(towards.out, towards.in)}
      standing={standing}
      told={load === null ? texts.band.unknown : texts.map.load(load)}
      onClose={() => dispatch({ type: 'passage-selected', passage: null })}
    >
      {binds === null ? null : <p className="in-queue">{binds}</p>}
      <Flow row={row} now={now} towards={towards} />
      {learnt === null ? null : (
        <p className="note">{texts.explanation.capacity[learnt.is](learnt.perMinute)}</p>
      )}
      <PassageOutlook forecast={forecast} towards={towards} />
      <PassageSides passage={passage} picture={picture} now={now} />
      <PassageAdvice venue={venue} passage={passage} scheme={scheme} />
      <h3>{words.cameras}</h3>
      <CameraList
        cameras={cameras}
        picture={picture}
        none={state?.flow == null ? words.noCameras : words.countedBeside}
      />
    </PanelFrame>
  );
};

/** What passes each way now, against what the width is planned for; or why nobody knows. */
const Flow = ({
  now,
  row: { state },
  towards,
}: {
  readonly now: number;
  readonly row: PassageRow;
  readonly towards: { readonly in: string; readonly out: string };
}) => {
  const words = pageTexts('passage');
  const planned = state?.plannedPerMinute ?? 0;
  if (state?.flow == null) {
    const at = state?.at ?? null;
    const age = at === null ? '' : `, ${words.last((now - fromTimestamp(at)) / 1_000)}`;
    return (
      <>
        <p className="zone-unknown">
          <strong>{texts.count.unknownValue}</strong>{' '}
          {words.unknown[state?.unknownBecause ?? 'untold']}
          {age}
        </p>
        {planned === 0 ? null : <p className="note">{words.plannedOnly(planned)}</p>}
      </>
    );
  }
  const { flow } = state;
  return (
    <>
      <dl className="passage-flow">
        {(['in', 'out'] as const).map((way) => (
          <div key={way}>
            <dt>{words.towards(towards[way])}</dt>
            <dd>
              <strong>{words.flow(flow[way])}</strong> {words.perMinute}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">{words.planned(flow.in + flow.out, planned)}</p>
    </>
  );
};
