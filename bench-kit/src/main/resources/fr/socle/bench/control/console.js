'use strict';
(() => {
  const KEPT = 200;
  const SOURCES = {
    TEXTE: 'texte national', NORME: 'norme publique', SECONDE_MAIN: 'lecture à confirmer',
    VU: 'observé, simple réserve', CONNU: 'usage connu, simple réserve', SUPPOSE: 'supposé, pour information',
  };
  const BLOCKING = ['TEXTE', 'NORME', 'SECONDE_MAIN'];
  const list = document.getElementById('echanges');
  const state = document.getElementById('etat');
  const base = list.dataset.echanges;

  const add = (parent, name, text, kind) => {
    const child = document.createElement(name);
    child.textContent = text;
    if (kind) child.className = kind;
    parent.append(child);
    return child;
  };

  const weight = finding => {
    if (BLOCKING.includes(finding.source)) return 'bloquant';
    return finding.source === 'SUPPOSE' ? 'information' : 'reserve';
  };

  const gravity = exchange => {
    const weights = exchange.findings.map(weight);
    return ['bloquant', 'reserve'].find(w => weights.includes(w)) || 'net';
  };

  const show = exchange => {
    const item = document.createElement('li');
    item.className = gravity(exchange);
    const words = [exchange.transaction || exchange.service, exchange.method, exchange.target, exchange.status];
    add(item, 'h3', '#' + exchange.sequence + ' ' + words.filter(w => w !== undefined).join(' '));
    const when = new Date(exchange.startedAt).toLocaleTimeString('fr-FR');
    const kinds = { HTTP: '', HANDSHAKE: ', poignée de main TLS refusée', CONNECTION: ', connexion sans requête lisible' };
    const line = add(item, 'p', when + ', ' + Math.round(exchange.durationMicros / 1000) + ' ms' + kinds[exchange.kind] + ' ');
    for (const [what, label] of [['request', 'demande'], ['response', 'réponse']]) {
      const link = add(line, 'a', label);
      link.href = base + '/' + exchange.sequence + '/raw/' + what;
      line.append(' ');
    }
    if (exchange.refusal) add(item, 'p', 'Refus ' + exchange.refusal.code + ' : ' + exchange.refusal.reason, 'refus');
    if (exchange.faults.length) add(item, 'p', 'Panne jouée : ' + exchange.faults.join(', '));
    for (const finding of exchange.findings) {
      const note = add(item, 'p', '', weight(finding));
      add(note, 'strong', finding.mend);
      add(note, 'span', ' Trouvé : ' + finding.found + ' ; attendu : ' + finding.expected + '. À ' + finding.location
        + '. Règle ' + finding.rule + ', source : ' + finding.sourceKey + ' (' + SOURCES[finding.source] + ').');
    }
    if (!exchange.findings.length) add(item, 'p', 'Rien à redire.', 'net');
    list.prepend(item);
    while (list.children.length > KEPT) list.lastElementChild.remove();
  };

  const stream = new EventSource(base + '/live?after=0');
  stream.addEventListener('open', () => { state.textContent = 'À l\'écoute.'; });
  stream.addEventListener('exchange', event => show(JSON.parse(event.data)));
  stream.addEventListener('error', () => { state.textContent = 'Le banc ne répond plus : nouvel essai en cours.'; });
})();
