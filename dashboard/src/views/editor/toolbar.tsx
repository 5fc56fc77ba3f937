import { type DrawingTool, tools } from '../../state/editor/editor-state.js';
import { leastCorners } from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon, type IconName } from './icon.js';

const words = pageTexts('editor');

const icons: Readonly<Record<DrawingTool, IconName>> = {
  select: 'select',
  zone: 'zone',
  passage: 'passage',
  camera: 'camera',
  wall: 'wall',
  split: 'split',
  move: 'move',
};

export interface ToolbarProps {
  /** Points of what is being drawn. */
  readonly sketched: number;
  readonly onUndo: () => void;
  readonly onFinish: () => void;
  readonly onTakeBack: () => void;
  readonly onCancel: () => void;
  readonly onDeletePoint: () => void;
  readonly onDelete: () => void;
}

/** What the pointer does, and what the hands need while it does it. */
export const Toolbar = ({
  onCancel,
  onDelete,
  onDeletePoint,
  onFinish,
  onTakeBack,
  onUndo,
  sketched,
}: ToolbarProps) => {
  const { dispatch, state } = useEditor();
  const { corner, history, selected, tool } = state;
  const least = tool === 'zone' || tool === 'camera' ? leastCorners.zones : leastCorners.walls;
  return (
    <div className="edit-toolbar" role="toolbar" aria-label={words.tool.label}>
      <div className="edit-group">
        {tools.map((name) => (
          <button
            key={name}
            type="button"
            className="tool"
            aria-pressed={tool === name}
            onClick={() => dispatch({ type: 'tool-chosen', tool: name })}
          >
            <Icon name={icons[name]} />
            {words.tool[name]}
          </button>
        ))}
      </div>
      <div className="edit-group">
        <Act
          name="undo"
          label={words.act.undo}
          isOff={history.past.length === 0 && sketched === 0}
          onPress={onUndo}
        />
        <Act
          name="redo"
          label={words.act.redo}
          isOff={history.future.length === 0}
          onPress={() => dispatch({ type: 'redone' })}
        />
      </div>
      {sketched > 0 ? (
        <div className="edit-group is-sketching">
          <button type="button" className="tool" disabled={sketched < least} onClick={onFinish}>
            {words.act.finish}
          </button>
          <button type="button" className="tool" onClick={onTakeBack}>
            {words.act.takeBack}
          </button>
          <button type="button" className="tool" onClick={onCancel}>
            {words.act.cancel}
          </button>
        </div>
      ) : null}
      {sketched === 0 && selected !== null ? (
        <div className="edit-group">
          {corner === null ? null : (
            <button type="button" className="tool" onClick={onDeletePoint}>
              {words.act.deletePoint}
            </button>
          )}
          <button type="button" className="tool" onClick={onDelete}>
            <Icon name="remove" />
            {words.act.delete}
          </button>
        </div>
      ) : null}
    </div>
  );
};

const Act = ({
  isOff,
  label,
  name,
  onPress,
}: {
  readonly name: IconName;
  readonly label: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}) => (
  <button
    type="button"
    className="tool is-square"
    title={label}
    aria-label={label}
    disabled={isOff}
    onClick={onPress}
  >
    <Icon name={name} />
  </button>
);
