// <gw-earlier data-question="…" data-round="…" data-code="…" hidden> shows what one answered here in an earlier round, from
// what this device kept sealed. Records that one's own code does not open stay closed until the code of then is typed in
// [data-then] and [data-open] is pressed. Nothing is sent: the field has no name and stands in no form.
import { open, record, sealedKeys } from "./sealed.js"

class Earlier extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    const { signal } = this.stop
    this.querySelector("[data-open]").addEventListener("click", this.openWithCode, { signal })
    this.look(this.dataset.code)
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  async look(code) {
    const opened = await Promise.all(sealedKeys().map((key) => open(code, record(key))))
    const found = opened.filter(Boolean).flatMap(({ answers }) => answers).filter(this.#isEarlier)
    this.hidden = !found.length && opened.every(Boolean)
    this.querySelector("[data-closed]").hidden = found.length > 0
    this.querySelector("[data-words]").replaceChildren(...found.flatMap(({ lines }) => lines).map(this.#line))
    return found.length
  }

  openWithCode = async () => {
    const found = await this.look(this.querySelector("[data-then]").value)
    this.querySelector("[role=status]").textContent = found ? "" : this.dataset.nothing
  }

  // Private

  #isEarlier = ({ question, round }) => question === this.dataset.question && round !== this.dataset.round

  #line = ([label, words]) => {
    const line = this.querySelector("template").content.cloneNode(true)
    line.querySelector("[data-label]").textContent = label
    line.querySelector("[data-text]").textContent = words
    return line
  }
}

customElements.define("gw-earlier", Earlier)
