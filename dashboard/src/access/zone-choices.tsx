import type { ZoneDefinition } from '@throng/contract';

/** A box to tick for each zone of the venue. */
export const ZoneChoices = ({
  chosen,
  zones,
}: {
  readonly zones: readonly ZoneDefinition[];
  /** Ticked at first; null is none. */
  readonly chosen: readonly string[] | null;
}) =>
  zones.map(({ id, name }) => (
    <label key={id} className="zone-choice">
      <input
        type="checkbox"
        name="zone"
        value={id}
        defaultChecked={chosen?.includes(id) === true}
      />
      {name}
    </label>
  ));

/** The zones ticked in a form; none is the whole venue, and null. */
export const chosenZones = (form: FormData): string[] | null => {
  const ids = form.getAll('zone').map(String);
  return ids.length === 0 ? null : ids;
};
