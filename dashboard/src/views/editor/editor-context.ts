import { createContext, type Dispatch, useContext, useMemo } from 'react';
import type { Checks } from '../../state/editor/checks.js';
import { draftOf, type EditorEvent, type EditorState } from '../../state/editor/editor-state.js';
import type { EditedVenue, FeatureRef, VenueDraft } from '../../state/editor/venue-draft.js';

export interface EditorDesk {
  readonly state: EditorState;
  readonly checks: Checks;
  readonly dispatch: Dispatch<EditorEvent>;
}

export const EditorContext = createContext<EditorDesk | null>(null);

/** The draft, with what can be done to it. */
export const useEditor = () => {
  const desk = useContext(EditorContext);
  if (desk === null) throw new Error('This view stands outside an EditorContext.');
  const { checks, dispatch, state } = desk;
  const acts = useMemo(
    () => ({
      dispatch,
      /** Changes the venue; changes `about` the same thing are undone as one. */
      editVenue: (change: (venue: EditedVenue) => EditedVenue, about?: string) =>
        dispatch({
          type: 'edited',
          change: (draft) => {
            const venue = change(draft.venue);
            return venue === draft.venue ? draft : { ...draft, venue };
          },
          ...(about === undefined ? {} : { about }),
        }),
      editCalendar: (
        change: (calendar: VenueDraft['calendar']) => VenueDraft['calendar'],
        about?: string,
      ) =>
        dispatch({
          type: 'edited',
          change: (draft) => ({ ...draft, calendar: change(draft.calendar) }),
          ...(about === undefined ? {} : { about }),
        }),
      select: (ref: FeatureRef | null) => dispatch({ type: 'selected', ref }),
    }),
    [dispatch],
  );
  return { state, checks, draft: draftOf(state), ...acts };
};
