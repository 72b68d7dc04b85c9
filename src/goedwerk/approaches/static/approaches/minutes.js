// <gw-minutes data-available="60" data-fits="minutes; {left} of your {all} left." data-over="minutes; {more} more than you have.">
// around the steps and their sum: adds the minutes up while somebody types. Only [data-counts] count.

class Minutes extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("input", this.update, { signal: this.stop.signal })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  update = () => {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[data-counts]"))
    const sum = [...fields].reduce((total, field) => total + (Number.parseInt(field.value, 10) || 0), 0)
    const left = Number(this.dataset.available) - sum
    const words = left < 0 ? this.dataset.over.replace("{more}", String(-left)) : this.dataset.fits.replace("{left}", String(left))
    this.querySelector("[data-sum]").textContent = String(sum)
    this.querySelector("[data-says]").textContent = words.replace("{all}", this.dataset.available)
  }
}

customElements.define("gw-minutes", Minutes)
