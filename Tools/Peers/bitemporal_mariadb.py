"""The bitemporal table in MariaDB: system-versioned, with an application-time period.

The server is one of our own in a temporary folder, reached by a socket alone, and is stopped at the end.
"""

import os
import pwd
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pymysql  # type: ignore[import-untyped]

from .bitemporal import COLUMNS, INDEXES, VALID, Row
from .spreadsheet import write_csv
from .stopwatch import Stop

TYPES = {
    "agreement": "VARCHAR(64) NOT NULL", "term": "VARCHAR(64) NOT NULL", "rate": "DECIMAL(9, 4)",
    "amount": "DECIMAL(20, 2)", "ends_first": "DATE", "ends_last": "DATE",
    "valid_from": "DATE NOT NULL", "valid_to": "DATE NOT NULL",
}  # fmt: skip

SERVER = "/usr/sbin/mariadbd"


class BitemporalMariaDB:
    """A server with one table."""

    name = "MariaDB, system-versioned with a period"

    def __init__(self, folder: Path, rows: Iterable[list[str | None]]) -> None:
        data = folder / "mariadb"
        data.mkdir()
        socket = data / "socket"
        user = pwd.getpwuid(os.getuid()).pw_name
        installed = subprocess.run(
            ["mariadb-install-db", "--no-defaults", f"--user={user}", "--skip-test-db",
             "--auth-root-authentication-method=normal", f"--datadir={data}"],
            capture_output=True, check=False,
        )  # fmt: skip
        if installed.returncode != 0:
            raise Stop(f"mariadb-install-db failed\n{installed.stderr.decode()}")
        self._log = (data / "log").open("w")
        self._server = subprocess.Popen(
            [SERVER, "--no-defaults", f"--user={user}", f"--datadir={data}", f"--socket={socket}",
             "--skip-networking", f"--pid-file={data / 'pid'}", "--innodb-buffer-pool-size=1G"],
            stdout=self._log, stderr=self._log,
        )  # fmt: skip
        try:
            self._connection = self._connect(socket)
            self._fill(write_csv(folder / "mariadb.csv", rows))
        except BaseException:
            self._stop()
            raise

    def _connect(self, socket: Path) -> "pymysql.Connection[pymysql.cursors.Cursor]":
        for _ in range(300):
            if self._server.poll() is not None:
                break
            try:
                return pymysql.connect(unix_socket=str(socket), user="root", autocommit=True)
            except pymysql.OperationalError:
                time.sleep(0.1)
        raise Stop(f"{SERVER} does not start: see {self._log.name}")

    def _fill(self, file: Path) -> None:
        columns = ", ".join(f"{name} {TYPES.get(name, 'VARCHAR(64)')}" for name in COLUMNS)
        indexes = ", ".join(f"KEY ({indexed})" for indexed in INDEXES)
        with self._connection.cursor() as cursor:
            cursor.execute("CREATE DATABASE book")
            cursor.execute("USE book")
            cursor.execute(
                f"CREATE TABLE term ({columns}, PERIOD FOR valid (valid_from, valid_to),"
                f" PRIMARY KEY (agreement, term, valid WITHOUT OVERLAPS), {indexes})"
                " WITH SYSTEM VERSIONING"
            )
            cursor.execute(f"LOAD DATA INFILE '{file}' INTO TABLE term FIELDS TERMINATED BY ',' ({', '.join(COLUMNS)})")
            cursor.execute("ANALYZE TABLE term")
            cursor.execute("SELECT NOW(6)")
            self._now = cursor.fetchone()[0]

    def ask(self, condition: str) -> Sequence[Row]:
        """Each row that holds, as recorded when the table was filled."""
        with self._connection.cursor() as cursor:
            cursor.execute(
                f"SELECT * FROM term FOR SYSTEM_TIME AS OF TIMESTAMP '{self._now}' WHERE {VALID} AND {condition}"
            )
            return list(cursor.fetchall())

    def close(self) -> None:
        """Stops the server, and waits for it."""
        self._connection.close()
        self._stop()

    def _stop(self) -> None:
        self._server.terminate()
        self._server.wait()
        self._log.close()
