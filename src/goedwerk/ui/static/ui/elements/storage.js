// What stays on this device alone. Browsers may refuse storage; then nothing is promised.

const PREFIX = "goedwerk:"

/** @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** @param {string} key @returns {any} what was kept, or null */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null")
  } catch {
    return null
  }
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing could be kept, so there is nothing to forget.
  }
}

/** Erase everything that the platform kept on this device. */
export function forgetAll() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    for (const key of ours) localStorage.removeItem(key)
  } catch {
    // As above.
  }
}
