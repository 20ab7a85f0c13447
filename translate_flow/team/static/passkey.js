// Passkeys: made on the account's page, used on the page to sign in. Without them in the browser nothing is offered.

const able = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);
for (const part of document.querySelectorAll('[data-needs=passkeys]')) part.hidden = !able;

const WAYS = {
  in: ['/login/passkey', async (options) => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })],
  new: ['/account/passkey', async (options) => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })],
};

async function post(path, data) {
  const token = document.querySelector('meta[name="csrf"]')?.content ?? '';
  const response = await fetch(path, {
    method: 'POST', body: JSON.stringify(data), headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token },
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-passkey]');
  if (!button) return;
  const problem = document.getElementById('problem');
  problem.hidden = true;
  button.disabled = true;
  const [path, ask] = WAYS[button.dataset.passkey];
  try {
    const answer = await ask(await post(`${path}/options`, {}));
    await post(path, answer.toJSON());
    location.assign(button.dataset.next);
  } catch (error) {
    // What the browser says is for programmers; what the desk says is for the reader.
    problem.textContent = error instanceof DOMException || !error.message ? button.dataset.failed : error.message;
    problem.hidden = false;
    button.disabled = false;
  }
});
