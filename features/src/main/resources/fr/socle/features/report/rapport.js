(function () {
  'use strict';
  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }
  function make(name, className, text) {
    var node = document.createElement(name);
    if (className) { node.className = className; }
    // Text only, never markup: what stands here came from the software under test.
    if (text !== undefined && text !== null) { node.textContent = text; }
    return node;
  }

  function drawTable(sheet, view) {
    var box = make('details', 'tab');
    box.open = sheet.o;
    box.appendChild(make('summary', '', sheet.t));
    var table = make('table');
    sheet.r.forEach(function (cells) {
      var line = make('tr');
      var head = make('th', '', cells[1]);
      head.scope = 'row';
      head.style.setProperty('--d', Math.min(cells[0], 10));
      var value = make('td', '', cells[2]);
      (cells[3] || []).forEach(function (number) {
        line.className = 'vise';
        line.tabIndex = -1;
        line.dataset.n = (line.dataset.n || ' ') + number + ' ';
        value.appendChild(make('span', 'ici', '◀ constat ' + number));
      });
      line.appendChild(head);
      line.appendChild(value);
      table.appendChild(line);
    });
    box.appendChild(table);
    view.appendChild(box);
  }

  function folded(title, text, className) {
    var box = make('details', 'tab');
    box.appendChild(make('summary', '', title));
    box.appendChild(make('pre', className, text));
    return box;
  }

  function drawRaw(title, raw, view) {
    if (!raw) { return; }
    var body = raw.b === undefined ? '(corps de ' + raw.n + ' octets qui n’est pas du texte)' : raw.b;
    var end = raw.cut || raw.x ? '\n\n(suite coupée ici, entière dans le dossier exchanges/)' : '';
    view.appendChild(folded(title, raw.h + '\n\n' + body + end));
  }

  function quoted(text) {
    if (text.indexOf('\r') >= 0) {
      // A copied page loses carriage returns: they are spelled out.
      return "$'" + text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")
        .replace(/\r/g, '\\r').replace(/\n/g, '\\n') + "'";
    }
    return "'" + text.replace(/'/g, "'\\''") + "'";
  }

  function drawCurl(sheet, view) {
    if (!sheet.c) { return; }
    var raw = sheet.q;
    var line = sheet.c;
    var note = '';
    if (raw && raw.n > 0) {
      if (raw.b !== undefined && !raw.x) {
        // Not --data-binary: a body that begins with @ would be read as the name of a file.
        line += ' --data-raw ' + quoted(raw.b);
      } else {
        line += ' --data-binary @corps.bin';
        note = '# corps.bin : le corps de la requête, à extraire du dossier exchanges/\n';
      }
    }
    view.appendChild(folded('Envoyer de nouveau, avec curl', note + line, 'tout'));
  }

  function draw(exchange) {
    if (exchange.dataset.drawn) { return; }
    exchange.dataset.drawn = '1';
    var sheet = JSON.parse(exchange.querySelector('script').textContent);
    var view = exchange.querySelector('.vue');
    view.textContent = '';
    sheet.t.forEach(function (table) { drawTable(table, view); });
    drawCurl(sheet, view);
    drawRaw('Octets de la requête', sheet.q, view);
    drawRaw('Octets de la réponse', sheet.a, view);
    if (!view.firstChild) {
      view.appendChild(make('p', 'note', 'Rien de plus n’a été conservé de cet échange.'));
    }
    all('.lieu', exchange).forEach(function (button) {
      var row = view.querySelector('tr[data-n~="' + button.dataset.n + '"]');
      button.hidden = !row;
      button.addEventListener('click', function () {
        row.closest('details').open = true;
        row.scrollIntoView({ block: 'center' });
        row.focus();
      });
    });
  }

  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === 'DETAILS') { node.open = true; }
    }
    if (target.classList.contains('ech')) { draw(target); }
    target.scrollIntoView();
  }

  function accepts(form, row) {
    return all('select', form).every(function (select) {
      return !select.value || row.dataset[select.name].split(' ').indexOf(select.value) >= 0;
    });
  }

  function filter(form, rows, noun, after) {
    function apply() {
      var active = all('select', form).some(function (select) { return select.value; });
      all('.reste', form.parentElement).forEach(function (box) { box.open = active; });
      all('.chapitre', form.parentElement).forEach(function (box) { box.open = box.open || active; });
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !accepts(form, row);
        shown += row.hidden ? 0 : 1;
        if (after) { after(row); }
      });
      all('.chapitre', form.parentElement).forEach(function (box) {
        box.hidden = active && !box.querySelector('tbody tr:not([hidden])');
      });
      form.querySelector('output').textContent = shown + ' sur ' + rows.length + ' ' + noun;
    }
    form.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('reset', function () { setTimeout(apply); });
    apply();
  }

  var squares = {};
  all('a.sq').forEach(function (square) { squares[square.getAttribute('href').slice(1)] = square; });
  all('#matrice .filtres').forEach(function (form) {
    filter(form, all('.exi tbody tr'), 'exigences', function (row) {
      if (squares[row.id]) { squares[row.id].classList.toggle('off', row.hidden); }
    });
  });
  all('#scenarios .filtres').forEach(function (form) { filter(form, all('.carte'), 'scénarios'); });
  // Toggle events do not bubble: listened to on the way down.
  document.addEventListener('toggle', function (event) {
    if (event.target.classList.contains('ech') && event.target.open) { draw(event.target); }
  }, true);
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    all('#corriger details,.carte,.chapitre,.reste,.annexes,.groupe').forEach(function (box) { box.open = true; });
  });
  reveal();
})();
