"""Files that are fetched over HTTP: by a browser, or by a provider that brings them to the user."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from storage.shelf import Filed, Shelf


def as_download(filed: Filed) -> Response:
    """The file as an answer that is saved and never kept in between. Its name is one of our own."""
    headers = {"Content-Disposition": f'attachment; filename="{filed.name}"', "Cache-Control": "no-store"}
    return Response(filed.content, media_type=filed.media_type, headers=headers)


def downloads(path: str, shelf: Shelf) -> BaseRoute:
    """A path whose address alone is the permission: place and token can be guessed by nobody, and end soon."""

    async def give(request: Request) -> Response:
        filed = await shelf.take(request.path_params["place"], request.path_params["token"])
        if filed is None or filed.name != request.path_params["name"]:
            return Response("Not Found", 404, media_type="text/plain")
        return as_download(filed)

    return Route(path + "/{place}/{token}/{name}", give, methods=["GET"])
