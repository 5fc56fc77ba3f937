import type { FeatureRef } from '../../state/editor/venue-draft.js';
import type { VenueWarning } from '../../state/editor/venue-warnings.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { FaultLine } from './fault-lines.js';

const words = pageTexts('editor');

const warningText = (warning: VenueWarning): string => {
  switch (warning.kind) {
    case 'no-way-out':
      return words.checks.noWayOut;
    case 'cut-off':
      return words.checks.cutOff(warning.name);
    case 'uncovered':
      return words.checks.uncovered(warning.name, warning.share, warning.area);
    case 'idle-camera':
      return words.checks.idleCamera(warning.name);
    case 'small-camera':
      return words.checks.smallCamera(warning.name, warning.area);
    case 'exits-too-small': {
      const { carried, held, minutes, missingMetres } = warning;
      return words.checks.exits(carried, held, minutes, missingMetres);
    }
  }
};

/** All that the server would refuse, and all that an engineer should look at; each leads to its shape. */
export const ChecksTab = ({
  onCalendar,
  onShape,
}: {
  readonly onShape: (ref: FeatureRef) => void;
  readonly onCalendar: () => void;
}) => {
  const { checks } = useEditor();
  const { faults, warnings } = checks;
  return (
    <>
      {faults.length + warnings.length === 0 ? <p>{words.checks.none}</p> : null}
      {faults.length === 0 ? null : (
        <section className="check-list is-fault">
          <h3>{words.checks.faults}</h3>
          <p className="note">{words.checks.faultsNote}</p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.part} ${fault.path} ${fault.message}`}>
                <button
                  type="button"
                  className="check-row"
                  disabled={fault.ref === null && fault.part === 'venue'}
                  onClick={() => (fault.ref === null ? onCalendar() : onShape(fault.ref))}
                >
                  <FaultLine fault={fault} isNamed />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {warnings.length === 0 ? null : (
        <section className="check-list">
          <h3>{words.checks.warnings}</h3>
          <p className="note">{words.checks.warningsNote}</p>
          <ul>
            {warnings.map((warning) => {
              const ref = 'ref' in warning ? warning.ref : null;
              return (
                <li key={warningText(warning)}>
                  <button
                    type="button"
                    className="check-row"
                    disabled={ref === null}
                    onClick={() => ref !== null && onShape(ref)}
                  >
                    {warningText(warning)}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
};
