import type { Catalogue } from '../catalogue.js';
import type { englishDrill } from '../english-drill.js';
import { fr } from './typography.js';

export const frenchDrill: Catalogue<typeof englishDrill> = {
  tell: 'Avertir aussi hors du poste de contrôle',
  tellNote: (word) =>
    `Les agents d’accueil par push et tous les canaux des règles, comme en réel, chaque message précédé de ${word}. Sinon, personne au-dehors n’est averti.`,
  peopleTold: 'Des personnes hors du poste de contrôle sont averties.',
  nobodyTold: 'Personne n’est averti hors du poste de contrôle.',
  heading: 'Exercice',
  explained: fr`Une foule enregistrée ou simulée sur le vrai chemin, sur une page à part. Le vrai site reste surveillé ; rien d’un exercice n’est conservé.`,
  none: fr`Aucun enregistrement pour un exercice. Indiquez un dossier dans les réglages (drills.folder) et écrivez-en un avec « throng-server simulate ».`,
  mayNot: 'Votre rôle ne lance pas d’exercices.',
  scenario: 'Enregistrement',
  speed: 'Vitesse',
  fromMinute: 'À partir de la minute',
  begin: 'Lancer l’exercice',
  end: 'Terminer l’exercice',
  open: 'Ouvrir l’exercice',
  leave: 'Vers le vrai site',
  looking: 'Le serveur est interrogé',
  over: 'L’exercice est terminé.',
  runs: (scenario, by, speed) =>
    fr`« ${scenario} » est en cours${speed === 1 ? '' : ` à ${speed} fois la vitesse`}, lancé par ${by}. Rien ici n’est réel.`,
  real: 'SITE RÉEL',
  realCalm: 'aucune alerte de foule',
  realUnknown: fr`inconnu à présent : la connexion est perdue`,
  interrupted: 'Ceci n’est pas un exercice',
  realStop: 'Le vrai spectacle est en train d’être arrêté.',
  toReal: 'Aller au vrai site',
  fault: (code) => fr`Cela n’a pas marché (${code}) ; rien n’a été fait.`,
};
