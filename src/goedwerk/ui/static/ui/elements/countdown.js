// <gw-countdown data-ends data-now data-total data-paused> counts down to a moment of the server, whatever the clock of
// this device says. It never turns red, stops nothing, and is not read out every second.

class Countdown extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.ahead = this.dataset.now ? Date.now() - Date.parse(this.dataset.now) : 0
    this.tick()
    if (!this.hasAttribute("data-paused")) this.timer = setInterval(() => this.tick(), 500)
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  // Actions

  tick() {
    const left = Math.max(0, Math.ceil((Date.parse(this.dataset.ends) - Date.now() + this.ahead) / 1000))
    if (Number.isNaN(left)) return
    this.querySelector("[data-left]").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
    this.querySelector("[data-over]")?.toggleAttribute("hidden", left > 0)
    this.#ring(left)
    if (left === 0 && !this.over) this.#finish()
  }

  // Private

  #ring(left) {
    const total = Number(this.dataset.total)
    if (total) this.querySelector("[data-ring]")?.setAttribute("stroke-dashoffset", String(100 - (100 * left) / total))
  }

  #finish() {
    this.over = true
    this.dispatchEvent(new CustomEvent("gw-countdown:over", { bubbles: true }))
  }
}

customElements.define("gw-countdown", Countdown)
