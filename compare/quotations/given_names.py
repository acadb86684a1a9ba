"""Common English given names that tell whether "he" or "she" is meant; those of both sexes are left out."""

from __future__ import annotations

MALE = frozenset(
    """
    aaron adam alan albert alexander alfred allen andrew anthony antonio arthur ben benjamin
    bernard bernie bill bob brad bradley brandon brian bruce bryan carl carlos charles chris christopher
    chuck clarence craig curtis dan daniel dave david dennis dick don donald doug douglas earl ed edward
    eric ernest eugene francis frank fred frederick gary george gerald gordon greg gregory harold harry
    henry herbert howard ian ivan jack jacob james jared jason jeff jeffrey jeremy jerome jerry jim jimmy
    joe joel john johnny jon jonathan jose joseph joshua juan julian justin karl keith kenneth kevin larry
    lawrence leonard lewis louis luis manuel marcus mario mark martin matt matthew max michael mike mitch
    mohammed muhammad nathan neil nicholas nick norman oliver oscar patrick paul pedro peter phil philip
    phillip rafael ralph randy ray raymond richard rick robert rodney roger roland ron ronald ross roy
    russell ryan samuel scott sean simon stephen steve steven stuart ted theodore thomas tim timothy todd
    tom tony trevor tyler victor vincent walter warren wayne william zachary
    """.split()
)

FEMALE = frozenset(
    """
    abigail alice alicia amanda amy andrea angela angelina anita ann anna anne annie barbara beth betty
    beverly brenda carla carol caroline carolyn catherine charlotte cheryl christina christine cindy
    claire clara claudia cynthia deborah debra denise diana diane donna dorothy eleanor elena elizabeth
    ellen emily emma erica eva evelyn florence frances gail gloria grace hannah heather heidi helen
    hillary holly irene isabel jacqueline jane janet janice jeanette jennifer jenny jessica jill joan
    joanna josephine joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie
    kimberly kristen laura lauren linda lisa liz lois loretta lori lorraine louise lucy madeleine margaret
    maria marie marilyn martha mary maureen megan melissa michelle mildred monica nancy natalie
    nicole nina norma olivia pamela patricia paula peggy phyllis rachel rebecca renee rita rosa ruth sally
    samantha sandra sara sarah sharon sheila sherry shirley sonia sophia sophie stella stephanie susan
    suzanne sylvia tamara teresa theresa tiffany tina ursula valerie vanessa veronica victoria virginia
    wanda wendy yvonne
    """.split()
)
