"""One-time codes: whether a text hands the reader a code to prove who they are. A delivery or pick-up code is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from linter.text.analysis import Analysis

_VALUE = r"(?:<var>|<num>|<code>)"
_NAMES = (
    r"(?:otp|one ?- ?time|one time|verification|verify|login|log ?- ?in|log in|sign ?- ?in|sign in|sign ?- ?up|sign up|security|"
    r"authentication|access|confirmation|activation|registration|password reset|reset|passcode|pin|2fa|mfa|whatsapp|account)"
)
_CODE = re.compile(
    rf" (?:otp|passcode|(?:{_NAMES} )+(?:- )?(?:code|password|pin|passcode|otp))(?: [^ ¶]+){{0,8}}? (?:is|:|-|are|=) {_VALUE} "
    rf"| {_VALUE} (?:is|:) (?:[^ ¶]+ ){{0,3}}?(?:otp|passcode|(?:{_NAMES} )+(?:- )?(?:code|password|pin|otp)) "
    rf"| (?:use|enter|type) (?:the |this |your )?(?:[^ ¶]+ ){{0,2}}?(?:code|otp|pin|passcode) (?:: )?{_VALUE} (?:to|for) (?:[^ ¶]+ ){{0,2}}?"
    r"(?:log|login|sign|verify|verifying|confirm|complete|access|reset|authenticate|register|registration|activate|authorise|authorize|approve) "
    rf"| (?:your|the) (?:[^ ¶]+ ){{0,2}}?code (?:is |: ){_VALUE} "
)
_NO_IDENTITY = re.compile(
    r" (?:deliver[a-z]*|pick ?- ?up|pickup|collect(?:ion)?|collecting|parcel|package|courier|rider|driver|agent|locker|gate|door|room|check ?- ?in|booking|"
    r"reservation|discount|promo|coupon|voucher|referral|gift|off|track(?:ing)?|ticket|entry|boarding|hotel|property|wifi|wi|meter|token|units) "
)
_IDENTITY = re.compile(r" (?:otp|one ?- ?time|verification|authentication|log ?- ?in|login|sign ?- ?in|sign ?- ?up|password|passcode|2fa) ")


def delivers_code(analyses: Iterable[Analysis]) -> float:
    """1 where a text delivers a one-time code for an identity, 0 where not, 0.5 and above counts as one."""
    line = " ".join(analysis.line for analysis in analyses)
    if not _CODE.search(line):
        return 0.0
    if _NO_IDENTITY.search(line) and not re.search(r" (?:otp|verification|log ?- ?in|login|sign ?- ?(?:in|up)) ", line):
        return 0.0
    if re.search(r" (?:deliver[a-z]*|parcel|package|courier|rider|driver) ", line):
        return 0.0
    return 0.95 if _IDENTITY.search(line) else 0.7
