import type { AlertBands, ZoneDefinition } from '@throng/contract';
import { defaultAlertBands } from '@throng/crowd';
import { useState } from 'react';
import { without, zoneChanged } from '../../state/editor/venue-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';
import { NumberField } from './number-field.js';

const words = pageTexts('editor');
const bandNames = ['watch', 'warning', 'critical', 'emergency'] as const;

interface PhaseBandsProps {
  readonly zone: ZoneDefinition;
  readonly onChange: (change: (zone: ZoneDefinition) => ZoneDefinition) => void;
}

/** The zone's own thresholds in place of those of its kind, and others for phases of the evening. */
export const BandsForm = ({
  index,
  zone,
}: {
  readonly zone: ZoneDefinition;
  readonly index: number;
}) => {
  const { editVenue } = useEditor();
  const onChange: PhaseBandsProps['onChange'] = (change) =>
    editVenue((venue) => zoneChanged(venue, index, change));
  const { bands } = zone;
  return (
    <fieldset className="edit-part">
      <legend>{words.field.bands}</legend>
      <label className="edit-check">
        <input
          type="checkbox"
          checked={bands !== undefined}
          onChange={({ target: { checked } }) =>
            onChange((each) =>
              checked
                ? { ...each, bands: { ...defaultAlertBands(each.kind) } }
                : without(each, 'bands'),
            )
          }
        />
        {words.bands.own}
      </label>
      <BandRow
        bands={bands ?? defaultAlertBands(zone.kind)}
        {...(bands === undefined
          ? {}
          : { onChange: (next) => onChange((each) => ({ ...each, bands: next })) })}
      />
      <PhaseBands zone={zone} onChange={onChange} />
    </fieldset>
  );
};

/** One set of thresholds; without `onChange` only to read. */
const BandRow = ({
  bands,
  onChange,
}: {
  readonly bands: AlertBands;
  readonly onChange?: (bands: AlertBands) => void;
}) => (
  <div className="band-row">
    {bandNames.map((name) =>
      onChange === undefined ? (
        <div key={name} className="edit-field">
          <span>{words.bands.band[name]}</span>
          <output>{bands[name]}</output>
        </div>
      ) : (
        <NumberField
          key={name}
          label={words.bands.band[name]}
          value={bands[name]}
          min={0}
          onChange={(value) => onChange({ ...bands, [name]: value })}
        />
      ),
    )}
  </div>
);

const PhaseBands = ({ onChange, zone }: PhaseBandsProps) => {
  const { draft } = useEditor();
  const { bandsByPhase = {} } = zone;
  const phases = new Map(
    draft.calendar.plans.flatMap((plan) => plan.phases.map(({ id, name }) => [id, name] as const)),
  );
  const free = [...phases].filter(([id]) => bandsByPhase[id] === undefined);
  const [chosen, choose] = useState('');
  const phase = free.some(([id]) => id === chosen) ? chosen : (free[0]?.[0] ?? '');
  const put = (id: string, bands: AlertBands) =>
    onChange((each) => ({ ...each, bandsByPhase: { ...each.bandsByPhase, [id]: bands } }));
  const remove = (id: string) =>
    onChange((each) => {
      const rest = without(each.bandsByPhase ?? {}, id);
      return Object.keys(rest).length === 0
        ? without(each, 'bandsByPhase')
        : { ...each, bandsByPhase: rest };
    });
  return (
    <>
      <h4>{words.field.bandsByPhase}</h4>
      {phases.size === 0 ? <p className="note">{words.bands.noPhases}</p> : null}
      {Object.entries(bandsByPhase).map(([id, bands]) => (
        <div key={id} className="phase-bands">
          <p>
            {phases.get(id) ?? id}
            <button
              type="button"
              className="icon-button"
              aria-label={words.bands.remove(phases.get(id) ?? id)}
              onClick={() => remove(id)}
            >
              <Icon name="remove" />
            </button>
          </p>
          <BandRow bands={bands} onChange={(next) => put(id, next)} />
        </div>
      ))}
      {free.length === 0 ? null : (
        <div className="move-form">
          <label className="edit-field">
            <span>{words.bands.phase}</span>
            <select value={phase} onChange={({ target }) => choose(target.value)}>
              {free.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            onClick={() => put(phase, zone.bands ?? { ...defaultAlertBands(zone.kind) })}
          >
            {words.bands.addPhase}
          </button>
        </div>
      )}
    </>
  );
};
