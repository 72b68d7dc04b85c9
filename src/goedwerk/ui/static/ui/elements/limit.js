// <gw-limit data-max="500" data-left="Characters left: %s" data-over="Too long by %s characters"> around a field: says how
// much room is left in its [data-says], and cuts nothing off.

class Limit extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("input", this.update, { signal: this.stop.signal })
    this.addEventListener("gw-draft:back", this.update, { signal: this.stop.signal })
    this.update()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  update = () => {
    const field = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea, input"))
    const left = Number(this.dataset.max) - field.value.length
    const words = left < 0 ? this.dataset.over : this.dataset.left
    this.querySelector("[data-says]").textContent = words.replace("%s", String(Math.abs(left)))
    field.toggleAttribute("aria-invalid", left < 0)
    if (left < 0) field.setAttribute("aria-invalid", "true")
  }
}

customElements.define("gw-limit", Limit)
