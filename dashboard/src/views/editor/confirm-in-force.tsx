import { useEffect, useRef } from 'react';
import type { VersionDiff } from '../../state/editor/version-diff.js';
import { pageTexts } from '../../texts/pages.js';
import { DiffList } from './diff-list.js';

const words = pageTexts('editor');

/** Asks before a venue is changed for everybody, and says what will change. */
export const ConfirmInForce = ({
  diff,
  hasUnsaved,
  inForce,
  onClose,
  onConfirm,
  version,
}: {
  readonly version: number;
  /** The version in force now; undefined where none is. */
  readonly inForce: number | undefined;
  /** From the version in force to this one; null where it could not be had. */
  readonly diff: VersionDiff | null;
  readonly hasUnsaved: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="edit-dialog"
      aria-labelledby="confirm-heading"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="confirm-heading">{words.confirm.heading(version)}</h2>
      <p>{words.confirm.what}</p>
      {inForce === undefined ? null : <p>{words.confirm.back(inForce)}</p>}
      {hasUnsaved ? <p className="wrong-word">{words.confirm.unsaved}</p> : null}
      {diff === null ? null : (
        <>
          <h3>{words.confirm.changes}</h3>
          <DiffList diff={diff} />
        </>
      )}
      <div className="edit-buttons">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {words.confirm.no}
        </button>
        <button
          type="button"
          className="button is-main"
          onClick={() => {
            onConfirm();
            dialog.current?.close();
          }}
        >
          {words.confirm.yes}
        </button>
      </div>
    </dialog>
  );
};
