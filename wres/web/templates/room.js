(() => {
  const here = location.pathname.replace(/\/vote$/, ''), status = document.getElementById('connection');
  const EVERY = 2000, LONGEST = 6000, PATIENCE = 8000;
  let room = document.getElementById('room'), shown = room.innerHTML;
  let moment = room.dataset.moment, wait = EVERY, unsent = null, lost = false, over = false, timer;

  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const ask = (path, more) => fetch(path, {cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...more});

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('room');
    if (!fresh) return;
    moment = fresh.dataset.moment || moment;
    // What somebody is filling in stays when only the moment has moved.
    if (fresh.innerHTML === shown) return;
    shown = fresh.innerHTML;
    room.replaceWith(fresh);
    room = fresh;
  }

  async function send() {
    const body = unsent, answer = await ask(here + '/vote', {method: 'POST', body});
    if (answer.status === 429 || answer.status >= 500) throw new Error('busy');
    if (unsent === body) unsent = null;
    show(await answer.text());
    room.focus();
  }

  async function look() {
    const answer = await ask(here + '/state', {headers: {'If-None-Match': `"${moment}"`}});
    if (answer.status >= 500) throw new Error('busy');
    over = answer.status === 404;
    if (over || answer.status === 200) show(await (await ask(here)).text());
  }

  async function turn() {
    clearTimeout(timer);
    try {
      if (unsent) await send();
      await look();
      if (lost) say(status.dataset.back); else if (wait === EVERY) say('');
      lost = false;
      wait = EVERY;
    } catch {
      lost = true;
      wait = Math.min(wait * 1.5, LONGEST);
      say(unsent ? status.dataset.unsent : status.dataset.lost);
    }
    if (!over) timer = setTimeout(turn, wait * (0.8 + Math.random() * 0.4));
  }

  document.addEventListener('submit', event => {
    event.preventDefault();
    unsent = new URLSearchParams(new FormData(event.target));
    turn();
  });
  addEventListener('online', turn);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) turn(); });
  timer = setTimeout(turn, EVERY);
})();
