"""No template of any shape makes a structure check raise, and every span lies inside its text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.checks import kind
from linter.checks.subject import Subject
from linter.engine import Engine
from linter.policy import choose
from linter.template import Component, Fault, Sample, Template, Text

PIECES = st.sampled_from(
    [
        "{{1}}",
        "{{2}}",
        "{{name}}",
        "{1}",
        "{{",
        "}}",
        "${x}",
        "%s",
        "[Name]",
        "*bold*",
        "_",
        "~",
        "`",
        "\n",
        "\n\n\n",
        "\t",
        "      ",
        "🎉",
        "👩\u200d🚀",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\u200b",
        "\u202e",
        "раcket",
        "𝗼𝗿𝗱𝗲𝗿",
        "https://bit.ly/x",
        "http://10.0.0.1",
        "wa.me/1",
        "Your order left our warehouse today.",
        "Su pedido salió hoy de nuestro almacén central.",
        "आपका ऑर्डर आज निकल गया है।",
        "您的订单今天已经发货",
        "طلبك في الطريق إليك الآن",
        "�",
        "\x00",
        "%7B%7B1%7D%7D",
        "é",
        "«",
        "ﬁ",
    ]
)
WORDS = st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=40), st.just("x" * 2100))
TEXTS = WORDS.map(Text)
MAYBE = st.none() | TEXTS
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)
)
EXTRA = st.dictionaries(
    st.sampled_from(["otp_type", "supported_apps", "package_name", "code_expiration_minutes", "flow_id", "flow_json"])
    | st.sampled_from(["message_send_ttl_seconds", "add_security_recommendation", "x"]),
    PLAIN
    | st.sampled_from(["ONE_TAP", "COPY_CODE"])
    | st.lists(st.dictionaries(st.just("package_name"), PLAIN), max_size=2),
    max_size=3,
)
COMPONENTS = st.builds(
    Component,
    kind=st.sampled_from(["header", "body", "footer", "button", "carousel", "limited_time_offer", "odd"]),
    at=TEXTS,
    text=MAYBE,
    format=st.sampled_from([None, "text", "image", "odd"]),
    type=st.sampled_from([None, "url", "quick_reply", "otp", "spm", "flow", "copy_code", "phone_number", "odd"]),
    url=MAYBE,
    phone=MAYBE,
    code=MAYBE,
    samples=st.lists(st.builds(Sample, st.sampled_from(["1", "2", "name", "media", ""]), TEXTS), max_size=3).map(tuple),
    card=st.sampled_from([None, None, None, 0, 1]),
    extra=EXTRA,
)
TEMPLATES = st.builds(
    Template,
    components=st.lists(COMPONENTS, max_size=6).map(tuple),
    name=MAYBE,
    language=st.none() | st.sampled_from(["en", "hi", "zh_CN", "xx-yy", " ", "ar"]).map(Text) | TEXTS,
    category=st.none()
    | st.sampled_from(["UTILITY", "marketing", "AUTHENTICATION", "ALERT", "OTP", "odd"]).map(Text)
    | TEXTS,
    parameter_format=st.sampled_from([None, "NAMED", "positional", "odd"]),
    at=TEXTS,
    format=st.sampled_from(["graph", "neutral", "text", "markdown", "twilio", "csv"]),
    has_payload_shape=st.booleans(),
    faults=st.lists(
        st.builds(Fault, st.sampled_from(["wrong-type", "unknown-component"]), WORDS, TEXTS), max_size=2
    ).map(tuple),
    extra=EXTRA,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(TEMPLATES)
def test_no_check_raises(engine: Engine, template: Template) -> None:
    raw = template.category.value if template.category else None
    declared, policy = choose(raw, "auto", engine.book)
    language = template.language.value.strip()[:2].lower() if template.language else None
    subject = Subject(template, policy.name, declared, language)
    for rule in engine._chosen:
        for hit in kind(rule.check).check(subject, rule):
            assert 0 <= hit.start <= hit.end <= len(hit.text.value), rule.code
            for change in hit.changes:
                assert 0 <= change.start <= change.end <= len(change.text.value), rule.code
    engine.report(template)
