import type { Picture } from '../state/picture.js';
import type { Session } from '../state/session.js';
import { Shortcuts } from './shortcuts/shortcuts.js';
import { StopButton } from './show-stop/stop-button.js';
import { SoundMenu } from './sounds/sound-menu.js';

/** The tools of a control room, in the top bar: stop the show, sounds, keys. */
const ControlTools = ({
  picture,
  session,
}: {
  readonly picture: Picture;
  readonly session: Session | null;
}) => (
  <>
    <StopButton picture={picture} session={session} />
    <SoundMenu picture={picture} />
    <Shortcuts picture={picture} />
  </>
);

export default ControlTools;
