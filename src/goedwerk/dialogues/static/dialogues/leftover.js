// <gw-leftover data-prefix="CODE:" data-current="CODE:step" data-done="CODE:a CODE:b" hidden> offers back what was typed
// in a step that closed before it was sent, and forgets the drafts that the server has by now. Inside: a read-only
// textarea, and a button [data-drop] that throws the text away.
import { forget, kept } from "../ui/elements/storage.js"

class Leftover extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("click", this.drop, { signal: this.stop.signal })
    this.#done().filter(isDraft).forEach(forget)
    this.offer()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  offer() {
    const text = this.#left().flatMap(typed).join("\n\n")
    // The default value, so that the text does not count as typed on this page.
    this.querySelector("textarea").defaultValue = text
    this.hidden = text === ""
  }

  drop = (event) => {
    if (!event.target.closest("[data-drop]")) return
    this.#left().forEach(forget)
    this.offer()
  }

  // Private

  #left() {
    const settled = new Set([this.dataset.current, ...this.#done()])
    return keys(this.dataset.prefix).filter((key) => !settled.has(key) && isDraft(key))
  }

  #done() {
    return (this.dataset.done ?? "").split(" ").filter(Boolean)
  }
}

function keys(prefix) {
  try {
    const start = `goedwerk:${prefix}`
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice("goedwerk:".length))
  } catch {
    return []
  }
}

// A draft is a list of [name, value]; texts that are nobody else's are kept as a plain list, and stay where they are.
const isDraft = (key) => (kept(key) ?? []).some(Array.isArray)

// What somebody wrote, not the key of what they chose.
const typed = (key) => kept(key).map(([, value]) => value).filter((value) => /\s/.test(value.trim()))

customElements.define("gw-leftover", Leftover)
