import type { Coordinates } from '@throng/contract';
import { useRef, useState } from 'react';
import type { VersionSummary } from '../../adapters/venue-versions.js';
import type { EditorMap } from '../../map/editor/editor-scene.js';
import { cornerRemoved } from '../../state/editor/corners.js';
import { removed } from '../../state/editor/venue-edits.js';
import { useDashboard } from '../dashboard-context.js';
import { useColourScheme } from '../use-colour-scheme.js';
import { Board } from './board.js';
import { ConflictNotice } from './conflict-notice.js';
import { useEditor } from './editor-context.js';
import { HandBar } from './hand-bar.js';
import { Notices } from './notices.js';
import { ScaleForm } from './scale-form.js';
import { SidePanel, type TabName } from './side-panel.js';
import { StateLine } from './state-line.js';
import { Toolbar } from './toolbar.js';
import { useBoardActs } from './use-board-acts.js';
import { useEditorKeys } from './use-editor-keys.js';
import { useVersions } from './use-versions.js';

export interface DeskProps {
  readonly versions: readonly VersionSummary[];
  /** When the work was kept that is open again, epoch milliseconds. */
  readonly keptAt: number | undefined;
  readonly now: number;
  readonly onDiscard: () => void;
}

/** The whole page: what is said on top, the board, and the panel beside it. */
export const Desk = ({ keptAt, now, onDiscard, versions }: DeskProps) => {
  const { dispatch, editVenue, state } = useEditor();
  const scheme = useColourScheme(useDashboard().theme);
  const map = useRef<EditorMap | null>(null);
  const [tab, openTab] = useState<TabName>('drawing');
  const [sketched, setSketched] = useState(0);
  const [measured, setMeasured] = useState<readonly [Coordinates, Coordinates] | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [planOpacity, setPlanOpacity] = useState(0.6);
  const desk = useVersions(versions);
  const acts = useBoardActs({
    onSketch: setSketched,
    onMeasured: setMeasured,
    onTold: setTold,
    onChosen: () => openTab('drawing'),
  });
  const { corner, selected, tool } = state;
  const undo = () => (sketched > 0 ? map.current?.takeBack() : dispatch({ type: 'undone' }));
  const deletePoint = () => {
    if (selected !== null && corner !== null)
      editVenue((venue) => cornerRemoved(venue, selected, corner));
  };
  const deleteSelected = () => {
    if (selected !== null) editVenue((venue) => removed(venue, selected));
  };
  const cancel = () => {
    if (sketched > 0) map.current?.abort();
    else if (tool !== 'select') dispatch({ type: 'tool-chosen', tool: 'select' });
    else dispatch({ type: 'selected', ref: null });
  };
  useEditorKeys({
    undo,
    redo: () => dispatch({ type: 'redone' }),
    cancel,
    remove: corner === null ? deleteSelected : deletePoint,
    finish: () => map.current?.finish(),
  });
  return (
    <main className="editor" id="editor">
      <StateLine onChecks={() => openTab('checks')} onSave={() => openTab('versions')} />
      <Notices keptAt={keptAt} newest={desk.versions[0]?.version} onDiscard={onDiscard} />
      <ConflictNotice desk={desk} />
      <div className="edit-desk">
        <section className="edit-stage">
          <Toolbar isSketching={sketched > 0} onUndo={undo} />
          {told === null ? null : (
            <p className="edit-told" role="alert">
              {told}
            </p>
          )}
          {measured === null ? null : (
            <ScaleForm
              line={measured}
              onDone={() => {
                setMeasured(null);
                dispatch({ type: 'tool-chosen', tool: 'select' });
              }}
            />
          )}
          <Board acts={acts} map={map} scheme={scheme} planOpacity={planOpacity}>
            <HandBar
              sketched={sketched}
              onFinish={() => map.current?.finish()}
              onTakeBack={() => map.current?.takeBack()}
              onCancel={() => map.current?.abort()}
              onDeletePoint={deletePoint}
              onDelete={deleteSelected}
            />
          </Board>
        </section>
        <SidePanel
          tab={tab}
          onTab={openTab}
          now={now}
          desk={desk}
          floorPlan={{ opacity: planOpacity, onOpacity: setPlanOpacity }}
        />
      </div>
    </main>
  );
};
