"""The data folder and its secret are for their owner alone."""

from concurrent.futures import ThreadPoolExecutor

from goedwerk.config.data_folder import secret_in


def test_a_secret_is_made_once(tmp_path):
    assert secret_in(tmp_path / "data") == secret_in(tmp_path / "data")


def test_nobody_else_can_read_it(tmp_path):
    secret_in(tmp_path / "data")

    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o777 == 0o600


def test_two_installations_have_different_secrets(tmp_path):
    assert secret_in(tmp_path / "one") != secret_in(tmp_path / "two")


def test_two_processes_that_start_at_once_share_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: secret_in(tmp_path / "data"), range(32)))

    assert len(secrets) == 1
    assert "" not in secrets
