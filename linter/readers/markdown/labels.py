"""Label lines such as `**Template name:** order_x`, in the languages seen, and the values behind them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from linter.readers.view import part, stripped
from linter.readers.words import is_category, is_language
from linter.source import SourceMap
from linter.template import Text

_LABEL = re.compile(
    r"[ \t>]*+(?:(?:[-*+•]|\d{1,2}[.)])[ \t]++)?(?:\[[ xX]\][ \t]*+)?(?:[^\w\s*_`\"'({\[|#>-]{1,8}+[ \t]*+)?"
    r"[*_]{0,3}+[ \t]*+"
    r"(?P<label>[^\W\d_](?:[\w '’/.-]{0,50}?[\w.])??)[ \t]*+(?:\([^()\n]{0,60}\)[ \t]*+)?[*_]{0,3}+[ \t]*+"
    r"(?:\([^()\n]{0,60}\)[ \t]*+)?[*_]{0,3}+[ \t]*+[:\uff1a][*_]{0,3}+[ \t]*+(?P<value>[^\n]*+)$"
)
_OF = (
    r"(?: (?:do |del |du |de la |de |da |des |of |der |dari )?(?:template|plantilla|modelo|modele|mensagem|mensaje"
    r"|messaggio|message|vorlage|sablon|pesan|aprovado|aprobado|approved))*"
)
_TEXT = (
    "body|corpo|cuerpo|corps|conteudo|contenido|contenuto|contenu|content|text|texto|testo|texte|message|mensaje"
    "|mensagem|messaggio|pesan|isi|nachricht|nachrichtentext|inhalt|govde|mesaj|icerik|metin|المحتوى|النص|الرسالة"
)
_BUTTON = "buttons?|botones|boton|botao|botoes|boutons?|pulsanti?|buton(?:lar)?|tombol|schaltflachen?|quick replies"
_BUTTON += "|الأزرار|زر"
_HEADER = "header|cabecalho|encabezado|cabecera|en-tete|entete|intestazione|kopfzeile|baslik"
_FOOTER = "footer|rodape|pie|pie de pagina|pied de page|pie di pagina|fusszeile|alt bilgi|altbilgi"
_SAMPLE = (
    "exempl|example|ejempl|esemp|beispiel|ornek|contoh|sample|render|preview|previsual|result|risultat|recebid|received"
    "|como aparece|valor enviado|final message|output|respuesta|response|resposta"
)
# The first that fits counts: an "example text to register" is a body, any other example is not.
_ROLES = (
    (
        "body",
        r"(?:esempio|example|exemplo de|ejemplo de) (?:testo|text|texto) (?:da registrare|to register|a registrar)",
    ),
    ("sample", rf".*(?:{_SAMPLE}).*"),
    ("name", r"(?:meta |whatsapp |wa )?(?:template |plantilla )?(?:name|nome|nombre|nom|nama|adi|ad)" + _OF),
    ("name", r"template|plantilla|vorlagenname|sablon adi|template id|nama template|template code|اسم القالب|الاسم"),
    ("category", r"(?:template |meta )?(?:category|categoria|categorie|kategorie|kategori|الفئة|التصنيف)" + _OF),
    (
        "language",
        r"(?:template )?(?:languages?|idiomas?|lingua|linguaggio|langue|sprache|bahasa|dil|locale|lang|اللغة)" + _OF,
    ),
    ("header", rf"(?:text )?(?:{_HEADER})(?: text)?{_OF}"),
    ("footer", rf"(?:{_FOOTER})(?: text)?{_OF}"),
    ("buttons", rf"(?:quick reply |cta |call to action |url )?(?:{_BUTTON})(?: url| \d+)?{_OF}"),
    ("variables", r"(?:variab|variav|param|placeholder|degisken|المتغيرات).*"),
    (
        "body",
        rf"(?:suggested |recommended |message |template |approved |texto del? |isi |teks |نص )*(?:{_TEXT})"
        rf"(?: text| content| body)?{_OF}",
    ),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_SNAKE = re.compile(r"(?<![\w./])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?![\w./])")
_CODE = re.compile(r"(?<![\w-])[a-z]{2,3}[_-][A-Z]{2}(?!\w)")
_SHORT = re.compile(r"`([a-z]{2,3})`|\(([a-z]{2,3})\)|^([a-z]{2,3})$|^([a-z]{2,3})(?= *[(,/-])")
_TONGUES = {
    "english": "en",
    "ingles": "en",
    "spanish": "es",
    "espanol": "es",
    "castellano": "es",
    "portuguese": "pt_BR",
}
_TONGUES |= {"portugues": "pt_BR", "italian": "it", "italiano": "it", "french": "fr", "francais": "fr", "german": "de"}
_TONGUES |= {"deutsch": "de", "turkish": "tr", "turkce": "tr", "indonesian": "id", "indonesia": "id", "arabic": "ar"}
_TONGUES |= {"hindi": "hi", "dutch": "nl", "nederlands": "nl", "العربية": "ar"}
_QUOTES = {"`": "`", '"': '"', "'": "'", "“": "”", "«": "»", "„": "“", "”": "”"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label line: its role (None for a label that says nothing to us), and what stands behind it."""

    role: str | None
    word: str
    value: Text
    is_optional: bool


@lru_cache(maxsize=2048)
def fold(word: str) -> str:
    """Lower case without accents and numbers at the end."""
    word = word.lower().replace("ß", "ss").replace("ı", "i")
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return re.sub(r"[\s\d]+$", "", plain.replace("’", "'").strip())


@lru_cache(maxsize=2048)
def role_of(word: str) -> str | None:
    """What a label names: name, category, language, header, body, footer, buttons, variables, sample, or nothing."""
    folded = fold(word)
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(folded)), None)


def read_label(line: Text) -> Label | None:
    """The label line that a line is, if it is one."""
    if len(line.value) > 4000:
        return None
    match = _LABEL.match(line.value)
    if match is None:
        return None
    word = match.group("label")
    value = stripped(part(line, match.start("value"), match.end("value")))
    return Label(role_of(word), word, value, "opcional" in line.value.lower() or "optional" in line.value.lower())


def heading_role(title: Text) -> str | None:
    """The role of a heading such as `### Body` or `#### **Variáveis:**`."""
    plain = re.sub(r"\([^)]*\)|[*_`:#]|^\W*\d+[.)]?", " ", title.value)
    plain = re.sub(r"\s+", " ", re.sub(r"[^\w\s'’/-]", " ", plain)).strip()
    return role_of(plain) if plain and len(plain) <= 60 else None


def heading_name(title: Text) -> Text | None:
    """The template's name in a heading, in backticks or in snake case."""
    match = re.search(r"`([a-z][a-z0-9_]*)`", title.value) or _SNAKE.search(title.value)
    return part(title, match.start(1), match.end(1)) if match is not None else None


def unquoted(value: Text) -> Text:
    """The value without bold marks and without the quotation marks or backticks around all of it."""
    value = stripped(value)
    while len(value.value) >= 4 and value.value[:2] == value.value[-2:] == "**":
        value = part(value, 2, len(value.value) - 2)
    if is_quoted(value.value):
        value = part(value, 1, len(value.value) - 1)
    return value


def is_quoted(value: str) -> bool:
    """Whether quotation marks or backticks stand around all of it."""
    if len(value) < 2 or _QUOTES.get(value[0]) != value[-1]:
        return False
    return value[-1] not in value[1:-1] or value[0] in "“«„"


def as_name(value: Text) -> Text | None:
    """The name in a value such as `` `order_x` (new) ``; None where there is only prose."""
    match = re.match(r"[*_]*[`\"“]([^`\"”]+)[`\"”]", value.value) or re.match(
        r"[*_]*([A-Za-z0-9][\w.-]*)(?:[*_]*$|\s*\()", value.value
    )
    if match is not None:
        return part(value, match.start(1), match.end(1))
    is_free = (
        value.value and len(value.value) <= 60 and value.value[0].isalpha() and not value.value.endswith((":", "."))
    )
    return stripped(value) if is_free else None


def as_category(value: Text) -> Text | None:
    """The category that a value names first; else the value itself when it is a word or two."""
    for match in re.finditer(r"[A-Za-z][A-Za-z_]+(?: update| resolution)?", value.value):
        if is_category(match.group()):
            return part(value, match.start(), match.end())
    plain = unquoted(value)
    return plain if plain.value and len(plain.value.split()) <= 2 and re.match(r"\w", plain.value) else None


def as_language(value: Text) -> Text | None:
    """The language code in a value, or that of the language it names."""
    for match in _CODE.finditer(value.value):
        if is_language(match.group()):
            return part(value, match.start(), match.end())
    for match in _SHORT.finditer(value.value):
        if match.lastindex is not None and is_language(match.group(match.lastindex)):
            return part(value, match.start(match.lastindex), match.end(match.lastindex))
    for match in re.finditer(r"[^\W\d_]+", value.value):
        code = _TONGUES.get(fold(match.group()))
        if code is not None and value.map is not None:
            start, end = value.map.start(match.start()), value.map.end(match.end())
            return Text(code, value.pointer, SourceMap(((0, start, len(code), end - start),)))
    return None
