from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text import analyse
from linter.text.normal import fold, to_nfc

WILD = st.text(alphabet="aZ é1{}[]%$₹€.,!?\n\r*_😀👍🏽\u0301\u0327नम्\u200d#:/-'’", max_size=80)


@given(st.text(max_size=60))
def test_nfc_and_its_offsets(raw: str) -> None:
    text, offsets = to_nfc(raw)
    assert len(offsets) == len(text) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[len(text)] == len(raw)
    for index in range(len(text)):
        piece = raw[offsets[index] : offsets[index + 1]]
        if offsets[index] != offsets[index + 1]:
            assert unicodedata.normalize("NFC", piece)[:1] in (
                text[index],
                unicodedata.normalize("NFC", text[index])[:1],
            )


@given(WILD)
def test_tokens_are_in_order_and_cover_all_but_white_space(raw: str) -> None:
    analysis = analyse(raw)
    tokens = analysis.tokens
    place = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert place <= start < end
        assert not analysis.text[place:start].strip()
        place = end
    assert not analysis.text[place:].strip()


@given(WILD)
def test_a_span_of_the_line_leads_to_the_tokens_it_shows(raw: str) -> None:
    analysis = analyse(raw)
    at = 0
    for word in analysis.line.split(" "):
        if word and word != "¶":
            found = analysis.tokens_of(at, at + len(word))
            assert found is not None and analysis.tokens.keys[found[0]] == word and found[1] == found[0] + 1
        at += len(word) + 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hi {{1}}, pay ₹{{2}}.", "¶ hi <var> , pay <cur> <var> . ¶ "),
        ("Get *20%* OFF 🎉 now!", "¶ get <pct> off now ! ¶ "),
        ("Rs. 2,300 debited", "¶ <money> debited ¶ "),
        ("Don’t miss it", "¶ dont miss it ¶ "),
        ("Use SAVE20 at https://x.example/a?b={{1}}.", "¶ use <code> at <url> . ¶ "),
        ("Dear [Name], ${amount} of {total} %s", "¶ dear <var> , <var> of <var> <var> ¶ "),
        ("promoción e\u0301xito", "¶ promocion exito ¶ "),
        ("• One\n• Two", "¶ one ¶ two ¶ "),
        ("mail a.b@c.example", "¶ mail <email> ¶ "),
    ],
)
def test_the_line(text: str, line: str) -> None:
    assert analyse(text).line == line


def test_sentences_stop_where_a_reader_stops() -> None:
    analysis = analyse("See Dr. Rao at 5.30 p.m. today! Bring: ID.\nThanks")
    assert [analysis.raw[slice(*analysis.span(*s))] for s in analysis.sentences] == [
        "See Dr. Rao at 5.30 p.m. today!",
        "Bring: ID.",
        "Thanks",
    ]


def test_hindi_words_keep_their_vowel_signs() -> None:
    assert "ऑर्डर" in analyse("आपका ऑर्डर पहुँच गया है।").words


@pytest.mark.parametrize(
    ("word", "folded"), [("Café", "cafe"), ("DON'T", "dont"), ("ÉTÉ", "ete"), ("straße", "strasse")]
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded
