#!/bin/sh
# Reads a signing key (a private JSON Web Key) and prints its public half as a key set (RFC 7517 section 5),
# which is what the other side is given. Usage: public-keys.sh < signing.jwk.json > signing.jwks.json
set -eu

key=$(cat)
printf '{"keys":[%s]}\n' "$(echo "$key" | sed 's/"d":"[^"]*",//')"
