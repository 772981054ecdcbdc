// The tab's memory; where the browser allows none, the page's own, so that at least everything else works.
const own = new Map();

function tab() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export const store = {
  get: (key) => tab()?.getItem(key) ?? own.get(key) ?? null,
  set(key, value) {
    try {
      tab().setItem(key, value);
    } catch {
      own.set(key, value);
    }
  },
  remove(key) {
    own.delete(key);
    tab()?.removeItem(key);
  },
  clear() {
    own.clear();
    tab()?.clear();
  },
};
