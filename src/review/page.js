// What moves in the report: filters, the way from change to change, and how pages are looked at. Without it all is there
// to be read; nothing here makes text, except counts.

(() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const one = selector => document.querySelector(selector);
  const root = document.documentElement;
  const [position, help, shown] = [one('[data-position]'), one('.help'), one('[data-shown]')];
  const changes = all('.change');
  const views = all('[name="view"]');
  const outlines = one('[name="outlines"]');
  const following = one('[name="following"]');
  let current;

  for (const part of all('.needs-script')) part.hidden = false;
  for (const change of changes) change.tabIndex = -1;

  // The changes that can be seen now: not filtered away, and not in what is folded.
  const visible = () => changes.filter(change => change.checkVisibility() && !isFolded(change));

  function isFolded(change) {
    const folds = change.parentElement?.closest('details:not([open])');
    return folds !== null && folds !== undefined;
  }

  // The counter

  function tell() {
    if (!position) return;
    const list = visible();
    const index = list.indexOf(current);
    const words =
      index < 0
        ? `${list.length} ${list.length === 1 ? 'onderdeel' : 'onderdelen'}`
        : `${index + 1} van ${list.length}`;
    if (position.textContent !== words) position.textContent = words;
  }

  function select(change, { focus }) {
    current = change;
    if (focus) {
      change.focus({ preventScroll: true });
      change.scrollIntoView({ block: change.offsetHeight > innerHeight * 0.7 ? 'start' : 'center' });
    }
    tell();
  }

  function go(step) {
    const list = visible();
    if (list.length === 0) return;
    const index = list.indexOf(current);
    const next = index >= 0 ? index + step : step > 0 ? firstBelow(list) : firstBelow(list) - 1;
    select(list[Math.max(0, Math.min(list.length - 1, next))], { focus: true });
  }

  // Where reading is now, when no change was chosen yet.
  function firstBelow(list) {
    const index = list.findIndex(change => change.getBoundingClientRect().bottom > 0);
    return index < 0 ? list.length - 1 : index;
  }

  // Filters

  const chosen = name => new Set(all(`[name="${name}"]:checked`).map(({ value }) => value));

  function filter() {
    const [kinds, publications] = [chosen('kind'), chosen('publication')];
    const hasPublications = one('[name="publication"]') !== null;
    const isIn = list => !hasPublications || list.length === 0 || list.some(index => publications.has(index));
    for (const change of changes) {
      const own = change.dataset.publications.split(' ').filter(Boolean);
      put(change, kinds.has(change.dataset.kind) && isIn(own));
    }
    for (const part of all('[data-publication]')) put(part, isIn([part.dataset.publication].filter(Boolean)));
    for (const fold of all('.following')) {
      fold.open = following?.checked === true || fold.open;
      put(fold, fold.querySelector('.change:not([hidden])') !== null);
    }
    for (const part of all('.group, .part')) {
      const isOff = part.matches('[data-publication]') && !isIn([part.dataset.publication]);
      put(part, !isOff && part.querySelector('.change:not([hidden])') !== null);
    }
    for (const name of all('.section-name'))
      put(
        name,
        followers(name).some(change => !change.hidden),
      );
    report();
  }

  // The changes below the name of a section, up to the next name.
  function followers(name) {
    const found = [];
    for (let next = name.nextElementSibling; next?.matches('.change'); next = next.nextElementSibling) found.push(next);
    return found;
  }

  function put(part, isShown) {
    part.hidden = !isShown;
  }

  function report() {
    const count = changes.filter(change => !change.closest('[hidden]')).length;
    if (shown) shown.textContent = count === changes.length ? '' : `${count} van ${changes.length} zichtbaar`;
    tell();
  }

  function showFollowing(isOn) {
    for (const fold of all('.following')) fold.open = isOn;
    report();
  }

  // Pages

  function look() {
    const view = views.find(({ checked }) => checked)?.value ?? 'beside';
    for (const { value } of views) root.classList.toggle(`view-${value}`, value === view);
    root.classList.toggle('no-outlines', outlines?.checked === false);
  }

  function nextView() {
    const index = views.findIndex(({ checked }) => checked);
    const next = views[(index + 1) % views.length];
    if (next) next.checked = true;
    look();
  }

  function toggle(box, done) {
    if (!box) return;
    box.checked = !box.checked;
    done();
  }

  // Keys: single ones can be switched off in the help, and arrows stay with sliders, choices and what scrolls.

  const keys = {
    n: () => go(1),
    j: () => go(1),
    p: () => go(-1),
    k: () => go(-1),
    v: nextView,
    o: () => toggle(outlines, look),
    g: () => toggle(following, () => showFollowing(following.checked)),
    '?': () => help?.showModal(),
    ArrowRight: () => go(1),
    ArrowLeft: () => go(-1),
  };

  function press(event) {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    const isTaken = ctrlKey || altKey || metaKey || event.defaultPrevented || help?.open;
    const isArrow = key.startsWith('Arrow');
    const isTyping = target.closest?.('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select');
    const isMoving = isArrow && target.closest?.('input, .scrolls');
    if (isTaken || isTyping || isMoving || !Object.hasOwn(keys, key)) return;
    if (one('[name="keys"]')?.checked === false) return;
    event.preventDefault();
    keys[key]();
  }

  // A link to what is folded or filtered away opens it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) {
      for (const box of all('[name="kind"], [name="publication"]')) box.checked = true;
      filter();
    }
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    if (target.matches('.change')) select(target, { focus: true });
  }

  document.addEventListener('keydown', press);
  document.addEventListener('focusin', ({ target }) => {
    const change = target.closest?.('.change');
    if (change && change !== current) select(change, { focus: false });
  });
  document.addEventListener('input', ({ target }) => {
    if (target.type !== 'range') return;
    target.closest('.pair').style.setProperty('--part', `${target.value}%`);
  });
  document.addEventListener('change', ({ target }) => {
    if (target.name === 'kind' || target.name === 'publication') filter();
    if (target.name === 'following') showFollowing(target.checked);
    if (target.name === 'view' || target.name === 'outlines') look();
  });
  document.addEventListener('submit', event => {
    if (!event.target.matches('[method="dialog"]')) event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('button');
    if (button?.dataset.go) go(Number(button.dataset.go));
    if (button && 'help' in button.dataset) help.showModal();
    // A second click on the same link leads there again.
    const link = target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) reveal();
  });
  for (const fold of all('details')) fold.addEventListener('toggle', tell);
  addEventListener('hashchange', reveal);
  const openedForPrint = new Set();
  addEventListener('beforeprint', () => {
    for (const fold of all('details:not([open])')) openedForPrint.add(fold);
    for (const fold of openedForPrint) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of openedForPrint) fold.open = false;
    openedForPrint.clear();
  });

  look();
  tell();
  if (location.hash) reveal();
})();
