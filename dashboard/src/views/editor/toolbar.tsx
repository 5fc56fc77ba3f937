import { type DrawingTool, tools } from '../../state/editor/editor-state.js';
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
  /** Whether something is being drawn that can be taken back. */
  readonly isSketching: boolean;
  readonly onUndo: () => void;
}

/** What the pointer does, and the way back. */
export const Toolbar = ({ isSketching, onUndo }: ToolbarProps) => {
  const { dispatch, state } = useEditor();
  const { history, tool } = state;
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
          isOff={history.past.length === 0 && !isSketching}
          onPress={onUndo}
        />
        <Act
          name="redo"
          label={words.act.redo}
          isOff={history.future.length === 0}
          onPress={() => dispatch({ type: 'redone' })}
        />
      </div>
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
