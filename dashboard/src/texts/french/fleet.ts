import type { PageTexts } from '../english-pages.js';
import { factor, NO_BREAK, persons, tenth } from '../numbers.js';
import { duration } from '../times.js';
import { frenchDevices } from './devices.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const days = (count: number): string => {
  const whole = Math.floor(count);
  return `${whole}${NO_BREAK}${plural(whole, 'jour', 'jours')}`;
};
const times = (count: number): string => `${persons(count)}${NO_BREAK}fois`;
const windows = (count: number): string =>
  `${persons(count)} ${plural(count, 'fenêtre', 'fenêtres')}`;

export const frenchFleet: PageTexts['fleet'] = {
  heading: 'Parc',
  summary: (agents, cameras, faults) =>
    `${agents} ${plural(agents, 'agent', 'agents')}, ${cameras} ${plural(cameras, 'caméra', 'caméras')}, ${
      faults === 0 ? 'rien à réparer' : `${faults} à réparer`
    }`,
  allWell: 'Tout va bien.',
  mend: 'À réparer',
  watch: 'À suivre',
  agent: {
    version: 'Version',
    up: 'En marche depuis',
    models: 'Modèles',
    provider: 'Calcule sur',
    memory: 'Mémoire',
    clock: 'Horloge',
    waiting: 'Fenêtres en attente',
    lost: 'Fenêtres perdues',
    spool: 'Tampon',
  },
  camera: {
    camera: 'Caméra',
    state: 'État',
    frames: 'Images/s',
    latency: 'Retard p95',
    decoder: 'Décodeur',
    calibration: 'Calibration',
    correction: 'Comptage manuel',
    drift: 'Dérive',
    reconnects: 'Reconnexions',
  },
  inTime: 'à l’heure',
  onDisk: 'sur disque',
  inMemory: 'en mémoire seulement',
  unknown: '?',
  none: 'aucun',
  correction: (by, counts) =>
    `× ${factor(by)} d’après ${counts} ${plural(counts, 'comptage', 'comptages')}`,
  calibration: (metres, age) =>
    `± ${tenth(metres)}${NO_BREAK}m${age === null ? '' : `, il y a ${days(age)}`}`,
  finding: (cause) => {
    switch (cause.kind) {
      case 'edge-never-seen':
        return {
          what: 'N’a jamais donné signe',
          remedy: fr`Démarrer l’agent et comparer site, identifiant et broker avec ce serveur : throng-edge doctor`,
        };
      case 'edge-offline':
        return {
          what: 'Hors ligne',
          remedy: fr`Vérifier l’alimentation et le réseau du boîtier ; ses fenêtres attendent sur son disque`,
        };
      case 'clock-skew':
        return {
          what: `Horloge en ${cause.seconds < 0 ? 'retard' : 'avance'} de ${tenth(Math.abs(cause.seconds))}${NO_BREAK}s`,
          remedy: fr`Donner au boîtier et au serveur la même source de temps, et vérifier qu’elle tourne : timedatectl`,
        };
      case 'clock-held':
        return {
          what: fr`Horloge ${cause.seconds < 0 ? 'reculée' : 'avancée'} de ${duration(Math.abs(cause.seconds))} ; l’agent garde l’heure d’avant`,
          remedy: fr`La remettre à l’heure : timedatectl. L’agent la croit quand NTP la confirme, ou après 10 minutes`,
        };
      case 'spool-in-memory':
        return {
          what: fr`Garde ses fenêtres en mémoire seulement${cause.fault === undefined ? '' : fr` : disque ${cause.fault}`}`,
          remedy: fr`Libérer de la place sur le disque ou corriger ses droits ; ce qui attend se perd avec le processus`,
        };
      case 'spool-waiting':
        return {
          what: `${windows(cause.windows)} en attente, la plus ancienne depuis ${duration(cause.seconds)}`,
          remedy: fr`Vérifier la liaison au broker ; elles suivront comme historique à son retour`,
        };
      case 'windows-lost':
        return {
          what: `${windows(cause.windows)} ${plural(cause.windows, 'abandonnée', 'abandonnées')}`,
          remedy:
            'L’enregistrement a un trou. Agrandir le tampon et chercher pourquoi il s’est rempli',
        };
      case 'model-replaced':
        return {
          what: `Processus du modèle remplacé ${times(cause.times)}`,
          remedy: 'Vérifier la mémoire, le pilote et la température du boîtier',
        };
      case 'model-missing':
        return {
          what: 'Aucun modèle ne tourne',
          remedy: fr`Vérifier les modèles sur le boîtier : throng-models verify`,
        };
      case 'provider-cpu':
        return {
          what: `Calcule sur ${cause.provider}`,
          remedy: fr`Si le boîtier a un GPU, vérifier son pilote : throng-edge doctor dit ce qui manque`,
        };
      case 'local-alarm':
        return {
          what: `Croit le serveur absent et alerte de lui-même (${persons(cause.zones)} ${plural(cause.zones, 'zone', 'zones')})`,
          remedy: fr`Il cesse dès qu’il entend à nouveau ce serveur ; vérifier le broker`,
        };
      case 'local-alarm-failed':
        return {
          what: `Son alarme locale a échoué ${times(cause.times)}`,
          remedy: 'Essayer à la main, sur le boîtier, la commande ou le webhook de localAlarm',
        };
      case 'camera-never-seen':
        return {
          what: 'N’a jamais donné signe',
          remedy: 'Ajouter la caméra aux réglages de l’agent sous cet identifiant exact',
        };
      case 'camera-silent':
        return { what: 'Muette', remedy: fr`Vérifier l’agent ; rien n’est arrivé à temps` };
      case 'camera-fault':
        return { what: frenchDevices.fault[cause.fault], remedy: faultRemedy[cause.fault] };
      case 'not-calibrated':
        return {
          what: 'Non calibrée',
          remedy: fr`La calibrer, sinon ses personnes ne sont nulle part : throng-edge calibrate`,
        };
      case 'calibration-rough':
        return {
          what: `Calibrée à ± ${tenth(cause.metres)}${NO_BREAK}m seulement`,
          remedy: 'Ajouter des points près des bords de l’image et les mesurer à nouveau',
        };
      case 'calibration-old':
        return {
          what: `Calibrée il y a ${days(cause.days)}`,
          remedy: fr`Contrôler quelques points sur la page de calibration ; les mâts bougent`,
        };
      case 'drift':
        return {
          what: `${drift[cause.statistic]} ${tenth(Math.abs(cause.deviations))}${NO_BREAK}σ ${cause.deviations < 0 ? 'sous' : 'au-dessus de'} ce que connaît le modèle`,
          remedy:
            'Nettoyer l’objectif, vérifier lumière et exposition, et compter à la main pour corriger',
        };
      case 'few-frames':
        return {
          what: `${tenth(cause.perSecond)} images/s sur ${tenth(cause.wanted)}`,
          remedy: fr`Le boîtier est trop lent pour ses caméras : moins de caméras, un modèle plus petit ou un GPU`,
        };
      case 'slow':
        return {
          what: `${tenth(cause.seconds)}${NO_BREAK}s de la prise de vue au comptage`,
          remedy: 'Vérifier le réseau de la caméra, puis la charge du boîtier',
        };
      case 'reconnects':
        return {
          what: `Reconnectée ${times(cause.times)}`,
          remedy: 'Vérifier le câble, le commutateur et le journal de la caméra',
        };
    }
  },
};

const drift = {
  brightness: 'Luminosité',
  sharpness: 'Netteté',
  activeShare: 'Part de l’image avec des personnes',
  disagreement: 'Désaccord des modèles',
} as const;

const faultRemedy = {
  'no-signal': fr`Vérifier l’alimentation et le câble de la caméra, puis l’adresse et le mot de passe : throng-edge doctor`,
  stalled: fr`Redémarrer la caméra ; si cela revient, baisser son débit ou vérifier le commutateur`,
  'model-failed': fr`Lire le journal de l’agent ; vérifier les modèles : throng-models verify`,
  'not-calibrated': fr`La calibrer : throng-edge calibrate`,
  moved: fr`Remettre la caméra en place ou la recalibrer ; d’ici là, sa surface est inconnue`,
  covered: 'Dégager la vue de la caméra',
  frozen: fr`Redémarrer la caméra : elle envoie toujours la même image`,
  blinded: 'La détourner de la lumière ou activer sa plage dynamique étendue (WDR)',
  dark: 'Éclairer la surface ou activer le mode nuit de la caméra',
} as const;
