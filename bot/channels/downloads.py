"""Files that are fetched over HTTP: by a browser, or by a provider that brings them to the user."""

import re
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from storage.shelf import Filed, Shelf

_PLAIN = re.compile(r"[A-Za-z0-9 ()_.-]+")


def disposition(how: str, name: str) -> str:
    """The header that names a file, whatever the name holds: what is not plain is written as RFC 8187 says."""
    if _PLAIN.fullmatch(name):
        return f'{how}; filename="{name}"'
    return f"{how}; filename*=UTF-8''{quote(name.encode('utf-8', 'replace'), safe='')}"


def as_download(filed: Filed) -> Response:
    """The file as an answer that is saved and never kept in between."""
    headers = {"Content-Disposition": disposition("attachment", filed.name), "Cache-Control": "no-store"}
    return Response(filed.content, media_type=filed.media_type, headers=headers)


def downloads(path: str, shelf: Shelf) -> BaseRoute:
    """A path whose address alone is the permission: place and token can be guessed by nobody, and end soon."""

    async def give(request: Request) -> Response:
        filed = await shelf.take(request.path_params["place"], request.path_params["token"])
        if filed is None or filed.name != request.path_params["name"]:
            return Response("Not Found", 404, media_type="text/plain")
        return as_download(filed)

    return Route(path + "/{place}/{token}/{name}", give, methods=["GET"])
