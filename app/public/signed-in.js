// What pages that somebody is signed in for do besides: they warn before the session ends, list
// members while somebody types what to search for, and print a card. They are complete without it.
// @ts-check

/** Where the session is asked about, and kept. */
const SESSION = '/sign-in/session';
/** How many seconds before the end the warning is shown. */
const WARNING = 300;
/** After how many seconds a server that did not answer is asked again. */
const AGAIN = 30;
/** How many milliseconds nobody types before it is searched: not every letter is a search. */
const PAUSE = 300;

/** Posts a form's fields, never in an address: what is searched for is somebody's. */
const post = (/** @type {string} */ address, /** @type {Record<string, string>} */ fields) =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields) });

const note = document.getElementById('stay');
const stay = document.getElementById('stay-button');
if (note && stay) {
  /** @type {number | undefined} */
  let waiting;

  /** Shows one paragraph of the warning, or none. */
  const say = (/** @type {string} */ what) => {
    for (const part of note.querySelectorAll('p')) part.hidden = part.id !== what;
    // It stays where somebody is who has just pressed it.
    stay.hidden = what !== 'stay-soon' && document.activeElement !== stay;
  };

  // What was done in another tab counts, so nobody is warned before the server was asked. A
  // moment more, so that what is over is over there, too.
  const wait = (/** @type {number} */ seconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(''), (seconds + 1) * 1000);
  };

  const ask = async (/** @type {string} */ keep) => {
    const answer = await post(SESSION, { keep }).catch(() => undefined);
    // Without a connection the warning stays as it is.
    if (!answer?.ok) return wait(AGAIN);
    const left = Number(await answer.text());
    if (left > WARNING) {
      say(keep && 'stay-on');
      wait(left - WARNING);
    } else if (left > 0) {
      // What was just kept and is still about to end can be kept no longer.
      say(keep ? 'stay-last' : 'stay-soon');
      wait(left);
    } else {
      say('stay-over');
    }
  };

  stay.addEventListener('click', () => ask('yes'));
  // A device that slept has not counted the seconds.
  document.addEventListener('visibilitychange', () => document.hidden || ask(''));
  wait(Math.max(Number(note.dataset.left) - WARNING, 0));
}

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[role=search]'));
const field = /** @type {HTMLInputElement | null | undefined} */ (form?.querySelector('[name=text]'));
if (form && field) {
  let newest = 0;

  /** Lists what is found in the place of what was; whether it could. */
  const search = async (/** @type {string} */ address) => {
    const mine = ++newest;
    const text = field.value;
    const answer = await post(address, { text }).catch(() => undefined);
    const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
    // What was typed meanwhile is searched for instead.
    if (mine !== newest) return true;
    const found = page.getElementById('results');
    if (!found) return false;
    keep(address);
    document.getElementById('results')?.replaceWith(found);
    // A filter that is chosen from here on keeps the search; what is chosen in it already stays.
    const filter = /** @type {HTMLFormElement | null} */ (document.getElementById('filter'));
    const next = /** @type {HTMLFormElement | null} */ (page.getElementById('filter'));
    filter?.querySelector('[name=text]')?.remove();
    if (filter && next) filter.method = next.method;
    filter?.prepend(...(next?.querySelectorAll('[name=text]') ?? []));
    const said = document.getElementById('results-said');
    if (said) said.textContent = found.querySelector('p')?.textContent ?? '';
    return true;
  };

  // Whoever opens somebody and goes back finds the search again: it stays with this page in the
  // browser's history, beside its address. A browser may keep that for longer than the session, so
  // in another one it is taken out there and not used.
  const of = note?.dataset.of;
  const keep = (/** @type {string} */ address) =>
    history.replaceState({ text: field.value, of }, '', address);

  form.addEventListener('input', () => {
    const mine = ++newest;
    // Whatever goes wrong, the button is there, and its page says what it is.
    setTimeout(() => mine === newest && search(form.action), PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!(await search(form.action))) form.submit();
  });
  // The answer to a form says where it is only as far as the form did. Kept with its whole
  // address, it is asked for without the form when somebody comes back.
  if (field.value) keep(location.search ? location.href : form.action);
  else if (history.state?.text && history.state.of === of) {
    field.value = history.state.text;
    search(location.href);
  } else history.replaceState(null, '');
}

for (const print of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.print'))) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
