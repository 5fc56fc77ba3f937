import type { StewardTexts } from '../english-steward.js';
import { density, factor, NO_BREAK, persons, share } from '../numbers.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const faults: Readonly<Record<string, string>> = {
  'not-allowed': 'Votre rôle ne le permet pas.',
  'no-such-alert': 'L’alerte n’existe plus.',
  cleared: 'L’alerte a été levée entre-temps. Besoin d’aide, prenez la radio.',
  'too-old': `L’envoi a attendu plus de 10${NO_BREAK}min et n’est pas parti. Regardez, puis touchez à nouveau.`,
  'not-on-record': 'Le journal ne peut pas être écrit, donc rien n’a été fait. Prenez la radio.',
  'not-subscribed': 'Ce téléphone n’est pas encore appelé. Activez-le d’abord.',
  'logged-out': 'Vous êtes déconnecté. Reconnectez-vous.',
  unreachable: 'Le serveur ne répond pas.',
};

export const frenchSteward: StewardTexts = {
  title: (venue, alerts) => `${alerts > 0 ? `(${alerts}) ` : ''}${venue ?? 'Throng'}`,
  tabs: { alerts: 'Alertes', count: 'Compter', told: 'Son' },
  waiting: 'En attente de la première image',
  live: 'En direct',
  offline: 'Pas de connexion',
  old: (seconds) => `Cette image date d’il y a ${duration(seconds)}`,
  oldNote: fr`Regardez autour de vous ; ne vous y fiez pas seulement.`,
  zones: 'Vos zones',
  wholeVenue: 'Toutes les zones',
  calm: 'Aucune alerte dans vos zones.',
  calmNote: 'Gardez le téléphone sur vous. Il vous prévient dès que quelque chose change.',
  others: (count) => `${count} ${plural(count, 'autre alerte', 'autres alertes')}`,
  helps: 'Que faire',
  since: (at) => `depuis ${timeOfDay(at)}`,
  onIt: 'J’y vais',
  onItNote: 'Je m’en occupe',
  manage: 'Je gère',
  manageNote: 'Pas besoin d’aide',
  youAreOnIt: 'Vous vous en occupez',
  someoneIsOnIt: (who) => `${who} s’en occupe`,
  needHelp: 'À l’aide',
  needHelpNote: 'Appeler le chef',
  helpCalled: 'L’aide est appelée',
  helpBy: (who, at) => `${who} a demandé de l’aide, ${timeOfDay(at)}`,
  helpSeen: (who) => `${who} a vu l’appel`,
  act: { 'on-it': 'J’y vais', help: 'À l’aide' },
  kept: (act, at) =>
    fr`« ${act} », touché à ${timeOfDay(at)}, sera envoyé au retour de la connexion. Prenez la radio maintenant.`,
  sentLate: (act, tapped, sent) =>
    fr`« ${act} », touché à ${timeOfDay(tapped)}, a été envoyé à ${timeOfDay(sent)}.`,
  notDone: (act, code) =>
    fr`« ${act} » n’a pas été fait. ${wordsFor(faults, code) ?? 'Prenez la radio.'}`,
  tappedAt: (act, at) => fr`« ${act} » a été touché à ${timeOfDay(at)}, sans réseau`,
  fault: (code) => wordsFor(faults, code) ?? `Cela n’a pas fonctionné (${code}).`,
  push: {
    heading: 'Quand la page est fermée',
    question: fr`Ce téléphone peut-il vous appeler pour les alertes de vos zones ?`,
    note: 'Seulement tant que vous êtes connecté. Vous pouvez l’arrêter ici à tout moment.',
    yes: 'Oui, m’appeler',
    on: 'Ce téléphone est appelé pour les alertes de vos zones.',
    off: 'Arrêter',
    test: 'Envoyer un essai',
    tested: 'L’essai est en route.',
    denied:
      'Le navigateur le refuse. Autorisez les notifications pour cette page dans ses réglages.',
    unsupported: fr`Ce navigateur ne peut pas être appelé. Sur un iPhone, ajoutez d’abord la page à l’écran d’accueil (Partager, puis « Sur l’écran d’accueil »).`,
  },
  sound: {
    heading: 'Quand la page est ouverte',
    on: 'Son et vibration',
    note: 'Chaque priorité a le sien. Essayez-les une fois, au volume de ce soir.',
    test: (priority) => fr`Essai : ${priority}`,
    blocked: 'Le son attend que vous touchiez la page une première fois.',
  },
  count: {
    heading: 'Compter à la main',
    note: 'Votre comptage montre si les caméras comptent juste.',
    place: fr`Que comptez-vous ?`,
    zone: (name) => fr`Personnes dans : ${name}`,
    passage: (name) => fr`Personnes par : ${name}`,
    start: 'Démarrer',
    stop: 'Arrêter',
    send: 'Envoyer',
    discard: 'Abandonner',
    running: (seconds) => `Comptage depuis ${duration(seconds)}`,
    stopped: (seconds) => `Compté pendant ${duration(seconds)}`,
    towards: (place) => `vers ${place}`,
    outside: 'l’extérieur',
    plus: 'Un de plus',
    minus: 'Un de moins',
    undo: (place) => `En retirer un vers ${place}`,
    kept: 'Conservé. Il sera envoyé au retour de la connexion.',
    latest: 'Comptages jusqu’ici',
    none: 'Personne n’a encore compté.',
    byHand: (hand, cameras) =>
      cameras === null
        ? `${persons(hand)} à la main`
        : `${persons(hand)} à la main, ${persons(cameras)} par caméra`,
    ratio: (ratio, uncertainty) => `rapport ${factor(ratio)} ±${NO_BREAK}${share(uncertainty)}`,
    verdict: {
      agrees: 'Les caméras comptent juste ici.',
      'too-few': fr`Trop peu de personnes pour en juger ; comptez-en au moins 16.`,
      'not-seen': 'Aucune caméra n’en voyait assez alors.',
      correct: (cameras) =>
        cameras.length === 0
          ? 'Les caméras comptent faux ici.'
          : fr`À corriger : ${cameras.join(', ')}.`,
    },
    unknown: 'Non comparable.',
    by: (who, at) => `${who}, ${timeOfDay(at)}`,
  },
  density: (value) => `${density(value)}${NO_BREAK}/m²`,
};
