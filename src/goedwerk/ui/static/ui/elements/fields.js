// Reading and filling the fields of a form, and whether somebody is busy in them.

const CONTROLS = "input:not([type=hidden]), textarea, select"
const TYPED = "input:not([type=hidden], [type=radio], [type=checkbox]), textarea"

/** @param {Element} place @returns {any[]} */
export const controls = (place) => [...place.querySelectorAll(CONTROLS)]

/** Whether a field differs from what the server sent. @param {any} field */
export function changed(field) {
  if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected) && !untouched(field)
  return field.value !== field.defaultValue
}

// A select without a chosen option shows its first one; that is nobody's choice.
function untouched(select) {
  return ![...select.options].some((option) => option.defaultSelected) && select.selectedIndex <= 0
}

/** Whether something here would be lost if it were replaced. @param {Element} place */
export function isBusy(place) {
  const open = controls(place).filter((field) => !field.closest("gw-own, [data-not-sent]"))
  return Boolean(place.querySelector("[data-unsaved]")) || open.some(changed) || isTyping(place)
}

function isTyping(place) {
  const field = document.activeElement
  return place.contains(field) && field.matches(TYPED) && field.value !== ""
}

/** @param {any[]} fields @returns {[string, string][]} names and values of what is filled in */
export function values(fields) {
  return fields
    .filter((field) => field.name && field.type !== "password" && field.name !== "csrfmiddlewaretoken")
    .filter((field) => (["radio", "checkbox"].includes(field.type) ? field.checked : true))
    .map((field) => [field.name, field.value])
}

/** Put values back by name. @param {any[]} fields @param {[string, string][]} pairs */
export function fill(fields, pairs) {
  const names = new Set(pairs.map(([name]) => name))
  for (const field of fields) {
    if (["radio", "checkbox"].includes(field.type)) {
      field.checked = pairs.some(([name, value]) => name === field.name && value === field.value)
    } else if (names.has(field.name)) {
      field.value = pairs.find(([name]) => name === field.name)[1]
    }
  }
}
