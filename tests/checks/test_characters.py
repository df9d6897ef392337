from __future__ import annotations

import pytest

from linter.checks.emoji import EMOJI
from linter.template import Component, Template, Text

from .findings import Found, codes


@pytest.mark.parametrize("emoji", ["🎉", "👩‍🚀", "👍🏽", "🇮🇳", "1️⃣", "❤️", "⚠️", "☎️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦"])
def test_one_emoji_is_one(emoji: str) -> None:
    assert [match.group() for match in EMOJI.finditer(f"a {emoji} b")] == [emoji]


@pytest.mark.parametrize("sign", ["★", "✓", "→", "•", "©", "®", "™", "№", "1", "#", "▪", "…", "€"])
def test_signs_are_no_emoji(sign: str) -> None:
    assert not EMOJI.search(f"a {sign} b")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("می\u200cرسد و سفارش شما فردا ارسال می\u200cشود، با سپاس از شما", "fa", []),
        ("طلبك رقم \u200f{{1}}\u200f في الطريق إليك اليوم، شكرا لك", "ar", []),
        ("Your order \u200e{{1}} left our warehouse today.", "en", ["FMT060"]),
        ("Your or\u00adder left our warehouse today.", "en", ["FMT060"]),
        ("Your order left\u200d our warehouse today.", "en", ["FMT060"]),
        ("Your order left our warehouse\x07 today.", "en", ["FMT060"]),
        ("Your order left our\u00a0warehouse today 👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿.", "en", []),
        ("คำสั่งซื้อ\u200bของคุณถูกจัดส่งแล้ววันนี้ ขอบคุณค่ะ", "th", []),
    ],
)
def test_invisible_characters(text: str, language: str, expected: list[str], of_body: Found) -> None:
    assert codes(of_body(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your раyment of today was received with thanks.", ["FMT061"]),
        ("Your ο\u0072der left our warehouse today.", ["FMT061"]),
        ("The length is 5 µm and the angle α in our report.", []),
        ("Your SMSка left our warehouse today.", []),
        ("Ваш заказ Kaspi оплачен, спасибо вам большое", []),
        ("Ваш закaз оплачен, спасибо вам большое и до встречи", ["FMT061"]),
    ],
)
def test_lookalikes(text: str, expected: list[str], of_body: Found) -> None:
    assert codes(of_body(text, "ru" if "аш" in text else "en")) == expected


def header(text: str) -> Template:
    parts = (
        Component("header", Text(""), text=Text(text)),
        Component("body", Text(""), text=Text("Your order left our warehouse today.")),
    )
    return Template(parts, name=Text("order_shipped"), language=Text("en"), category=Text("UTILITY"))


@pytest.mark.parametrize("text", ["Order {{order_id}}", "snake_case_word", "5 * 4", "a~b", "Tom's", "2_000 and 3_000"])
def test_headers_without_markup(text: str, of_template: Found) -> None:
    assert codes(of_template(header(text))) == (["FMT023"] if "*" in text else [])


def test_each_run_of_emoji_is_one_finding(of_template: Found) -> None:
    found = of_template(header("🎉🎉 Order shipped 📦"))
    assert [(f.code, f.text) for f in found] == [("FMT022", "🎉🎉"), ("FMT022", "📦")]
