"""Where the server can listen: what stands in the way is named, with the variable to change."""

import socket

import pytest

from goedwerk.cli.address import CannotListen, require_free, why_not
from goedwerk.cli.welcome import own_host


def test_a_port_that_is_taken_names_the_next_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CannotListen, match=f"Port {port} is in use .*GOEDWERK_PORT="):
            require_free("127.0.0.1", port)


def test_an_address_of_another_computer_is_not_called_a_taken_port():
    with pytest.raises(CannotListen, match=r"GOEDWERK_BIND: 192\.0\.2\.1 is not an address of this computer"):
        require_free("192.0.2.1", 8000)


def test_a_port_for_the_administrator_alone_asks_for_a_higher_one():
    assert "GOEDWERK_PORT: this user may not listen on port 80." in why_not(
        PermissionError(13, "denied"), "0.0.0.0", 80
    )


@pytest.mark.parametrize(
    ("bind", "name"),
    [("0.0.0.0", "127.0.0.1"), ("::", "127.0.0.1"), ("192.168.1.20", "192.168.1.20"), ("::1", "[::1]")],
)
def test_the_server_is_asked_where_it_listens(bind, name):
    assert own_host(bind) == name
