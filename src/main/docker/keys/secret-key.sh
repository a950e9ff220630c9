#!/bin/sh
# Prints keys for tocsin.secrets.key-file: a JSON Web Key Set (RFC 7517) with one new symmetric key of 256 bits, and behind it the keys of
# the set on standard input, if there is one. The first key encrypts, all of them decrypt: so this also rotates. Needs OpenSSL alone.
# New:    (umask 077 && secret-key.sh < /dev/null > secrets.jwks.json)
# Rotate: (umask 077 && secret-key.sh < secrets.jwks.json > next.jwks.json) && mv next.jwks.json secrets.jwks.json
set -eu

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

before=$(tr -d '\n' | sed -n 's/^ *{ *"keys" *: *\[ *\(.*\)\] *} *$/\1/p')
k=$(openssl rand 32 | base64url)
kid=$(openssl rand 16 | base64url)

printf '{"keys":[{"kty":"oct","alg":"A256GCM","kid":"%s","k":"%s"}%s]}\n' "$kid" "$k" "${before:+,$before}"
