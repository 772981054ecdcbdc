"""Where the line's Redis is: one server, one found by Sentinel, or a cluster, by the form of its address."""

from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit, urlunsplit

from redis.asyncio import ConnectionPool, Redis, RedisCluster, Sentinel
from redis.asyncio.connection import Connection
from redis.asyncio.connection import parse_url as parse_redis_url
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from storage.line.errors import LineAway, LineMisconfigured

TIMES: dict[str, Any] = {"socket_connect_timeout": 5.0, "socket_timeout": 5.0}  # seconds

AnyRedis = Redis | RedisCluster


class Servers(Protocol):
    """Hands out connections to the server that holds a key."""

    redis: AnyRedis

    def name_for(self, key: str) -> str:
        """The server that holds `key`; raise `LineAway` if that is not known now."""

    async def connect(self, name: str) -> Connection:
        """A connection of its own to that server, ready to use."""

    async def refresh(self) -> None:
        """Look again who holds what, after a server said that a key has moved."""

    async def close(self) -> None:
        """Close what is open besides the connections handed out."""


class OneServer:
    """A single server, or the master that Sentinel names."""

    def __init__(self, redis: Redis, sentinel: Sentinel | None = None) -> None:
        self.redis: AnyRedis = redis
        self._pool: ConnectionPool = redis.connection_pool
        self._sentinel = sentinel

    def name_for(self, key: str) -> str:  # noqa: ARG002  the port's signature
        """There is only one."""
        return ""

    async def connect(self, name: str) -> Connection:  # noqa: ARG002  the same
        """A connection made the way the address says, outside of the pool."""
        connection: Connection = self._pool.make_connection()  # type: ignore[no-untyped-call]
        return await _connected(connection)

    async def refresh(self) -> None:
        """Nothing to do: Sentinel is asked at every connect."""

    async def close(self) -> None:
        """Close the pool, and the connections to the sentinels."""
        await self.redis.aclose()
        await self._pool.disconnect()
        if self._sentinel is not None:
            await self._sentinel.aclose()


class ClusterServers:
    """The nodes of a Redis Cluster; a node is known by its host and port."""

    def __init__(self, redis: RedisCluster) -> None:
        self.redis: AnyRedis = redis
        self._cluster = redis

    def name_for(self, key: str) -> str:
        """The node that holds the key's slot."""
        try:
            node = self._cluster.get_node_from_key(key)
        except (RedisError, KeyError) as error:
            raise LineAway("the cluster's layout is not known yet") from error
        if node is None:
            raise LineAway("no node holds this part of the cluster")
        return str(node.name)

    async def connect(self, name: str) -> Connection:
        """A connection to that node."""
        await self._cluster.initialize()
        node = self._cluster.get_node(node_name=name)
        if node is None:
            raise LineAway("the node has left the cluster")
        connection = node.connection_class(**{**node.connection_kwargs, "retry": Retry(NoBackoff(), 0)})
        return await _connected(connection)

    async def refresh(self) -> None:
        """Ask the cluster for its slots again."""
        await self._cluster.nodes_manager.initialize()

    async def close(self) -> None:
        """Close redis-py's own connections to the nodes."""
        await self._cluster.aclose()


async def _connected(connection: Connection) -> Connection:
    try:
        await connection.connect()  # type: ignore[no-untyped-call]
    except BaseException:
        await connection.disconnect(nowait=True)
        raise
    connection.socket_timeout = None  # a pipe minds the time itself, for all of its calls together
    return connection


def servers_at(url: str) -> Servers:
    """Read the address of Redis; raise `LineMisconfigured`. Nothing is connected yet."""
    scheme = urlsplit(url).scheme
    try:
        match scheme:
            case "redis" | "rediss" | "unix":
                return OneServer(Redis.from_url(url, **_options()))
            case "redis+sentinel" | "rediss+sentinel":
                return OneServer(*_by_sentinel(url, tls=scheme.startswith("rediss")))
            case "redis+cluster" | "rediss+cluster":
                plain = urlunsplit(urlsplit(url)._replace(scheme=scheme.removesuffix("+cluster")))
                return ClusterServers(RedisCluster.from_url(plain, protocol=2, **TIMES))
            case _:
                raise LineMisconfigured(
                    "REDIS_URL has to begin with redis://, rediss://, unix://, redis+sentinel:// or redis+cluster://"
                )
    except (ValueError, RedisError):  # their texts may quote a piece of the password
        raise LineMisconfigured(
            "REDIS_URL cannot be read; special characters in a password have to be written as %XX"
        ) from None


def _options() -> dict[str, Any]:
    return {"protocol": 2, "retry": Retry(NoBackoff(), 0), **TIMES}


def _by_sentinel(url: str, *, tls: bool) -> tuple[Redis, Sentinel]:
    """``redis+sentinel://[user:password@]host:port[,host:port…]/service[/database][?sentinel_password=…]``."""
    parts = urlsplit(url)
    hosts = parts.netloc.rpartition("@")[2]
    service, _, database = parts.path.strip("/").partition("/")
    if not hosts or not service:
        raise LineMisconfigured("REDIS_URL for Sentinel is redis+sentinel://host:port,host:port/service")
    sentinels = [(host, int(port or 26379)) for host, _, port in (item.partition(":") for item in hosts.split(","))]
    # parse_url unquotes user and password the way the other forms do
    login = parse_redis_url(f"redis://{parts.netloc.rpartition('@')[0]}@placeholder") if "@" in parts.netloc else {}
    secret = parse_qs(parts.query).get("sentinel_password", [None])[0]
    sentinel = Sentinel(  # type: ignore[no-untyped-call]
        sentinels,
        sentinel_kwargs={"password": secret, "ssl": tls, **TIMES},
        username=login.get("username"),
        password=login.get("password"),
        db=int(database or 0),
        ssl=tls,
        **_options(),
    )
    master: Redis = sentinel.master_for(service)
    return master, sentinel
