(function () {
  'use strict';
  var find = function (id) { return document.getElementById(id); };
  var text = find('text'), level = find('level'), outcome = find('outcome'), provenance = find('provenance'), profile = find('profile');
  var choices = [level, outcome, provenance, profile];
  var requirements = Array.prototype.slice.call(document.querySelectorAll('.requirement'));
  var topics = Array.prototype.slice.call(document.querySelectorAll('.topic'));
  var words = requirements.map(function (r) { return r.textContent.toLowerCase(); });

  function has(choice, words) {
    return !choice.value || words.split(' ').indexOf(choice.value) >= 0;
  }

  function clear() {
    text.value = '';
    choices.forEach(function (choice) { choice.value = ''; });
  }

  function filter() {
    if (!text) return;
    var wanted = text.value.trim().toLowerCase(), shown = 0;
    requirements.forEach(function (r, i) {
      var match = (!wanted || words[i].indexOf(wanted) >= 0) &&
        (!level.value || r.dataset.level === level.value) &&
        has(outcome, r.dataset.outcomes) && has(provenance, r.dataset.provenance) && has(profile, r.dataset.profile);
      if (r.hidden === match) r.hidden = !match;
      if (match) shown++;
    });
    var chosen = wanted || choices.some(function (choice) { return choice.value; });
    topics.forEach(function (t) {
      t.hidden = !t.querySelector('.requirement:not([hidden])');
      if (chosen) t.open = true;
    });
    find('shown').textContent = shown + ' of ' + requirements.length + ' requirements';
  }

  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1)), target = id && find(id);
    for (var up = target; up; up = up.parentElement) {
      if (up.tagName === 'DETAILS') up.open = true;
      if (up.hidden) up.hidden = false;
    }
    if (target) target.scrollIntoView();
  }

  [text].concat(choices).forEach(function (field) {
    if (field) ['input', 'change'].forEach(function (event) { field.addEventListener(event, filter); });
  });
  if (find('reset')) find('reset').addEventListener('click', function () {
    clear();
    filter();
  });
  document.querySelectorAll('td button[data-outcome]').forEach(function (button) {
    button.addEventListener('click', function () {
      clear();
      level.value = button.dataset.level;
      outcome.value = button.dataset.outcome;
      filter();
      find('requirements').scrollIntoView();
      outcome.focus();
    });
  });
  function copied(button) {
    var label = button.textContent;
    button.textContent = 'copied';
    setTimeout(function () { button.textContent = label; }, 1500);
  }
  document.querySelectorAll('button.copy').forEach(function (button) {
    button.addEventListener('click', function () {
      var value = button.dataset.copy;
      // A page from a file has no clipboard of its own in every browser.
      var area = document.createElement('textarea');
      area.value = value;
      document.body.appendChild(area);
      area.select();
      document.execCommand('copy');
      area.remove();
      button.focus();
      copied(button);
    });
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === '/' && text && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      text.focus();
    }
  });
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    topics.forEach(function (t) { t.open = true; });
  });
  filter();
  reveal();
})();
