import { changed, type History, historyOf, redone, undone } from './history.js';
import { cornersOf, type FeatureRef, featureAt, isSame, type VenueDraft } from './venue-draft.js';

/** What the pointer does on the map. */
export const tools = ['select', 'zone', 'passage', 'camera', 'wall', 'split', 'move'] as const;
export type DrawingTool = (typeof tools)[number];
export type Tool = DrawingTool | 'scale-plan' | 'move-plan';

/** The editor: a draft with its history, beside the version that it began with. */
export interface EditorState {
  /** The version that the draft began with; 0 where there is none yet. */
  readonly basedOn: number;
  /** That version itself. */
  readonly base: VenueDraft;
  readonly history: History<VenueDraft>;
  readonly selected: FeatureRef | null;
  /** The corner of the selected thing that the delete key is about. */
  readonly corner: number | null;
  readonly tool: Tool;
}

export type EditorEvent =
  | {
      readonly type: 'edited';
      readonly change: (draft: VenueDraft) => VenueDraft;
      /** What it is about: changes about the same are undone as one. */
      readonly about?: string;
    }
  | { readonly type: 'undone' }
  | { readonly type: 'redone' }
  | { readonly type: 'selected'; readonly ref: FeatureRef | null }
  | { readonly type: 'corner-selected'; readonly corner: number | null }
  | { readonly type: 'tool-chosen'; readonly tool: Tool }
  /** The draft is a version of the server's now. */
  | { readonly type: 'saved'; readonly version: number; readonly draft: VenueDraft }
  /** Others' work is in the draft now: it goes on from their version. */
  | { readonly type: 'rebased'; readonly version: number; readonly base: VenueDraft };

export const openedEditor = (
  basedOn: number,
  base: VenueDraft,
  draft: VenueDraft = base,
): EditorState => ({
  basedOn,
  base,
  history: historyOf(draft),
  selected: null,
  corner: null,
  tool: 'select',
});

export const draftOf = ({ history }: EditorState): VenueDraft => history.present;

export const edit = (state: EditorState, event: EditorEvent): EditorState => {
  switch (event.type) {
    case 'edited':
      return withHistory(
        state,
        changed(state.history, event.change(state.history.present), event.about),
      );
    case 'undone':
      return withHistory(state, undone(state.history));
    case 'redone':
      return withHistory(state, redone(state.history));
    case 'selected':
      return isSame(state.selected, event.ref)
        ? state
        : { ...state, selected: event.ref, corner: null };
    case 'corner-selected':
      return { ...state, corner: event.corner };
    case 'tool-chosen':
      return { ...state, tool: event.tool, corner: null };
    case 'saved':
      return { ...state, basedOn: event.version, base: event.draft };
    case 'rebased':
      return { ...state, basedOn: event.version, base: event.base };
  }
};

/** What is selected may be gone in another moment of the draft. */
const withHistory = (state: EditorState, history: History<VenueDraft>): EditorState => {
  const { corner, selected } = state;
  const feature = selected && featureAt(history.present.venue, selected);
  if (!feature) return { ...state, history, selected: null, corner: null };
  const isThere = corner !== null && corner < cornersOf(feature).length;
  return { ...state, history, corner: isThere ? corner : null };
};
