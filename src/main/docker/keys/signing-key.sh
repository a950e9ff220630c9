#!/bin/sh
# Prints a new signing key for an instance: a JSON Web Key (RFC 8037) with both halves, for tocsin.signing.key-file.
# Needs OpenSSL 3 alone. Usage, so that only you can read the file: (umask 077 && signing-key.sh > signing.jwk.json)
set -eu

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

key=$(openssl genpkey -algorithm ED25519)
# Both encodings of an Ed25519 key end with its 32 bytes (RFC 8410 sections 4 and 7).
d=$(echo "$key" | openssl pkey -outform DER | tail -c 32 | base64url)
x=$(echo "$key" | openssl pkey -pubout -outform DER | tail -c 32 | base64url)
# The key's name is its thumbprint (RFC 7638): two keys never have the same.
kid=$(printf '{"crv":"Ed25519","kty":"OKP","x":"%s"}' "$x" | openssl dgst -sha256 -binary | base64url)

printf '{"kty":"OKP","crv":"Ed25519","d":"%s","x":"%s","kid":"%s","use":"sig","alg":"EdDSA"}\n' "$d" "$x" "$kid"
