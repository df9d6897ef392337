from __future__ import annotations

import pytest

from .findings import Found, codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Aapka order {{1}} aaj dispatch ho gaya hai, kripya {{2}} tak ghar par rahein. Dhanyavaad!"),
        ("en_IN", "Namaste {{1}}, aapki EMI ₹{{2}} ki due date {{3}} hai. Please pay on time, thank you."),
        ("hi", "Aapka order {{1}} aaj dispatch ho gaya hai, kripya {{2}} tak ghar par rahein. Dhanyavaad!"),
        ("hi", "नमस्ते {{1}}, आपका Order {{2}} Dispatch हो गया है। Tracking link: {{3}} पर क्लिक करें।"),
        ("id", "Halo {{1}}, pesanan anda {{2}} telah dihantar dan akan tiba pada esok hari."),
        ("nb", "Hej {{1}}, din ordre {{2}} er sendt i dag og kommer i morgen formiddag til dig."),
        ("en", "OTP {{1}}"),
        ("en", "Merci beaucoup {{1}}"),
        ("kn", "Track Order {{1}}"),
        ("pcm", "Wetin you order don comot from our warehouse this morning, e go reach you tomorrow."),
        ("ar_Latn", "Salam {{1}}, la commande dyalek rah kharjat lyoum w ghadi twsel ghedda f sbah."),
    ],
)
def test_abstains(language: str, text: str, of_body: Found) -> None:
    assert not {"LNG010", "LNG011"} & set(codes(of_body(text, language)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Votre commande {{1}} a quitté notre entrepôt ce matin et arrivera demain avant midi."),
        ("pt_BR", "Your order {{1}} left our warehouse this morning and will arrive tomorrow before noon."),
        ("hi", "Your order {{1}} left our warehouse this morning and will arrive tomorrow before noon."),
        ("es", "您的订单 {{1}} 今天已经从我们的仓库发货，请注意查收。"),
        ("ar", "Ваш заказ {{1}} сегодня отправлен со склада."),
    ],
)
def test_says_what_it_found(language: str, text: str, of_body: Found) -> None:
    (finding,) = [f for f in of_body(text, language) if f.code.startswith("LNG")]
    assert finding.code == "LNG010"
    assert finding.text == text


def test_a_bilingual_text_is_mixed(of_body: Found) -> None:
    text = (
        "Your order {{1}} left our warehouse this morning and arrives tomorrow.\nطلبك في الطريق إليك وسيصل غدا صباحا."
    )
    found = of_body(text)
    assert [(f.code, f.text) for f in found] == [("LNG011", "طلبك في الطريق إليك وسيصل غدا صباحا.")]
