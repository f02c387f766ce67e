"""An OpenID Connect provider, run as a process of its own: idpyoidc over HTTP on this machine.

It is told to lie by ``PUT /mensonge``: what its next answers say wrong is the attack of a test.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, redirect, request
from idpyoidc.message import Message
from idpyoidc.server import Server
from idpyoidc.server.configure import OPConfiguration
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Response as AnyResponse

from tests.conftest import ROOT

CLIENT, SECRET = "observatoire", "un-secret-de-client-assez-long-pour-hs256"
SITE = "https://ville.fr"
DOOR = "/agents/connexion"
HONEST: dict[str, Any] = {
    "sub": "marie",  # who signs in
    "claims": {},  # what is told of her
    "token": {},  # claims of the ID token to say otherwise, None to leave out
    "key": "own",  # which key signs it
    "person": {},  # the same of what is told beside the token
    "signed": False,  # whether that is signed
    "seal": "own",  # by which key
    "described": {},  # the same of what the provider says of itself
}
PLACE = "idpyoidc.server"


def configuration(issuer: str) -> dict[str, Any]:
    def at(path: str, of: str, **said: Any) -> dict[str, Any]:
        return {"path": path, "class": f"{PLACE}.oidc.{of}", "kwargs": said}

    both = ["enc", "sig"]
    by = ["client_secret_post", "client_secret_basic"]
    lasting = {"class": f"{PLACE}.token.jwt_token.JWTToken", "kwargs": {"lifetime": 60}}
    code = [{"type": "oct", "bytes": 24, "use": ["enc"], "kid": "code"}]
    keys = [{"type": "RSA", "use": ["sig"]}, {"type": "EC", "crv": "P-256", "use": ["sig"]}]
    anyone = {"acr": "eidas1", "class": f"{PLACE}.user_authn.user.NoAuthn"}
    return {
        "issuer": issuer,
        "httpc_params": {"verify": True, "timeout": 1},
        "key_conf": {"key_defs": keys, "uri_path": "jwks.json"},
        "token_handler_args": {
            "jwks_def": {"read_only": False, "key_defs": code},
            "code": {"lifetime": 60},
            "token": lasting,
            "id_token": {"class": f"{PLACE}.token.id_token.IDToken", "kwargs": {"lifetime": 60}},
        },
        "endpoint": {
            "provider_config": at("config", "provider_config.ProviderConfiguration"),
            "authorization": at(
                "authorization",
                "authorization.Authorization",
                response_types_supported=["code"],
                claims_parameter_supported=True,
            ),
            "token": at("token", "token.Token", client_authn_method=by),
            "userinfo": at("userinfo", "userinfo.UserInfo"),
            "session": at(
                "session", "session.Session", logout_verify_url="verifier", signing_alg="RS256"
            ),
        },
        "cookie_handler": {
            "class": f"{PLACE}.cookie_handler.CookieHandler",
            "kwargs": {"keys": {"key_defs": [{"type": "OCT", "use": [u], "kid": u} for u in both]}},
        },
        "authentication": {"anyone": {**anyone, "kwargs": {"user": "marie"}}},
        "userinfo": {"class": f"{PLACE}.user_info.UserInfo", "kwargs": {"db": {}}},
        "add_ons": {
            "pkce": {
                "function": f"{PLACE}.oauth2.add_on.pkce.add_support",
                "kwargs": {"essential": True, "code_challenge_method": "S256"},
            }
        },
    }


def opened(issuer: str, folder: str, sites: Sequence[str]) -> Server:
    server = Server(OPConfiguration(configuration(issuer), base_path=folder), cwd=folder)
    server.context.cdb[CLIENT] = {
        "client_secret": SECRET,
        "client_salt": "sel",
        "redirect_uris": [(f"{site}{DOOR}/retour", {}) for site in sites],
        "post_logout_redirect_uri": [(f"{site}{DOOR}", {}) for site in sites],
        "token_endpoint_auth_method": "client_secret_post",
        "response_types_supported": ["code"],
        "allowed_scopes": ["openid", "email"],
    }
    # Who ends a session shows no secret, yet idpyoidc 5.0 then looks for the token that it gave.
    server.get_endpoint("session").client_authentication = lambda *_, **__: {}
    return server


def about() -> dict[str, Any]:
    """The request, as idpyoidc wants to know it."""
    cookies = [{"name": key, "value": value} for key, value in request.cookies.items()]
    bearer = request.headers.get("Authorization")
    return {
        "headers": {"authorization": bearer} if bearer else {},
        "method": request.method,
        "url": request.url,
        "cookie": cookies,
    }


class Liar:
    """The server, and what it says wrong."""

    def __init__(self, issuer: str, folder: str, sites: Sequence[str]) -> None:
        self.server = opened(issuer, folder, sites)
        self.issuer = issuer
        self.lie = dict(HONEST)
        held = self.server.context.keyjar.export_jwks(private=True)["keys"]
        own = next(key for key in held if key["kty"] == "RSA")
        self.own = RSAKey.import_key(
            {name: own[name] for name in ("kty", "use", "kid", "n", "e", "d")}
        )
        self.other = RSAKey.generate_key(2048, {"kid": str(self.own.kid)}, private=True)

    def told(self, lie: dict[str, Any]) -> None:
        self.lie = {**HONEST, **lie}
        anyone = self.server.context.authn_broker["anyone"]["method"]
        anyone.user = self.lie["sub"]
        self.server.context.userinfo.db = {self.lie["sub"]: self.lie["claims"]}

    def answer(self, name: str, **given: Any) -> AnyResponse:
        """What an endpoint of the package answers to this request."""
        endpoint = self.server.get_endpoint(name)
        http = about()
        asked = endpoint.parse_request(given, http_info=http)
        wrong = isinstance(asked, Message) and "error" in asked
        done = asked if wrong else endpoint.process_request(asked, http_info=http)
        if "error" in done:
            return Response(json.dumps({"error": done["error"]}), 400, mimetype="application/json")
        if "redirect_location" in done:
            return redirect(done["redirect_location"], 303)
        said = endpoint.do_response(request=asked, **done)
        made: AnyResponse = Response(said["response"], mimetype="application/json")
        if name == "authorization":
            made = redirect(said["response"], 303)
        for cookie in said.get("cookie", ()):
            made.set_cookie(cookie["name"], cookie["value"])
        return made

    def signed(self, claims: dict[str, Any], key: str) -> str:
        if key == "none":
            return jwt.encode({"alg": "none"}, claims, None, algorithms=["none"])  # type: ignore[arg-type]
        if key == "secret":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))
        if key == "curve":
            return jwt.encode({"alg": "ES256"}, claims, ECKey.generate_key("P-256"))
        used = self.own if key == "own" else self.other
        return jwt.encode({"alg": "RS256", "kid": self.own.kid}, claims, used)


def otherwise(said: dict[str, Any], lies: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**said, **lies}.items() if value is not None}


def site(liar: Liar) -> Flask:  # noqa: C901  # a view each
    app = Flask(__name__)

    @app.get("/.well-known/openid-configuration")
    def described() -> dict[str, Any]:
        said = json.loads(liar.answer("provider_config").get_data())
        return otherwise(said, liar.lie["described"])

    @app.get("/jwks.json")
    def keys() -> dict[str, Any]:
        return dict(liar.server.context.keyjar.export_jwks())

    @app.get("/authorization")
    def authorization() -> AnyResponse:
        return liar.answer("authorization", **request.args)

    @app.post("/token")
    def token() -> AnyResponse:
        made = liar.answer("token", **request.form)
        said = json.loads(made.get_data())
        if "id_token" in said:
            own = jwt.decode(said["id_token"], liar.own).claims
            lies = dict(liar.lie["token"])
            if lies.pop("old", False):
                own |= {"iat": int(time.time()) - 900, "exp": int(time.time()) - 600}
            said["id_token"] = liar.signed(otherwise(own, lies), liar.lie["key"])
            made.set_data(json.dumps(said))
        return made

    @app.get("/userinfo")
    def person() -> AnyResponse:
        made = liar.answer("userinfo")
        said = otherwise(json.loads(made.get_data()), liar.lie["person"])
        if not liar.lie["signed"]:
            made.set_data(json.dumps(said))
            return made
        told = {"iss": liar.issuer, "aud": CLIENT, **said}
        return Response(liar.signed(told, liar.lie["seal"]), mimetype="application/jwt")

    @app.get("/session")
    def end() -> AnyResponse:
        return liar.answer("session", **request.args)

    @app.put("/mensonge")
    def lie() -> str:
        liar.told(json.loads(request.get_data()))
        return ""

    return app


@contextmanager
def running(*sites: str) -> Iterator[str]:
    """A provider in a process of its own, for these sites: its address."""
    asked = [sys.executable, "-m", "tests.staff.provider", *sites]
    with subprocess.Popen(
        asked, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as ran:
        assert ran.stdout is not None
        yield ran.stdout.readline().decode().strip()
        ran.terminate()


def main() -> None:
    """Serve until whoever started it goes away, for the sites that the arguments name."""
    with socket.create_server(("127.0.0.1", 0)) as held, tempfile.TemporaryDirectory() as folder:
        port = held.getsockname()[1]
        issuer = f"http://127.0.0.1:{port}"
        liar = Liar(issuer, folder, sys.argv[1:])
        server = make_server("127.0.0.1", port, site(liar), True, fd=held.fileno())
        sys.stdout.write(f"{issuer}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main()
