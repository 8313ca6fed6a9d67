# Runs statements of SQL, given as a JSON list on standard input, in one DuckDB; prints the rows of each as JSON.
import json
import sys

import duckdb

database = duckdb.connect()
# It would be printed among the rows.
database.execute("SET enable_progress_bar = false")
rows = []
for statement in json.load(sys.stdin):
    rows.append([list(row) for row in database.execute(statement).fetchall()])
json.dump(rows, sys.stdout)
