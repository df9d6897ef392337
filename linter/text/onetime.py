"""One-time codes: whether a text hands the reader a code to prove who they are. A delivery or pick-up code is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.text.analysis import Analysis

_VALUE = r"(?:<var>|<num>|<code>)"
_NAMES = (
    r"(?:otp|one ?- ?time|verification|verify|login|log ?- ?in|sign ?- ?in|sign ?- ?up|security|authentication|access|"
    r"confirmation|activation|registration|password reset|reset|passcode|pin|2fa|mfa|whatsapp|account)"
)
_PURPOSE = (
    r"(?:log|login|sign|verify|verifying|confirm|complete|access|reset|authenticate|register|registration|activate|"
    r"authorise|authorize|approve)"
)
_SECRET = rf"(?:otp|passcode|(?:{_NAMES} )+(?:- )?(?:code|password|pin|passcode|otp))"
_CODE = re.compile(
    rf" {_SECRET}(?: [^ ¶]+){{0,8}}? (?:is|:|-|are|=) {_VALUE} "
    rf"| {_VALUE} (?:is|:) (?:[^ ¶]+ ){{0,3}}?{_SECRET} "
    rf"| (?:use|enter|type) (?:the |this |your )?(?:[^ ¶]+ ){{0,2}}?(?:code|otp|pin|passcode) (?:: )?{_VALUE} "
    rf"(?:to|for) (?:[^ ¶]+ ){{0,2}}?{_PURPOSE} "
    rf"| (?:your|the) (?:[^ ¶]+ ){{0,2}}?code (?:is |: ){_VALUE} "
)
_NO_IDENTITY = re.compile(
    r" (?:deliver[a-z]*|pick ?- ?up|pickup|collect(?:ion)?|collecting|parcel|package|courier|rider|driver|agent|locker|"
    r"gate|door|room|check ?- ?in|booking|reservation|discount|promo|coupon|voucher|referral|gift|off|track(?:ing)?|"
    r"ticket|entry|boarding|hotel|property|wifi|wi|meter|token|units) "
)
_DELIVERY = re.compile(r" (?:deliver[a-z]*|parcel|package|courier|rider|driver) ")
_IDENTITY = re.compile(
    r" (?:otp|one ?- ?time|verification|authentication|log ?- ?in|login|sign ?- ?in|sign ?- ?up|password|passcode|2fa) "
)
_STRONG = re.compile(r" (?:otp|verification|log ?- ?in|login|sign ?- ?(?:in|up)) ")


def delivers_code(analyses: Iterable[Analysis]) -> float:
    """How surely a text delivers a one-time code for an identity: 0 where it does not, else 0.7 or 0.95."""
    line = " ".join(analysis.line for analysis in analyses)
    if not _CODE.search(line) or _DELIVERY.search(line):
        return 0.0
    if _NO_IDENTITY.search(line) and not _STRONG.search(line):
        return 0.0
    return 0.95 if _IDENTITY.search(line) else 0.7
