import type { Texts } from '../english.js';
import type { LifecycleFault } from '../english-lifecycle.js';
import { duration, timeOfDay } from '../times.js';
import { wordsFor } from '../words-for.js';

const faults: Readonly<Record<LifecycleFault, string>> = {
  'not-allowed': 'Su rol no lo permite.',
  'not-logged-in': 'Su sesión se ha cerrado. Inicie sesión de nuevo.',
  'no-such-alert': 'Esa alerta ya no existe.',
  cleared: 'La alerta se ha cerrado entretanto.',
  'too-grave': 'Una alerta crítica nunca se aplaza.',
  'too-many-comments': 'La alerta tiene 50 comentarios; no caben más.',
  'not-on-record': 'No se puede escribir en el registro, así que no se ha hecho nada.',
  unreachable: 'El servidor no responde; no se ha hecho nada.',
};

export const spanishLifecycle: Texts['lifecycle'] = {
  acknowledge: 'Reconocer',
  assignToMe: 'Asumir',
  comment: 'Comentar',
  send: 'Enviar',
  cancel: 'Cancelar',
  commentLabel: 'Lo que los demás deben saber',
  shelve: 'Aplazar',
  shelveFor: (minutes) => duration(minutes * 60),
  unshelve: 'Reactivar',
  acknowledged: (by, at) => `Reconocida por ${by}, ${timeOfDay(at)}`,
  assigned: (to) => `La lleva ${to}`,
  shelved: (until, by) => `Aplazada hasta las ${timeOfDay(until)} por ${by}`,
  unanswered: (times) =>
    times === 1 ? 'Nadie ha respondido' : `Nadie ha respondido, ${times} avisos`,
  help: (by, at) => `${by} pide ayuda, ${timeOfDay(at)}`,
  helped: (by, at) => `${by} pidió ayuda, ${timeOfDay(at)}`,
  said: (by, at) => `${by}, ${timeOfDay(at)}`,
  comments: (count) => (count === 1 ? '1 comentario' : `${count} comentarios`),
  shelf: (count) => `Aplazadas (${count})`,
  unseen: (count) => `Terminadas sin reconocer (${count})`,
  unacknowledged: 'Sin reconocer',
  fault: (code) => wordsFor(faults, code) ?? 'No ha funcionado; no se ha hecho nada.',
};
