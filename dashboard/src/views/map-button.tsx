export interface MapButtonProps {
  readonly label: string;
  /** An SVG path in a square of 16. */
  readonly icon: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}

export const MapButton = ({ icon, isPressed, label, onPress }: MapButtonProps) => (
  <button
    type="button"
    className="icon-button"
    title={label}
    aria-label={label}
    aria-pressed={isPressed}
    onClick={onPress}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={icon} />
    </svg>
  </button>
);
