import type { PlacedFault } from '../../state/editor/fault-place.js';

/** What stands against one shape. */
export const FaultLines = ({ faults }: { readonly faults: readonly PlacedFault[] }) =>
  faults.length === 0 ? null : (
    <ul className="fault-lines">
      {faults.map(({ field, message, path }) => (
        <li key={`${path} ${message}`}>
          {field === '' ? null : <code>{field}</code>} {message}
        </li>
      ))}
    </ul>
  );
