"""How a date is written."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(year: int, month: int, date: int) -> str:
    return f"{date} {MONTHS[month - 1]} {year}"
