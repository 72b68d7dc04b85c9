// Sealed answers on this device: who holds the return code opens them, nobody else. Nothing of this is sent anywhere.
// The format stands in docs/reference/sealed-answers.md; a record of an older version stays readable.
import { keep, kept } from "../ui/elements/storage.js"

const VERSION = 1
const LABEL = new TextEncoder().encode("goedwerk sealed answer 1")
const SIZE = 1024
const PREFIX = "sealed:"

/** Browsers seal on a secure connection only. */
export const canSeal = () => Boolean(globalThis.crypto?.subtle)

/** @param {string} code @param {object} answer @returns {Promise<object>} a record that can be kept */
export async function seal(code, answer) {
  const [salt, iv] = [random(16), random(12)]
  const sealed = await crypto.subtle.encrypt(lock(iv), await keyOf(code, salt), padded(JSON.stringify(answer)))
  return { version: VERSION, salt: text(salt), iv: text(iv), sealed: text(new Uint8Array(sealed)) }
}

/** @param {string} code @param {any} record @returns {Promise<any>} the answer, or null when this code does not fit */
export async function open(code, record) {
  if (record?.version !== VERSION || !canSeal()) return null
  try {
    const key = await keyOf(code, bytes(record.salt))
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(lock(bytes(record.iv)), key, bytes(record.sealed))))
  } catch {
    return null
  }
}

/** @returns {string[]} the keys of every record on this device */
export function sealedKeys() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`goedwerk:${PREFIX}`))
      .map((key) => key.slice("goedwerk:".length))
  } catch {
    return []
  }
}

export const record = (key) => kept(key)

export const keepRecord = (record) => keep(PREFIX + text(random(9)), record)

const plain = (code) => code.toUpperCase().replace(/[^0-9A-Z]/g, "")

async function keyOf(code, salt) {
  const token = await crypto.subtle.importKey("raw", new TextEncoder().encode(plain(code)), "HKDF", false, ["deriveKey"])
  const how = { name: "HKDF", hash: "SHA-256", salt, info: LABEL }
  return crypto.subtle.deriveKey(how, token, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
}

const lock = (iv) => ({ name: "AES-GCM", iv, additionalData: LABEL })

// Filled up with spaces, so that its length does not tell what was answered.
function padded(json) {
  const plain = new TextEncoder().encode(json)
  const filled = new Uint8Array(Math.ceil(plain.length / SIZE) * SIZE).fill(32)
  filled.set(plain)
  return filled
}

const random = (length) => crypto.getRandomValues(new Uint8Array(length))
const text = (bytes) => btoa(String.fromCharCode(...bytes))
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
