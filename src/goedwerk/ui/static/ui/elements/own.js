// <gw-own data-key="…"> holds fields that nobody but the writer reads: they have no name, so no form sends them, and what
// is typed lives on this device alone. Inside: [data-kept-here] and [data-not-kept] are notices that start hidden.
import { keep, kept } from "./storage.js"

class Own extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.#fields().forEach((field, place) => (field.value = kept(this.dataset.key)?.[place] ?? field.value))
    this.addEventListener("input", this.save, { signal: this.stop.signal })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  save = () => {
    const done = keep(
      this.dataset.key,
      this.#fields().map((field) => field.value),
    )
    this.querySelector("[data-kept-here]")?.toggleAttribute("hidden", !done)
    this.querySelector("[data-not-kept]")?.toggleAttribute("hidden", done)
  }

  // Private

  /** @returns {any[]} */
  #fields() {
    return [...this.querySelectorAll("textarea:not([name]), input:not([name])")]
  }
}

customElements.define("gw-own", Own)
