"""Runs `verbatim annotate --jsonl` on every core of a Spark cluster.

Each task starts the command line once and pipes its part of the archive through it. Spark gives a part whose worker died to
another one, and keeps only the output of tasks that ended well, so no answer is lost or written twice.
"""

import argparse
import os
import stat
import subprocess
import sys
import threading
import time

from pyspark import SparkFiles
from pyspark.sql import SparkSession

# The answers as columns. `id` is a string here, whatever it was.
SPEAKER = "STRUCT<start: BIGINT, `end`: BIGINT, text: STRING>"
SAID = f"start: BIGINT, `end`: BIGINT, kind: STRING, speaker: {SPEAKER}, cue: {SPEAKER}, canonical: STRING, confidence: DOUBLE"
COLUMNS = {
    "quotes": f"ARRAY<STRUCT<{SAID}>>",
    "reported": f"ARRAY<STRUCT<{SAID.replace('kind: STRING, ', '')}, quotes: ARRAY<BIGINT>>>",
    "people": "ARRAY<STRUCT<name: STRING, kind: STRING, mentions: ARRAY<STRUCT<start: BIGINT, `end`: BIGINT>>>>",
    "dates": "ARRAY<STRUCT<start: BIGINT, `end`: BIGINT, text: STRING, type: STRING, value: STRING, `mod`: STRING, "
    "ambiguous: BOOLEAN, unresolved: BOOLEAN>>",
    "statements": "ARRAY<STRUCT<quotes: ARRAY<BIGINT>, reported: ARRAY<BIGINT>, speaker: STRING, date: STRING>>",
}


def main():
    options = arguments()
    spark = SparkSession.builder.appName("verbatim").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    # The workers get the program with the job.
    spark.sparkContext.addFile(options.program)
    command = [os.path.basename(options.program), "annotate", "--jsonl", "--threads", "1"]
    command += [f"--{name}={value}" for name in ("fields", "meta") if (value := getattr(options, name))]
    start = time.monotonic()
    answers = records(spark, options).mapPartitions(lambda lines: piped(command, lines))
    if options.to == "parquet":
        table = spark.read.schema(schema(options)).json(answers.map(bytes.decode))
        table.write.parquet(options.output)
    else:
        codec = "org.apache.hadoop.io.compress.GzipCodec" if options.compress == "gz" else None
        answers.saveAsTextFile(options.output, codec)
    print(f"annotated in {time.monotonic() - start:.2f} seconds", file=sys.stderr)
    spark.stop()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", help="a file, a folder or a pattern: .jsonl, .jsonl.gz or .parquet")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("--program", default="target/release/verbatim", help="the command line, as this machine has it")
    parser.add_argument("--from", dest="source", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--to", choices=["jsonl", "parquet"], default="jsonl")
    parser.add_argument("--compress", choices=["gz", "none"], default="none", help="how JSONL is compressed")
    parser.add_argument("--parts", type=int, default=0, help="into how many parts the archive is cut at least")
    parser.add_argument("--fields", default="", help="as for verbatim")
    parser.add_argument("--meta", default="", help="as for verbatim")
    return parser.parse_args()


def records(spark, options):
    """The records as lines of JSON, in the order of the archive."""
    # Small enough that little is done twice when a worker dies.
    parts = options.parts or 4 * spark.sparkContext.defaultParallelism
    if options.source == "parquet":
        table = spark.read.parquet(options.input)
        # A table in few pieces would keep few cores busy. Its order means nothing.
        table = table if table.rdd.getNumPartitions() >= parts else table.repartition(parts)
        return table.toJSON()
    return spark.sparkContext.textFile(options.input, parts, use_unicode=False)


def schema(options):
    """The columns of Parquet: the answers', the carried fields and, for a record that has no answer, the error."""
    wanted = options.fields.split(",") if options.fields else list(COLUMNS)
    columns = ["id STRING"]
    if options.meta:
        fields = ", ".join(f"`{name}`: STRING" for name in options.meta.split(","))
        columns.append(f"meta STRUCT<{fields}>")
    columns += [f"{name} {COLUMNS[name]}" for name in COLUMNS if name in wanted]
    return ", ".join(columns + ["line BIGINT", "error STRING"])


def piped(command, lines):
    """The answers to lines, one each; fails if one is missing."""
    program = SparkFiles.get(command[0])
    os.chmod(program, os.stat(program).st_mode | stat.S_IXUSR)
    process = subprocess.Popen(
        [program, *command[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    asked, failure = 0, None

    def ask():
        nonlocal asked, failure
        try:
            with process.stdin as questions:
                for line in lines:
                    line = line if isinstance(line, bytes) else line.encode()
                    if line.strip():
                        questions.write(line + b"\n")
                        asked += 1
        except Exception as error:  # The thread that reads the answers raises it.
            failure = error

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    answered = 0
    try:
        for answer in process.stdout:
            answered += 1
            yield answer.rstrip(b"\n")
        asking.join()
        # A record that has no answer is answered by its error, and makes the code 1.
        if process.wait() not in (0, 1) or failure or answered != asked:
            message = f"verbatim ended with {process.returncode} and {answered} answers to {asked} records"
            raise RuntimeError(message) from failure
    finally:
        process.kill()


if __name__ == "__main__":
    main()
