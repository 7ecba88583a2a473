"""Boxes: content under a key and bound to what it is for; sealed, to a public key nobody can open with."""

import json
import secrets
import threading
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = 1
# What opening raises: wrong key, other binding, or a file that says something else.
WRONG = (InvalidTag, ValueError, KeyError, TypeError, RecursionError, OverflowError)

# Two derivations at once, each with several lanes, wait for each other for ever (OpenSSL 4.0).
_ONE_DERIVATION = threading.Lock()


def stretched(password: bytes, salt: bytes, kib: int, passes: int, lanes: int) -> bytes:
    """Return 32 bytes by Argon2id; whoever calls has bounded what that costs."""
    argon = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=kib)
    with _ONE_DERIVATION:
        return argon.derive(password)


def hkdf(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def said(*parts: object) -> bytes:
    """Return one unambiguous text of *parts*: what a box is bound to."""
    return json.dumps(
        ["zuoxi", FORMAT, *parts], ensure_ascii=True, separators=(",", ":"), sort_keys=True
    ).encode()


def box(key: bytes, content: bytes, bound: bytes) -> str:
    nonce = secrets.token_bytes(12)
    return (nonce + ChaCha20Poly1305(key).encrypt(nonce, content, bound)).hex()


def unbox(key: bytes, content: str, bound: bytes) -> bytes:
    raw = bytes.fromhex(content)
    return ChaCha20Poly1305(key).decrypt(raw[:12], raw[12:], bound)


def new_private() -> bytes:
    return X25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> str:
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def seal(content: bytes, public: str, bound: bytes) -> dict[str, str]:
    """Return *content* for whoever has the private key of *public* (X25519, hex); ValueError: no such key."""
    once = X25519PrivateKey.generate()
    once_public = once.public_key().public_bytes_raw()
    theirs = bytes.fromhex(public)
    shared = once.exchange(X25519PublicKey.from_public_bytes(theirs))
    key = hkdf(shared, once_public + theirs, bound)
    return {"once": once_public.hex(), "box": box(key, content, bound)}


def unseal(sealed: Mapping[str, str], private: bytes, bound: bytes) -> bytes:
    mine = X25519PrivateKey.from_private_bytes(private)
    once = bytes.fromhex(sealed["once"])
    shared = mine.exchange(X25519PublicKey.from_public_bytes(once))
    key = hkdf(shared, once + mine.public_key().public_bytes_raw(), bound)
    return unbox(key, sealed["box"], bound)
