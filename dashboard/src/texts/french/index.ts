import type { Texts } from '../english.js';
import { density, NO_BREAK, percentage, persons, rate, share, threshold } from '../numbers.js';
import { about, dateInZone, duration, timeOfDay } from '../times.js';
import { frenchBottleneck } from './bottleneck.js';
import { frenchDevices } from './devices.js';
import { frenchExplanation } from './explanation.js';
import { frenchForecast } from './forecast.js';
import { frenchLifecycle } from './lifecycle.js';
import { frenchLimits } from './limits.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

/** Everything the live page says, in French. */
export const french: Texts = {
  page: {
    title: (venue, alerts) =>
      `${alerts > 0 ? `(${alerts}) ` : ''}${venue === null ? '' : `${venue} · `}Throng`,
    loading: 'En attente de la première image du site',
    skipToAlerts: 'Aller aux alertes',
    section: {
      alerts: 'Alertes',
      map: 'Carte',
      zones: 'Zones',
      passages: 'Passages',
      devices: 'Équipements',
    },
    language: 'Langue',
    theme: {
      system: fr`Thème : système`,
      dark: fr`Thème : sombre`,
      light: fr`Thème : clair`,
    },
    close: 'Fermer',
    pages: 'Pages',
    drill: 'EXERCICE',
    name: {
      live: 'Direct',
      wall: 'Mural',
      drill: 'Exercice',
      playback: 'Relecture',
      fleet: 'Parc',
      editor: 'Site',
      notifications: 'Avis',
      access: 'Accès',
    },
    opening: 'Ouverture',
    notLoaded: 'Cette page n’a pas pu être chargée. Vérifiez le réseau, puis réessayez.',
    tryAgain: 'Réessayer',
  },
  time: { clock: timeOfDay, dateInZone, duration, label: 'Heure du site' },
  band: {
    normal: 'Normal',
    watch: 'Vigilance',
    warning: 'Avertissement',
    critical: 'Critique',
    emergency: 'Urgence',
    unknown: 'Inconnu',
  },
  zoneKind: {
    walkway: 'Circulation',
    stairs: 'Escalier',
    queue: 'File d’attente',
    viewing: 'Spectateurs',
  },
  punctuation: { clause: fr` ; `, colon: fr` : ` },
  unit: { density: 'pers./m²', densityShort: '/m²', perMinute: '/min' },
  count: {
    people: 'personnes présentes',
    peopleKnown: 'personnes comptées',
    persons: (value) => persons(value),
    sigma: (value) => `± ${persons(value)}`,
    atLeast: (value) => `≥ ${value}`,
    seen: (part) => `${share(part)} observés`,
    zonesMeasured: (measured, zones) =>
      `${measured} ${plural(measured, 'zone mesurée', 'zones mesurées')} sur ${zones}`,
    unknownValue: '?',
  },
  density: (value) => density(value),
  threshold: (value) => threshold(value),
  levelOfService: (letter) => `NdS ${letter}`,
  trend: {
    rising: (value) => `monte de ${rate(value)}/min`,
    falling: (value) => `baisse de ${rate(value)}/min`,
    steady: 'stable',
    unknown: 'tendance encore inconnue',
    short: (value) => `${value === 0 ? '' : value < 0 ? '−' : '+'}${rate(value)}`,
  },
  unknown: {
    'no-camera': 'aucune caméra ne la couvre',
    'never-measured': 'pas encore mesurée',
    stale: 'caméra muette',
    'camera-fault': 'caméra en défaut',
    'edge-offline': 'agent hors ligne',
    since: (seconds) => `vue il y a ${duration(seconds)}`,
  },
  noForecast: {
    'too-early': `connue depuis moins de 5${NO_BREAK}min`,
    'too-little-seen': 'trop peu en est observé',
    failed: 'la prévision a échoué',
  },
  limits: frenchLimits,
  alerts: {
    heading: 'Alertes',
    crowd: 'Foule',
    system: 'Équipement',
    earlier: (count) => `Antérieures (${count})`,
    noCrowd: 'Aucune alerte de foule active',
    noneMeasured: (measured, zones) =>
      `${measured} ${plural(measured, 'zone mesurée', 'zones mesurées')} sur ${zones}, aucune au-dessus de son seuil d’alerte.`,
    noneButUnknown: (names) =>
      fr`${names.length} ${plural(names.length, 'zone est inconnue et ne pourrait pas en déclencher', 'zones sont inconnues et ne pourraient pas en déclencher')} : ${names.join(', ')}.`,
    noneButPartial: (names) => fr`Observées en partie : ${names.join(', ')}.`,
    noneButOld: fr`L’image est périmée : les alertes déclenchées depuis n’y figurent pas.`,
    incident: (cause, zones) =>
      fr`${cause ?? 'Une même cause'} : ${zones} ${plural(zones, 'zone', 'zones')}`,
    flood: (minutes, count) =>
      fr`Avalanche d’alertes : ${count} en ${minutes}${NO_BREAK}min. Les plus urgentes d’abord, les autres repliées.`,
    folded: (count) => `Moins urgentes (${count})`,
    since: (at) => `depuis ${timeOfDay(at)}`,
    cleared: (at, seconds) => `levée à ${timeOfDay(at)} après ${duration(seconds)}`,
    announced: (priority, where, what) => fr`${priority} : ${where}. ${what}`,
    equipmentFaults: (count) =>
      `${count} ${plural(count, 'défaut d’équipement', 'défauts d’équipement')}`,
    countOf: (count, priority) => `${count} × ${priority}`,
  },
  bottleneck: frenchBottleneck,
  explanation: frenchExplanation,
  reason: {
    density: {
      now: (value, limit, seconds) =>
        `${density(value)} pers./m² (seuil ${limit}) depuis ${duration(seconds)}`,
      clears: (below, seconds) =>
        seconds > 0
          ? `levée après ${duration(seconds)} sous ${threshold(below)}`
          : `levée sous ${threshold(below)}`,
      unknownNow: 'Zone non observée actuellement',
      was: (value, limit) => `${density(value)} pers./m² (seuil ${limit})`,
      seen: (part) => `seuls ${share(part)} de la zone observés`,
    },
    forecast: frenchForecast,
    cameraLost: {
      stale: 'Aucune mesure n’arrive',
      'edge-offline': (edge) => `L’agent ${edge} est hors ligne`,
      'no-signal': 'Pas de signal vidéo',
      stalled: 'La vidéo est à l’arrêt',
      'model-failed': 'Le modèle échoue sur ses images',
      'not-calibrated': 'Non calibrée',
      moved: fr`La caméra a été déplacée ; vérifier, puis confirmer ou recalibrer`,
      covered: 'L’objectif est masqué',
      frozen: 'Toujours la même image',
      blinded: 'La lumière éblouit l’objectif',
      dark: 'Trop sombre pour voir quiconque',
      'never-seen': 'Rien n’a jamais été reçu',
      last: (seconds) => `dernière mesure il y a ${duration(seconds)}`,
      never: 'jamais mesurée',
      blinds: (zones) => fr`aveugle : ${zones.join(', ')}`,
      blindsNothing: 'aucune zone ne dépend d’elle seule',
    },
    duplicateEdge: fr`Deux agents tournent sous cet identifiant ; en arrêter ou en renommer un`,
    storeFailing: {
      where: 'Enregistrement',
      what: (code, rows) =>
        fr`Écriture impossible (${code}) ; ${rows === 0 ? 'rien n’est perdu' : `${persons(rows)} ${plural(rows, 'ligne perdue', 'lignes perdues')}`} à ce stade. L’image en direct n’est pas touchée`,
    },
  },
  connection: {
    phase: {
      connecting: 'Connexion',
      live: 'En direct',
      gap: 'Resynchronisation',
      waiting: 'Déconnecté',
    },
    silent: 'Sans données',
    age: (seconds) => `il y a ${duration(seconds)}`,
    retry: (seconds) =>
      seconds > 0 ? `prochain essai dans ${duration(seconds)}` : 'nouvel essai en cours',
    outdated: (seconds) =>
      fr`L’image date d’il y a ${duration(seconds)}. Vous voyez le passé ; n’agissez pas d’après elle seule.`,
    details: 'Détails de la connexion',
    sequence: 'Numéro de message',
    losses: 'Connexions perdues',
    gaps: 'Trous constatés',
    refused: 'Messages refusés',
    lastRefused: 'Dernier motif',
    mismatch: fr`Le serveur et la page ne se comprennent pas : rechargez la page.`,
  },
  zones: {
    heading: 'Zones',
    name: 'Zone',
    band: 'État',
    density: 'pers./m²',
    level: 'NdS',
    persons: 'Personnes',
    trend: '±/min',
    caption: fr`Zones par risque ; densité en personnes par mètre carré, niveau de service de A à F.`,
  },
  zone: {
    current: 'Actuellement',
    peak: 'Partie la plus dense (P95)',
    level: 'Niveau de service',
    persons: 'Personnes',
    trend: 'Tendance',
    band: 'État',
    limits: 'Seuils',
    coverage: 'Observé',
    measured: 'Mesuré',
    ago: (seconds) => `il y a ${duration(seconds)}`,
    history: (minutes, isForeseen) =>
      `Densité, ${minutes} dernières${NO_BREAK}min${isForeseen ? ' et prévision' : ''}`,
    historyEmpty: 'Pas encore d’historique',
    aheadSummary: (seconds, low, high) =>
      fr` ; attendue dans ${about(seconds)} : de ${density(low)} à ${density(high)}`,
    historySummary: (from, to) => `Densité entre ${density(from)} et ${density(to)} pers./m²`,
    ahead: `15 prochaines${NO_BREAK}min`,
    aheadCaption: `Densité attendue avec l’intervalle qui contient ${percentage(80)} des cas, pers./m²`,
    aheadIn: (seconds) => `+${Math.round(seconds / 60)}${NO_BREAK}min`,
    between: (low, high) => `${density(low)}–${density(high)}`,
    noForecast: (why) => fr`Pas de prévision : ${why}`,
    hasPassed: (limit) => `Au-dessus du seuil de ${limit} actuellement`,
    willPass: (limit, probability, withinSeconds) =>
      `${share(probability)} de dépasser ${limit} d’ici ${about(withinSeconds)}`,
    cameras: 'Caméras de cette zone',
    noCameras: 'Aucune caméra ne couvre cette zone.',
    share: (part) => `${share(part)} de la zone`,
  },
  lifecycle: frenchLifecycle,
  travel: {
    label: 'Heure affichée sur la carte',
    now: 'Maintenant',
    backToNow: 'Revenir au présent',
    phases: 'Phases de l’événement',
    at: (at, offset) =>
      `${timeOfDay(at)}, ${offset < 0 ? `il y a ${duration(-offset)}` : `dans ${duration(offset)}`}`,
    past: (at) => fr`Passé : ${timeOfDay(at)}. Zones telles qu’enregistrées`,
    pastLoading: fr`Passé : demande de l’enregistrement au serveur`,
    ahead: (seconds) => `Attendu dans ${about(seconds)}, avec intervalles à ${percentage(80)}`,
    unknown: { past: 'non enregistré', ahead: 'non prévu' },
    between: (low, high) => `${density(low)} à ${density(high)}`,
  },
  map: {
    heading: 'Carte',
    label:
      'Carte du site avec la densité de la foule. Le tableau des zones contient les mêmes valeurs.',
    fit: 'Afficher tout le site',
    fullScreen: 'Plein écran',
    cameras: 'Champs des caméras',
    zoomIn: 'Zoom avant',
    zoomOut: 'Zoom arrière',
    legend: 'Densité, pers./m²',
    legendUnknown: 'inconnu',
    legendLabel: (marks) =>
      fr`Échelle de couleurs de ${marks.at(0) ?? 0} à ${marks.at(-1) ?? 0} personnes par mètre carré ; les surfaces hachurées sont inconnues`,
    unknown: (reason) => `? ${reason}`,
    warned: 'SE REMPLIT',
    load: (load) => `rempli à ${percentage(Math.round(load * 100))}`,
  },
  devices: frenchDevices,
};
