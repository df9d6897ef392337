"""Language codes: the codes that the platform knows, and what is written instead of them.

`with`: `fault` is one of missing, unknown, hyphenated, near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from linter.checks import Change, Hit
from linter.checks.options import Options, read
from linter.checks.subject import Subject
from linter.rulebook.rule import Rule

_LIST: Final = """
af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB
en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH
fr_CI fr_MA ka de de_AT de_CH el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa
pl pt_BR pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY
sw sv ta te th tr uk ur uz vi zu
"""
CODES: Final = frozenset(_LIST.split())
_OTHER: Final = {
    "pt": "pt_BR", "zh": "zh_CN", "no": "nb", "nn": "nb", "iw": "he", "in": "id", "tl": "fil", "ph": "fil",
    "be": "be_BY", "rw": "rw_RW", "ky": "ky_KG", "ps": "ps_AF", "prs": "prs_AF", "si": "si_LK", "jp": "ja",
    "cn": "zh_CN", "kr": "ko", "cz": "cs", "dk": "da", "gr": "el", "se": "sv", "br": "pt_BR", "us": "en_US",
    "gb": "en_GB", "en_uk": "en_GB", "uk_ua": "uk", "zh_hans": "zh_CN", "zh_hant": "zh_TW", "zh_sg": "zh_CN",
    "zh_mo": "zh_HK", "es_la": "es", "es_419": "es", "eng": "en", "spa": "es", "por": "pt_BR", "fra": "fr",
    "fre": "fr", "deu": "de", "ger": "de", "ita": "it", "hin": "hi", "ara": "ar", "ind": "id", "msa": "ms",
    "zho": "zh_CN", "jpn": "ja", "rus": "ru", "tur": "tr", "nld": "nl", "my": "ms", "english": "en", "spanish": "es",
    "español": "es", "portuguese": "pt_BR", "português": "pt_BR", "french": "fr", "français": "fr", "german": "de",
    "deutsch": "de", "italian": "it", "italiano": "it", "hindi": "hi", "arabic": "ar", "indonesian": "id",
    "malay": "ms", "chinese": "zh_CN", "japanese": "ja", "korean": "ko", "russian": "ru", "turkish": "tr",
    "türkçe": "tr", "dutch": "nl", "filipino": "fil", "tagalog": "fil", "hebrew": "he", "thai": "th",
    "vietnamese": "vi", "swahili": "sw", "urdu": "ur", "bengali": "bn", "tamil": "ta", "telugu": "te",
    "marathi": "mr",
}  # fmt: skip
_CODE_LIKE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4}){0,2}")
_PROSE: Final = ("text", "markdown")
_FAULTS: Final = ("missing", "unknown", "hyphenated", "near")


@cache
def _spellings() -> dict[str, str]:
    return {code.lower(): code for code in CODES}


def near(raw: str) -> str | None:
    """The code that was probably meant, or None where no code of the platform is near."""
    word = re.sub(r"[-\s]+", "_", raw.strip().lower())
    for candidate in (word, word.split(".")[0]):
        found = _spellings().get(candidate) or _OTHER.get(candidate)
        if found:
            return found
    parts = [part for part in re.split(r"[_()./,]+", word) if part]
    if len(parts) > 1:
        return _spellings().get("_".join(parts)) or _spellings().get(parts[0]) or _OTHER.get(parts[0])
    return None


def fault_of(raw: str) -> str | None:
    """What is wrong with a language code: unknown, hyphenated, near, or nothing."""
    if raw.strip() in CODES:
        return None
    found = near(raw)
    if found is None:
        return "unknown"
    return "hyphenated" if raw.strip().replace("-", "_") == found else "near"


def prepare(with_: Mapping[str, Any]) -> Options:
    """The fault to look for."""
    return read(with_, _FAULTS)


def check(subject: Subject, rule: Rule) -> Iterator[Hit]:
    """The language of the template. Documents may name it in words; only what looks like a code is judged there."""
    template, wanted = subject.template, rule.prepared.fault
    language = template.language
    if language is None or not language.value.strip():
        if wanted == "missing":
            if language is not None:
                yield Hit(language, 0, len(language.value))
            elif template.has_payload_shape or (template.name is not None and template.format not in _PROSE):
                yield Hit(template.at, 0, 0)
        return
    is_loose = template.format in (*_PROSE, "csv") and not template.has_payload_shape
    if fault_of(language.value) != wanted or (is_loose and not _CODE_LIKE.fullmatch(language.value.strip())):
        return
    start = len(language.value) - len(language.value.lstrip())
    end = len(language.value.rstrip())
    right = near(language.value)
    changes = (Change(language, start, end, right),) if right else ()
    yield Hit(language, start, end, values={"near": right or ""}, changes=changes)
