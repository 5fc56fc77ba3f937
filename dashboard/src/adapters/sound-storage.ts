const KEY = 'throng.sounds';

export interface SoundChoice {
  readonly isOn: boolean;
  /** 0 to 1. */
  readonly volume: number;
}

const USUAL: SoundChoice = { isOn: true, volume: 0.5 };

/** The choice of an earlier visit: `off`, or a volume in per cent. A browser that refuses storage sounds as usual. */
export const rememberedSounds = (): SoundChoice => {
  try {
    const [isOn = '', percent = ''] = (localStorage.getItem(KEY) ?? '').split(' ');
    const volume = Number(percent) / 100;
    if (isOn === '' || !(volume >= 0 && volume <= 1)) return USUAL;
    return { isOn: isOn === 'on', volume };
  } catch {
    return USUAL;
  }
};

export const rememberSounds = ({ isOn, volume }: SoundChoice): void => {
  try {
    localStorage.setItem(KEY, `${isOn ? 'on' : 'off'} ${Math.round(volume * 100)}`);
  } catch {
    // The choice then lasts as long as the page.
  }
};
