// Making elements, and turning what stands on the page into what should stand there without losing the focus.

/** @param {string} tag @param {Record<string, any>} attributes @param {any[]} children @returns {HTMLElement} */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value != null) made.setAttribute(name, value === true ? "" : String(value))
  }
  made.append(...children.flat().filter((child) => child != null && child !== false))
  return made
}

/** Words that only a screen reader says. @param {string} text */
export const hidden = (text) => el("span", { class: "gw-hidden" }, text)

/** Fill `%(name)s` in. @param {string} text @param {Record<string, any>} values */
export const say = (text, values = {}) => text.replace(/%\((\w+)\)s/g, (_whole, name) => String(values[name]))

/** The same for a number that decides between one and many. @param {string[]} both @param {number} n */
export const count = (both, n, values = {}) => say(both[n === 1 ? 0 : 1], { n, ...values })

/** Make `old` the same as `fresh`; an element that stays keeps its focus, so a screen reader is not interrupted. */
export function morph(old, fresh) {
  if (old.nodeName !== fresh.nodeName || old.dataset?.key !== fresh.dataset?.key) return old.replaceWith(fresh)
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data
    return
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  const [were, are] = [[...old.childNodes], [...fresh.childNodes]]
  are.forEach((child, place) => (were[place] ? morph(were[place], child) : old.append(child)))
  were.slice(are.length).forEach((child) => child.remove())
}
