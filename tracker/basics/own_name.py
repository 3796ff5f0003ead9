"""Who works at this computer: the account, and the name that the system knows them by."""

from __future__ import annotations

import getpass
import os
import sys

_SIGN_IN = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI"
_OFFICE = r"Software\Microsoft\Office\Common\UserInfo"


def account_name() -> str:
    """Give the name of the account."""
    return getpass.getuser()


def own_name() -> str:
    """Give the name that the system knows the user by, or that of the account where it knows none.

    Only what lies on this computer is asked: a directory on the network can let the start wait for seconds.
    """
    account = account_name()
    return " ".join(_full_name(account).split()) or account


if sys.platform == "win32":
    import winreg

    def _full_name(account: str) -> str:
        """Give the name on the sign-in screen, where this account signed in last; else the one that Office has."""
        last = _value(winreg.HKEY_LOCAL_MACHINE, _SIGN_IN, "LastLoggedOnSAMUser").rpartition("\\")[2]
        shown = _value(winreg.HKEY_LOCAL_MACHINE, _SIGN_IN, "LastLoggedOnDisplayName")
        if shown and last.lower() == account.lower():
            return shown
        return _value(winreg.HKEY_CURRENT_USER, _OFFICE, "UserName")

    def _value(root: int, path: str, name: str) -> str:
        try:
            with winreg.OpenKey(root, path) as key:
                return str(winreg.QueryValueEx(key, name)[0])
        except OSError:
            return ""

else:
    import pwd

    def _full_name(_account: str) -> str:
        """Give the name in the list of accounts; after its first comma stand rooms and telephones."""
        try:
            return pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
        except KeyError:  # an account of a network that the list does not hold
            return ""
