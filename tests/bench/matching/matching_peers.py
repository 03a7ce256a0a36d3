"""General matchers on raw names: each other's best in a channel; imported only when they run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import combinations
from typing import Any

from matching_data import Matcher, Rows, Scored

_BLOCK = 2_000
_CANDIDATES = 10


def _channels(rows: Rows) -> Iterator[tuple[list[int], list[int]]]:
    by_channel: dict[str, list[int]] = {}
    for place, channel in enumerate(rows.channels):
        by_channel.setdefault(channel, []).append(place)
    yield from combinations(by_channel.values(), 2)


def _mutual(scored: Iterable[Scored]) -> Iterator[Scored]:
    """Keep the pairs that are each other's best; the first of equals counts."""
    kept = sorted(set(scored), key=lambda pair: (-pair[2], pair[0], pair[1]))
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    for one, other, _ in kept:
        best_left.setdefault(one, other)
        best_right.setdefault(other, one)
    yield from (pair for pair in kept if best_left[pair[0]] == pair[1] and best_right[pair[1]] == pair[0])


def _rapidfuzz(scorer: str) -> Matcher:
    def match(rows: Rows) -> Iterator[Scored]:
        process, fuzz = import_module("rapidfuzz.process"), import_module("rapidfuzz.fuzz")
        for left, right in _channels(rows):
            names = [rows.names[place] for place in right]
            scored: list[Scored] = []
            for start in range(0, len(left), _BLOCK):
                block = left[start : start + _BLOCK]
                asked = [rows.names[place] for place in block]
                scores = process.cdist(asked, names, scorer=getattr(fuzz, scorer), dtype="uint8", workers=1)
                columns = scores.argmax(axis=0)
                lines = scores.argmax(axis=1)
                scored += [(block[at], right[best], float(scores[at, best])) for at, best in enumerate(lines)]
                scored += [(block[best], right[at], float(scores[best, at])) for at, best in enumerate(columns)]
            yield from _mutual(scored)

    return match


def _tfidf(rows: Rows) -> Iterator[Scored]:
    text, topn = import_module("sklearn.feature_extraction.text"), import_module("sparse_dot_topn")
    vectors = text.TfidfVectorizer(analyzer="char", ngram_range=(1, 2)).fit_transform(rows.names)
    for left, right in _channels(rows):
        product = topn.sp_matmul_topn(vectors[left], vectors[right].T.tocsr(), top_n=_CANDIDATES, threshold=0.3)
        yield from _mutual(_of_matrix(product.tocoo(), left, right))


def _of_matrix(found: Any, left: list[int], right: list[int]) -> Iterator[Scored]:
    for line, column, score in zip(found.row, found.col, found.data, strict=True):
        yield left[line], right[column], float(score)


def _string_grouper(rows: Rows) -> Iterator[Scored]:
    grouper, pandas = import_module("string_grouper"), import_module("pandas")
    for left, right in _channels(rows):
        found = grouper.match_strings(
            pandas.Series([rows.names[place] for place in left]),
            pandas.Series([rows.names[place] for place in right]),
            normalize_to_ascii=False,
            ngram_size=2,
            min_similarity=0.3,
            max_n_matches=_CANDIDATES,
        )
        pairs = zip(found["left_index"], found["right_index"], found["similarity"], strict=True)
        yield from _mutual((left[one], right[other], float(score)) for one, other, score in pairs)


def _splink(rows: Rows) -> Iterator[Scored]:
    splink, library = import_module("splink"), import_module("splink.comparison_library")
    pandas = import_module("pandas")
    frames = [_frame(pandas, rows, channel) for channel in sorted(set(rows.channels))]
    settings = splink.SettingsCreator(
        link_type="link_only",
        comparisons=[library.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8, 0.7])],
        blocking_rules_to_generate_predictions=[
            splink.block_on("substr(name, 1, 2)"),
            splink.block_on("substr(name, length(name) - 3, 4)"),
            splink.block_on("substr(name, 3, 2)"),
        ],
        unique_id_column_name="unique_id",
    )
    database = splink.DuckDBAPI()
    linker = splink.Linker([database.register(frame) for frame in frames], settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    table = linker.inference.predict(threshold_match_probability=0.0).as_pandas_dataframe()
    pairs = zip(table["unique_id_l"], table["unique_id_r"], table["match_weight"], strict=True)
    by_channels: dict[tuple[str, str], list[Scored]] = {}
    for one, other, weight in pairs:
        channels = (rows.channels[one], rows.channels[other])
        by_channels.setdefault(channels, []).append((int(one), int(other), float(weight)))
    for scored in by_channels.values():
        yield from _mutual(scored)


def _frame(pandas: Any, rows: Rows, channel: str) -> Any:
    chosen = [(place, rows.names[place]) for place, one in enumerate(rows.channels) if one == channel]
    return pandas.DataFrame(chosen, columns=["unique_id", "name"])


TOOLS: dict[str, Matcher] = {
    "rapidfuzz cdist ratio": _rapidfuzz("ratio"),
    "rapidfuzz cdist token_sort_ratio": _rapidfuzz("token_sort_ratio"),
    "TF-IDF(1,2) + sparse_dot_topn": _tfidf,
    "string_grouper, no ASCII folding": _string_grouper,
    "splink (DuckDB)": _splink,
}
