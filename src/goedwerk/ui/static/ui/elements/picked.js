// <gw-picked data-max="3" data-text="%n of %q picked" data-over="%n picked, that is more than %q"> around checkboxes: says
// how many are picked in its [data-says] (role=status). It disables nothing; the server answers too many with a message.

class Picked extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("change", this.update, { signal: this.stop.signal })
    this.addEventListener("gw-draft:back", this.update, { signal: this.stop.signal })
    this.update()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  update = () => {
    const count = this.querySelectorAll("input[type=checkbox]:checked").length
    const words = count > Number(this.dataset.max) ? this.dataset.over : this.dataset.text
    this.querySelector("[data-says]").textContent = words.replace("%n", String(count)).replace("%q", this.dataset.max)
    this.dispatchEvent(new CustomEvent("gw-picked:change", { bubbles: true, detail: { count } }))
  }
}

customElements.define("gw-picked", Picked)
