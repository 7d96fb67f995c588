using static ListmonkPS.SmtpReplyClass;

namespace ListmonkPS.Core.Mail.Replies.Rules.Volume;

/// <summary>Refused the first time only.</summary>
internal static class GreylistRules
{
    public static IReadOnlyList<ReplyRule> All { get; } =
    [
        new(Greylist, RuleStrength.Decisive)
        {
            Any =
            [
                "greylist", "graylist", "grey list", "gray list", "postgrey", "liste grise", "lista gris.", "lista grigia", "lista cinza",
                "szara list", "szarej list",
                "grijze lijst", "graue liste", "серый список", "сером списке",
                "серые списки", "灰名单", "灰名單", "グレイリス", "グレーリス", "grålist", "gråliste", "harmaa lista", "harmaalist", "szürkelist", "šedý seznam", "gri liste", "그레이리스트",
            ],
        },
        new(Greylist, RuleStrength.Strong)
        {
            Kind = 4,
            Any =
            [
                "address verification in progress", "verification*in progress", "first time sender", "new sender", "first contact", "unknown triplet",
                "first seen", "not yet authorized to deliver", "not yet authorised to deliver",
            ],
        },

        // Nothing but "later" at 4.7.1 is how milters greylist without saying so.
        new(Greylist, RuleStrength.Weak)
        {
            Kind = 4,
            Topics = ["7.1", "7.0", "2.0"],
            Any = ["try again later", "try later", "come back later", "please try again", "please retry"],
        },
    ];
}
