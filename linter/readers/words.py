"""The field names, categories and language codes that template files use."""

from __future__ import annotations

import re


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


NAME = _words("name template_name element_name friendly_name wa_name nome nombre nama nom template_id slug")
LANGUAGE = _words("language lang locale language_code lang_code idioma lingua langue sprache bahasa")
CATEGORY = _words("category template_category categoria categorie kategori kategorie whatsapp_category")
BODY = _words("body body_text template_body bodytext message_body corpo cuerpo")
LOOSE_BODY = _words(
    """
    text message content template_text template_content message_text mensaje mensagem texto pesan contenido
    conteudo template value
    """
)
HEADER = _words("header header_text cabecalho encabezado cabecera")
HEADER_FORMAT = _words("header_type header_format media_type")
HEADER_MEDIA = _words("header_handle header_url media_url header_media header_image image_url")
FOOTER = _words("footer footer_text rodape pie pie_de_pagina")
BUTTONS = _words("buttons button quick_replies botones botoes call_to_action ctas")
SAMPLES = _words(
    """
    example examples sample samples sample_values example_values variables params parameters placeholders
    variable_examples
    """
)
OWN = _words("parameter_format components allow_category_change header_params body_params elementname")
PLAIN = _words(
    """
    id title description status version tags note comment _note _comment type active approved enabled policy
    meta_category format namespace placeholder_count
    """
)
CALLS = _words("messaging_product recipient_type recipient template_name_to_send role sender method mime_type")
KNOWN = frozenset(
    (*NAME, *LANGUAGE, *CATEGORY, *BODY, *LOOSE_BODY, *HEADER, *HEADER_FORMAT, *HEADER_MEDIA, *FOOTER, *BUTTONS)
)
KNOWN |= frozenset((*SAMPLES, *OWN, *PLAIN))
CONTAINER = re.compile(r"(?:^|_)(?:templates|plantillas|modelos|modeles|vorlagen|sablonlar|template_messages)$")
GENERIC = frozenset(
    _words(
        """
    body config content data default example examples input item items json message messages meta output payload
    properties request response result sample template templates text value
    """
    )
)
CATEGORIES = frozenset(
    _words(
        """
    account_update alert_update appointment_update authentication auto_reply issue_resolution marketing otp
    payment_update personal_finance_update reservation_update service shipping_update ticket_update
    transactional transportation_update utility
    """
    )
)
KINDS = frozenset(_words("body button buttons call_permission_request carousel footer header limited_time_offer"))
CODES = frozenset(
    _words(
        """
    af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu ha he hi hr hu hy id ig is it ja
    ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl no pa pcm pl prs ps pt ro ru rw si sk sl so sq sr
    st sv sw ta te th tl tr uk ur uz vi xh yo zh zu
    """
    )
)
_LOCALE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?$")


def is_language(code: str) -> bool:
    """Whether this is a language code such as en, pt_BR or zh-Hans."""
    match = _LOCALE.match(code)
    return match is not None and match.group(1) in CODES


def is_category(value: str) -> bool:
    """Whether this names a category, of today or of before, in any spelling."""
    return re.sub(r"[\s-]+", "_", value.strip().lower()) in CATEGORIES
