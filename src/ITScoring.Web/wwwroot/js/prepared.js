// Documents that a job writes: while one is on its way its place on the page is looked up again, and the rest of the page is left alone.
const pause = 1500;

const pending = () => [...document.querySelectorAll('.prepared[data-refresh="on"]')];

async function look() {
  let page;
  try {
    const answer = await fetch(location.pathname, { headers: { 'X-Requested-With': 'fetch' }, redirect: 'error' });
    if (!answer.ok) return;
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    // The next look may reach the server.
  }

  for (const place of page ? pending() : []) {
    const now = page.getElementById(place.id);
    if (!now) continue;
    if (now.dataset.refresh === 'on') {
      const [bar, to] = [place.querySelector('progress'), now.querySelector('progress')];
      [bar.max, bar.value] = [to.max, to.value];
      place.querySelector('span').replaceChildren(...now.querySelector('span').childNodes);
    } else {
      place.replaceWith(now);
      document.getElementById('lap-xong').textContent = now.querySelector('a, .err').textContent + (now.querySelector('.err') ? '' : ' đã lập xong.');
    }
  }

  if (pending().length > 0) setTimeout(look, pause);
}

if (pending().length > 0) setTimeout(look, pause);
