import { deliveryFault } from '../delivery-fault.js';
import type { NotificationTexts } from '../english-notifications.js';
import { NO_BREAK } from '../numbers.js';
import { moment } from '../times.js';
import { frenchFaults } from './faults.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const faults: Readonly<Record<string, string>> = {
  'private-address': fr`son adresse est privée ; autorisez-la dans les réglages (allowedNetworks)`,
  'not-encrypted': 'son adresse n’est pas en https',
  timeout: `pas de réponse en 10${NO_BREAK}s`,
  'logged-out': 'son propriétaire s’est déconnecté',
  'queue-full': 'trop de messages attendaient',
  econnrefused: 'personne n’y écoute',
  enotfound: 'cet hôte n’existe pas',
  eauth: 'l’utilisateur ou le mot de passe est erroné',
  network: 'le réseau a failli',
  econnreset: 'l’autre côté a rompu',
  etimedout: 'pas de réponse à temps',
  esocket: 'l’autre côté a rompu',
  econnection: 'pas de connexion au serveur de courriel',
  edns: 'cet hôte n’existe pas',
  'bad-key': 'le téléphone a donné une clé inutilisable',
  'no-such-channel': 'le canal n’est plus configuré',
  unreachable: 'le serveur ne répond pas',
  unreadable: 'la réponse du serveur n’a pas de sens',
  'bad-request': 'le canal n’est plus configuré',
  'not-allowed': 'vous n’y êtes pas autorisé',
  'too-many-requests': fr`trop d’essais ; attendez une minute`,
};

const why = (code: string): string =>
  deliveryFault(faults, (status) => `l’autre côté a répondu ${status}`, code);

export const frenchNotifications: NotificationTexts = {
  heading: 'Notifications',
  hint: fr`Qui est averti de quelles alertes, et par quelle voie. Des chiffres de lieux seulement : ni noms, ni images.`,
  phones: fr`Les agents d’accueil ouvrent ceci sur leur téléphone, se connectent et acceptent d’être appelés :`,
  channels: 'Canaux',
  channelsNote: 'Les canaux et leurs secrets figurent dans le fichier du site.',
  kind: {
    push: 'Push web',
    email: 'Courriel',
    webhook: 'Webhook signé',
    slack: 'Slack',
    teams: 'Teams',
  },
  subscriptions: (count) => `${count} ${plural(count, 'navigateur', 'navigateurs')}`,
  never: 'Rien envoyé encore',
  sent: (at) => `Envoyé le ${moment(at)}`,
  failed: (at, code) => fr`Échec le ${moment(at)} : ${why(code)}`,
  test: 'Envoyer un essai',
  testOf: (channel) => fr`Envoyer un essai : ${channel}`,
  testPhone: 'S’essaie sur chaque téléphone',
  tested: 'L’essai a été envoyé.',
  notTested: (code) => fr`L’essai a échoué : ${why(code)}.`,
  rules: 'Règles',
  table: 'Règles en tableau',
  rulesFrom: {
    file: 'Comme dans le fichier du site.',
    page: (by, at) => `Fixées ici par ${by}, ${moment(at)}.`,
  },
  columns: {
    id: 'Règle',
    channel: 'Canal',
    who: 'Qui',
    what: 'Dès',
    where: 'Zones',
    phases: 'Phases',
    quiet: 'Heures calmes',
    cooldown: 'Pause (s)',
    step: 'Après appels',
    cleared: 'Fin aussi',
  },
  everywhere: 'Toutes',
  everyone: 'Tous',
  categories: { crowd: 'Foule', system: 'Équipement' },
  quietFrom: 'Calme dès',
  quietTo: 'Calme jusqu’à',
  list: 'séparés par des virgules',
  explain: fr`Les alertes critiques, les demandes d’aide et ce qui reste sans réponse passent outre les heures calmes et les pauses. « Après appels » 1 n’est averti que si personne n’a répondu une première fois.`,
  add: 'Ajouter une règle',
  remove: (rule) => `Retirer la règle ${rule}`,
  removeShort: 'Retirer',
  save: 'Enregistrer les règles',
  reset: 'Revenir au fichier',
  saved: 'Enregistré.',
  fault: frenchFaults,
  refused: fr`Non enregistré :`,
  notDone: fr`Non enregistré : le serveur n’a pas accepté. Réessayez.`,
  role: {
    viewer: 'Observateur',
    operator: 'Opérateur',
    engineer: 'Technicien',
    admin: 'Administrateur',
  },
  unavailable: 'Le serveur ne répond pas. Réessayez.',
  notAllowed: 'C’est réservé aux techniciens et aux administrateurs qui voient tout le site.',
};
