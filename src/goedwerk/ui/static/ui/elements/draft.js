// <gw-draft data-key="…"> keeps what is typed in the form inside it on this device, and puts it back after a closed tab
// or a lost connection. <gw-draft data-key="…" data-kept> says that the server has it: the draft is erased.
// Inside: [data-put-back], [data-kept-here] and [data-not-kept] are notices that start hidden; [data-drop] is a button
// that throws the draft away.
import { changed, controls, fill, values } from "./fields.js"
import { forget, keep, kept } from "./storage.js"

class Draft extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    if (this.hasAttribute("data-kept")) return forget(this.dataset.key)
    this.addEventListener("input", this.save, { signal })
    this.addEventListener("change", this.save, { signal })
    this.addEventListener("click", this.drop, { signal })
    this.putBack()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  save = () => {
    const done = keep(this.dataset.key, values(this.#fields()))
    this.#show("[data-kept-here]", done)
    this.#show("[data-not-kept]", !done)
  }

  putBack() {
    const pairs = kept(this.dataset.key)
    if (!pairs) return
    fill(this.#fields(), pairs)
    if (!this.#fields().some(changed)) return
    this.#show("[data-put-back]", true)
    this.dispatchEvent(new CustomEvent("gw-draft:back", { bubbles: true }))
  }

  drop = (event) => {
    if (!event.target.closest("[data-drop]")) return
    forget(this.dataset.key)
    this.querySelector("form")?.reset()
    this.#show("[data-put-back]", false)
    this.#show("[data-kept-here]", false)
  }

  // Private

  #fields() {
    return controls(this).filter((field) => field.name && !field.closest("gw-own"))
  }

  #show(selector, shown) {
    this.querySelector(selector)?.toggleAttribute("hidden", !shown)
  }
}

customElements.define("gw-draft", Draft)
