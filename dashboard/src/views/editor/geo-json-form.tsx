import { useState } from 'react';
import { type ReadGeoJson, readGeoJson } from '../../state/editor/read-geojson.js';
import { toGeoJson } from '../../state/editor/write-geojson.js';
import { geoJsonFault } from '../../texts/geo-json-fault.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

/** The drawing to and from other programs. */
export const GeoJsonForm = () => {
  const { draft, editVenue } = useEditor();
  const [outcome, setOutcome] = useState<Pick<ReadGeoJson, 'read' | 'faults'> | null>(null);
  const take = async (file: File) => {
    const text = await file.text();
    const { faults, read } = readGeoJson(draft.venue, text);
    setOutcome({ read, faults });
    if (read > 0) editVenue((venue) => readGeoJson(venue, text).venue);
  };
  const give = () => {
    const text = JSON.stringify(toGeoJson(draft.venue), null, 2);
    const address = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${draft.venue.id}.geojson`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <details className="feature-list">
      <summary>
        <h3>{words.geoJson.heading}</h3>
      </summary>
      <div className="edit-buttons">
        <button type="button" className="button" onClick={give}>
          {words.geoJson.export}
        </button>
        <label className="button file-button">
          {words.geoJson.import}
          <input
            type="file"
            accept=".geojson,.json,application/geo+json"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined) void take(file);
            }}
          />
        </label>
      </div>
      <div role="status">
        {outcome === null ? null : <p>{words.geoJson.read(outcome.read, outcome.faults.length)}</p>}
        <ul className="fault-lines">
          {outcome?.faults.map((fault) => (
            <li key={JSON.stringify(fault)}>
              <code>{fault.path}</code> {geoJsonFault(words, fault)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
};
