#!/usr/bin/env python3
"""A client of Tocsin's API with nothing but Python's standard library (3.8 or later).

  export TOCSIN_URL=http://localhost:8080
  export TOCSIN_TOKEN_URL=http://localhost:8180/realms/tocsin/protocol/openid-connect/token
  export TOCSIN_CLIENT=sensor-a TOCSIN_SECRET=demo

  python3 tocsin.py file report.json    file a report; answered with its reference and the signed receipt
  python3 tocsin.py read REFERENCE      one report as it stands
  python3 tocsin.py list PATH           everything that a paged list holds, part after part: /api/v1/assets

Ends with 0 when it was done, 1 when it was refused (the problem document is printed), 2 when nobody answered.
"""

import json
import os
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

PATIENCE_SECONDS = 300
TRY_AGAIN = {408, 409, 425, 429, 500, 502, 503, 504}


class Refused(Exception):
    """The service said no: status and problem document (RFC 9457)."""

    def __init__(self, status, problem):
        super().__init__("%d %s" % (status, problem))
        self.status = status
        self.problem = problem


class Tocsin:

    def __init__(self, url, token_url, client, secret, timeout_seconds=20):
        self.url = url.rstrip("/")
        self.token_url = token_url
        self.client = client
        self.secret = secret
        self.timeout_seconds = timeout_seconds
        self._token = None
        self._token_until = 0.0

    def file(self, report):
        """Files once, however often it has to ask: the key says that it is the same report. Answers what was kept of it."""
        return self._patiently("POST", "/api/v1/reports", report, {"Idempotency-Key": str(uuid.uuid4())})

    def read(self, reference):
        return self._patiently("GET", "/api/v1/reports/" + urllib.parse.quote(reference, safe=""))

    def list(self, path):
        """Each item of a list, whatever the number of its parts."""
        while path:
            part = self._patiently("GET", path)
            yield from part["items"]
            path = part.get("next")

    def _patiently(self, method, path, body=None, headers=None):
        """Asks again after what may pass, longer each time and never in step with others; the same key, the same bytes."""
        content = None if body is None else json.dumps(body).encode("utf-8")
        give_up = time.monotonic() + PATIENCE_SECONDS
        wait = 1.0
        while True:
            try:
                return self._once(method, path, content, dict(headers or {}))
            except Refused as refused:
                if refused.status == 401 and self._token:
                    self._token = None  # expired, or its key was changed: once more with a new one
                elif refused.status not in TRY_AGAIN or self._is_final(refused) or time.monotonic() > give_up:
                    raise
                else:
                    time.sleep(wait * random.uniform(0.5, 1.5))
            except (urllib.error.URLError, OSError):
                if time.monotonic() > give_up:
                    raise
                time.sleep(wait * random.uniform(0.5, 1.5))
            wait = min(wait * 2, 30.0)

    @staticmethod
    def _is_final(refused):
        """Of the conflicts only one passes by itself: a twin of this request that is still being worked on."""
        return refused.status == 409 and not str(refused.problem.get("type", "")).endswith(":in-flight")

    def _once(self, method, path, content, headers):
        fresh = self._token is None
        headers["Authorization"] = "Bearer " + self._bearer()
        headers["Accept"] = "application/json"
        if content is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.url + path, data=content, headers=headers, method=method)
        try:
            return self._send(request)
        except Refused as refused:
            if refused.status == 401 and fresh:
                self._token = None
                refused.status = 403  # a token that was made just now is not wanted here: asking again would not help
            raise

    def _bearer(self):
        if self._token is None or time.monotonic() > self._token_until:
            form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": self.client,
                                           "client_secret": self.secret}).encode("ascii")
            answer = self._send(urllib.request.Request(self.token_url, data=form, method="POST"))
            self._token = answer["access_token"]
            self._token_until = time.monotonic() + answer.get("expires_in", 60) - 30
        return self._token

    def _send(self, request):
        try:
            with urllib.request.urlopen(request, timeout=self.timeout_seconds) as answer:
                return json.loads(answer.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            text = error.read().decode("utf-8", "replace")
            try:
                problem = json.loads(text)
            except ValueError:
                problem = {"detail": text[:500]}
            raise Refused(error.code, problem) from None


def main(words):
    if len(words) != 2 or words[0] not in ("file", "read", "list"):
        print(__doc__)
        return 2
    tocsin = Tocsin(os.environ["TOCSIN_URL"], os.environ["TOCSIN_TOKEN_URL"],
                    os.environ["TOCSIN_CLIENT"], os.environ["TOCSIN_SECRET"])
    act, what = words
    try:
        if act == "file":
            with open(what, encoding="utf-8") as report:
                print(json.dumps(tocsin.file(json.load(report)), indent=2))
        elif act == "read":
            print(json.dumps(tocsin.read(what), indent=2))
        else:
            for item in tocsin.list(what):
                print(json.dumps(item))
        return 0
    except Refused as refused:
        print(json.dumps(refused.problem, indent=2), file=sys.stderr)
        return 1
    except (urllib.error.URLError, OSError) as unreachable:
        print(unreachable, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
