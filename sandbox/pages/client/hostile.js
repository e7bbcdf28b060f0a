/* Served only while the sandbox is told to be hostile, after a line that defines MODES. Runs before everything else. */
const HIGHEST = '2147483647';
const on = (mode) => MODES.includes(mode);
const ready = (work) => (document.body ? work() : document.addEventListener('DOMContentLoaded', work));
const mine = (node) => ['HEAD', 'BODY'].includes(node.nodeName) || node.id === 'app' || node.id === 'hostile-cover';
window.hostileSeen = { removed: 0, messages: 0, shadows: 0, elements: [] };

/** Takes away whatever somebody else adds beside the app. */
function fightRemove() {
  const sweep = () => {
    for (const parent of [document.documentElement, document.body]) {
      for (const child of [...(parent?.children ?? [])]) {
        if (mine(child)) continue;
        child.remove();
        window.hostileSeen.removed += 1;
      }
    }
  };
  new MutationObserver(sweep).observe(document.documentElement, { childList: true });
  ready(() => new MutationObserver(sweep).observe(document.body, { childList: true }));
  ready(sweep);
}

/** Lays a sheet over everything, and lays it on top again whenever something comes after it. */
function fightCover() {
  const sheet = document.createElement('div');
  sheet.id = 'hostile-cover';
  Object.assign(sheet.style, { position: 'fixed', inset: '0', zIndex: HIGHEST, background: 'rgba(20, 20, 40, 0.35)' });
  ready(() => {
    document.documentElement.append(sheet);
    setInterval(() => {
      if (document.documentElement.lastElementChild !== sheet) document.documentElement.append(sheet);
    }, 100);
  });
}

/** Sends messages of every make to itself and to every frame, and counts what comes back. */
function fightMessages() {
  const commands = ['contact.push', 'panel.open', 'connections.list', 'subject.seen', 'token.read'];
  const makes = [
    (command) => ({ type: command, id: 1, payload: { contactId: 1 } }),
    (command) => JSON.stringify({ type: command }),
    (command) => ({ kind: command, __proto__: { admin: true } }),
    () => null,
    () => 'x'.repeat(100_000),
  ];
  addEventListener('message', (event) => {
    if (event.source !== window) window.hostileSeen.messages += 1;
  });
  let turn = 0;
  setInterval(() => {
    const message = makes[turn % makes.length](commands[turn % commands.length]);
    turn += 1;
    window.postMessage(message, '*');
    for (let index = 0; index < window.frames.length; index += 1) window.frames[index].postMessage(message, '*');
  }, 50);
}

/** Replaces what an extension would build with, to look into it or to break it. */
function fightPrototype() {
  const { attachShadow, appendChild, append } = Element.prototype;
  const foreign = (node) => node instanceof Element && ['IFRAME', 'FRAME', 'OBJECT'].includes(node.nodeName);
  Element.prototype.attachShadow = function (options) {
    window.hostileSeen.shadows += 1;
    const root = attachShadow.call(this, { ...options, mode: 'open' });
    window.hostileSeen.elements.push(root);
    return root;
  };
  Node.prototype.appendChild = function (node) {
    if (foreign(node)) throw new TypeError('refused by the page');
    return appendChild.call(this, node);
  };
  Element.prototype.append = function (...nodes) {
    return append.apply(
      this,
      nodes.filter((node) => !foreign(node)),
    );
  };
  window.MutationObserver = class {
    observe() {}
    disconnect() {}
    takeRecords() {
      return [];
    }
  };
  customElements.define = () => {
    throw new TypeError('refused by the page');
  };
}

if (on('remove')) fightRemove();
if (on('cover')) fightCover();
if (on('post-messages')) fightMessages();
if (on('prototype')) fightPrototype();
