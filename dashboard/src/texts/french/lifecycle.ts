import type { Texts } from '../english.js';
import type { LifecycleFault } from '../english-lifecycle.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';
import { plural } from './plural.js';
import { fr } from './typography.js';

const faults: Readonly<Record<LifecycleFault, string>> = {
  'not-allowed': 'Votre rôle ne le permet pas.',
  'not-logged-in': 'Vous êtes déconnecté. Reconnectez-vous.',
  'no-such-alert': 'Cette alerte n’existe plus.',
  cleared: 'L’alerte a été levée entre-temps.',
  'too-grave': 'Une alerte critique n’est jamais mise en attente.',
  'too-many-comments': fr`L’alerte compte 50 commentaires ; elle n’en accepte pas plus.`,
  'not-on-record': 'Le journal ne peut pas être écrit, donc rien n’a été fait.',
  unreachable: fr`Le serveur ne répond pas ; rien n’a été fait.`,
};

export const frenchLifecycle: Texts['lifecycle'] = {
  acknowledge: 'Acquitter',
  assignToMe: 'Prendre en charge',
  comment: 'Commenter',
  send: 'Envoyer',
  cancel: 'Annuler',
  commentLabel: 'Ce que les autres doivent savoir',
  shelve: 'Mettre en attente',
  shelveFor: (minutes) => duration(minutes * 60),
  unshelve: 'Réactiver',
  acknowledged: (by, at) => `Acquittée par ${by}, ${timeOfDay(at)}`,
  assigned: (to) => fr`Prise en charge : ${to}`,
  shelved: (until, by) => `En attente jusqu’à ${timeOfDay(until)}, par ${by}`,
  unanswered: (times) =>
    times === 1 ? 'Personne n’a répondu' : `Personne n’a répondu après ${times} appels`,
  help: (by, at) => `${by} demande de l’aide, ${timeOfDay(at)}`,
  helped: (by, at) => `${by} a demandé de l’aide, ${timeOfDay(at)}`,
  said: (by, at) => `${by}, ${timeOfDay(at)}`,
  comments: (count) => `${count} ${plural(count, 'commentaire', 'commentaires')}`,
  shelf: (count) => `En attente (${count})`,
  unseen: (count) => `Terminées, non acquittées (${count})`,
  unacknowledged: 'Non acquittée',
  fault: (code) => wordsFor(faults, code) ?? fr`Cela n’a pas fonctionné ; rien n’a été fait.`,
};
