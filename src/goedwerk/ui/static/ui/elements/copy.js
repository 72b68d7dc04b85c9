// <gw-copy data-from="#selector" data-done="Copied"><button type="button">Copy</button><span role="status"></span></gw-copy>

class Copy extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    this.stop = new AbortController()
    this.addEventListener("click", this.copy, { signal: this.stop.signal })
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  // Actions

  copy = async (event) => {
    if (!event.target.closest("button")) return
    const source = /** @type {any} */ (document.querySelector(this.dataset.from))
    const done = await write(source.value ?? source.textContent.trim()).catch(() => select(source))
    this.querySelector("[role=status]").textContent = done === false ? "" : this.dataset.done
  }
}

const write = async (text) => navigator.clipboard.writeText(text)

// The clipboard needs a secure connection; on plain HTTP the text is selected, ready for the keys of the reader.
function select(source) {
  if (source.select) source.select()
  else getSelection().selectAllChildren(source)
  return document.execCommand("copy")
}

customElements.define("gw-copy", Copy)
