#!/bin/sh
# Makes the certificates, keys and realm files that the containers of compose.yaml need.
# Usage: make-keys.sh KEYS REALM_SOURCES REALMS    (two directories that it fills, and in between where it reads)
#
# What is there already is kept: signing keys for ever, for receipts that they signed must stay verifiable;
# certificates until a month before their end. The same as org.tocsin.local.Certificates does for bin/up.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
keys=$1
sources=$(cd "$2" && pwd)
realms=$(cd "$3" && pwd)
umask 027 # the containers' group may read, nobody else
cd "$keys"

new_key() {
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"
  chmod 640 "$1"
}
serial() { echo "0x$(openssl rand -hex 15)"; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

authority() {
  [ -f ca.pem ] && return
  new_key ca.key
  chmod 600 ca.key
  printf 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' > ca.ext
  openssl req -new -key ca.key -subj '/CN=Tocsin demo CA' |
    openssl x509 -req -signkey ca.key -set_serial "$(serial)" -days 3650 -extfile ca.ext -out ca.pem
}

# name, extended key usage, subject alternative names
issue() {
  if [ -f "$1.pem" ] && openssl x509 -checkend 2592000 -noout -in "$1.pem" > /dev/null; then return; fi
  # Cut off in between, we must leave a key without its certificate, never a wrong pair.
  rm -f "$1.pem"
  new_key "$1.key"
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=%s\nsubjectAltName=%s\n' "$2" "$3" > "$1.ext"
  printf 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' >> "$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=$1" |
    openssl x509 -req -CA ca.pem -CAkey ca.key -set_serial "$(serial)" -days 397 -extfile "$1.ext" -out "$1.pem.draft"
  mv "$1.pem.draft" "$1.pem"
}

signing_key() {
  if [ ! -f "$1.signing.jwk.json" ]; then
    "$here/signing-key.sh" > draft.json
    mv draft.json "$1.signing.jwk.json"
  fi
  "$here/public-keys.sh" < "$1.signing.jwk.json" > "$1.signing.jwks.json"
}

# Of the audit log; its public half is read from /audit/log/key.
log_key() {
  if [ ! -f "$1.log.jwk.json" ]; then
    "$here/signing-key.sh" > draft.json
    mv draft.json "$1.log.jwk.json"
  fi
}

# Encrypts what the instance stores and reads back.
secret_keys() {
  if [ ! -f "$1.secrets.jwks.json" ]; then
    "$here/secret-key.sh" < /dev/null > draft.json
    mv draft.json "$1.secrets.jwks.json"
  fi
}

# With which the gateway says who it is to Keycloak (private_key_jwt). Its kid is fixed: settings/tocsin.properties names it.
gateway_assertion() {
  [ -f gateway.assertion.key ] || new_key gateway.assertion.key
  # The public key's encoding ends with the point: x and y, 32 bytes each (RFC 5480 section 2.2).
  point() { openssl pkey -in gateway.assertion.key -pubout -outform DER | tail -c 64; }
  printf '{"keys":[{"kty":"EC","crv":"P-256","x":"%s","y":"%s","kid":"gateway","use":"sig","alg":"ES256"}]}' \
    "$(point | head -c 32 | base64url)" "$(point | tail -c 32 | base64url)" > gateway.assertion.jwks.json
}

# Ports as the files have them; the gateway's public keys as text inside of JSON, so each quote is escaped.
realm() {
  jwks=$(sed 's/"/\\\\"/g' gateway.assertion.jwks.json)
  sed -e 's/\${TOCSIN_[A-Z_]*PORT:\([0-9]*\)}/\1/g' -e "s|\${TOCSIN_GATEWAY_JWKS:}|$jwks|" "$sources/$1.json" > "$realms/$1.json"
}

authority
issue server serverAuth 'DNS:localhost,DNS:tocsin,DNS:national-cert,DNS:keycloak,IP:127.0.0.1,IP:::1'
issue gateway clientAuth 'DNS:gateway'
signing_key tocsin
signing_key national-cert
log_key tocsin
secret_keys tocsin
log_key national-cert
secret_keys national-cert
gateway_assertion
realm tocsin
realm tocsin-cert
rm -f ./*.ext
echo "Keys and realms are there."
